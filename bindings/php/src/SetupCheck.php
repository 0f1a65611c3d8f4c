<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Finds out whether credentials, clock and rights are in order, by requests that change nothing. It hands out nothing on the way.
 *
 * - `features`: what the merchant wants to use; `['export']` unless given
 * - `ok`: whether everything that can be tried without importing is in order
 * - `credentials`: `cause` says why they are refused, and `certain` whether no other cause is known; `netvisor_text` is
 *   Netvisor's own, unchanged
 * - `clock`: `offset_seconds` is how far the host's clock is ahead of Netvisor's at least; below zero, behind
 * - `permissions`: a right that is `missing` is not given, or the function is not in use; one to import stays `unknown`
 * - `findings`: what is wrong and what to click where, in the order in which to see to it; also what stays unknown
 *
 * @phpstan-import-type FaultArray from OrderExport
 * @phpstan-import-type Trouble from OrderExport
 * @phpstan-import-type Feature from Setup
 * @phpstan-type SetupOptions array{features?: non-empty-list<Feature>}
 * @phpstan-type SetupResult array{
 *     ok: bool, credentials: Credentials, clock: array{state: 'ok'|'off'|'unknown', offset_seconds: int|null},
 *     organisation: Accepted, partner: Accepted, permissions: list<ProbedPermission>, findings: list<FaultArray>,
 * }
 * @phpstan-type Accepted 'accepted'|'refused'|'unknown'
 * @phpstan-type Credentials array{
 *     state: Accepted,
 *     cause: 'keys'|'url_changed'|'headers_lost'|'partner'|'organisation'|'customer_id'|'clock'|'unknown'|null,
 *     certain: bool, netvisor_text: string|null,
 * }
 * @phpstan-type ProbedPermission array{
 *     group: string|null, name: string|null, resource: string, features: list<Feature>, state: 'granted'|'missing'|'unknown',
 *     netvisor_text: string|null,
 * }
 * @phpstan-type SetupReport array{
 *     finished: bool, requests: int, stopped?: Trouble, notes: list<FaultArray>, result: SetupResult,
 * }
 * @extends Fetch<SetupOptions, never, SetupReport>
 */
final class SetupCheck extends Fetch
{
    public const HAS_BATCHES = false;

    protected const KIND = 'setup_check';
}
