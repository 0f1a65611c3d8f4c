<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Reads the numbers of the company's documents before the first export: whether the shop's meet others, and which `offset` and
 * `manual_from` of the settings keep them apart. It hands out nothing on the way; what its result means and what to do stands in
 * the `notes` of the report.
 *
 * - `next_number`: the shop's next order number, without the offset of the settings
 * - `per_day`: how many numbers the shop takes a day; null has it worked out from the documents it has in Netvisor already
 * - `since`: only documents dated on this day or later are read; older ones are then not known of
 * - `years`: how many years the numbers have to last, 1 to 100; null for 10
 * - `plan`: null until all numbers have been read, and where Netvisor gives the numbers
 * - `ours`, `others`: how many documents have the marker of an export, and how many have not
 * - `growing`: numbers of others that grow today: somebody invoices by hand, or another system does
 * - `present`: what comes of the settings as they are; `works` is null where that takes a pace that is not known
 * - `proposed`: settings that keep the numbers apart, the present ones if they do; null where no offset does
 *
 * @phpstan-import-type FaultArray from OrderExport
 * @phpstan-import-type Trouble from OrderExport
 * @phpstan-type NumberPlanOptions array{next_number: int, per_day?: string|null, since?: string|null, years?: int<1, 100>|null}
 * @phpstan-type PlannedNumbers array{
 *     today: string, ours: int, others: int, without_number: int, lowest: int|null, highest: int|null,
 *     ranges: list<NumberRange>, growing: list<array{from: int, to: int, per_day: string}>, manual: ManualNumbers|null,
 *     per_day: string|null, per_day_from: 'option'|'documents'|null, present: Prospect, proposed: ProposedNumbering|null,
 * }
 * @phpstan-type NumberRange array{
 *     from: int, to: int, count: int, ours: int, others: int, first_date: string|null, last_date: string|null,
 * }
 * @phpstan-type ManualNumbers array{from: int, count: int, lowest: int|null, highest: int|null}
 * @phpstan-type Prospect array{
 *     offset: int, manual_from: int|null, first_number: int, works: bool|null, collides_at: int|null, collides_on: string|null,
 *     last_number: int, ends_on: string|null, overtaken_at: int|null, overtaken_on: string|null,
 * }
 * @phpstan-type ProposedNumbering array{offset: int, manual_from: int, first_number: int, lasts_until: string|null}
 * @phpstan-type NumberPlanReport array{
 *     finished: bool, requests: int, stopped?: Trouble, notes: list<FaultArray>,
 *     result: array{documents: int, plan: PlannedNumbers|null},
 * }
 * @extends Fetch<NumberPlanOptions, never, NumberPlanReport>
 */
final class NumberPlan extends Fetch
{
    public const HAS_BATCHES = false;

    protected const KIND = 'number_plan';
}
