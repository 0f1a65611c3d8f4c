<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Gets orders into Netvisor, each exactly once, step by step and over any HTTP: it says what to send, and understands what
 * comes back. `ExportDriver` runs it; by hand, poll until it is `Done`, and give every `Send` its answer.
 *
 * Money is strings ("129.90") throughout. `faults` and `warnings` point into the order they are about.
 *
 * @phpstan-import-type CanonicalOrder from Order
 * @phpstan-type Progress array{total: int, done: int, current: string|null}
 * @phpstan-type Report array{finished: bool, orders: list<OrderReport>, requests: int, stopped?: Trouble}
 * @phpstan-type OrderReport array{
 *     order: string, outcome: 'exported'|'already_exported'|'incomplete'|'in_doubt'|'rejected'|'failed'|'pending',
 *     document?: ExportedDocument, customer?: LinkedCustomer, products_created: list<string>, payments: list<PaymentReport>,
 *     warnings: list<FaultArray>, faults: list<FaultArray>, refusal?: Refusal, requests: int,
 * }
 * @phpstan-type ExportedDocument array{kind: 'order'|'invoice'|'draft', number: int|null, netvisor_key: int}
 * @phpstan-type LinkedCustomer array{netvisor_key: int|null, code: string|null, created: bool}
 * @phpstan-type PaymentReport array{method: string, amount: string, state: 'missing'|'recorded'|'already_recorded'}
 * @phpstan-type Trouble array{faults: list<FaultArray>, refusal?: Refusal}
 * @phpstan-type Texts array{fi: string, sv: string, en: string}
 * @phpstan-type FaultArray array{code: string, path: string, message: string, messages: Texts}
 * @phpstan-type Refusal array{
 *     timestamp?: string, code: string, message: string, messages: Texts, netvisor_code: string|null, netvisor_text: string,
 *     retry: 'never'|'later'|'after_look_up'|'with_new_transaction_id', permission?: array{group: string, name: string},
 * }
 */
final class OrderExport extends Machine
{
    protected const TYPE = 'nvo_order_export';

    /**
     * Begins an export. An order that is wrong is rejected in the report; the others are exported.
     *
     * @param string|list<CanonicalOrder|ReadOrder> $orders canonical orders, at most 100,000: a JSON array, or a list of what
     *     `Order::read()` gave
     * @throws NetvisorOrdersException of kind `order`: no list
     * @throws FfiUnavailableException
     */
    public function __construct(string|array $orders, Settings $settings)
    {
        $this->hold(Native::beginExport($settings->handle, \is_string($orders) ? $orders : self::list($orders)));
    }

    /**
     * Goes on where an export stood when its checkpoint was stored. A request that was under way then is looked for before
     * anything is sent again.
     *
     * @param Settings $settings those the export was begun with; only language and waiting times may be others
     * @throws NetvisorOrdersException of kind `checkpoint`: cut, changed, of a newer library (`checkpoint_version_unknown`) or
     *     of other settings (`checkpoint_settings_differ`)
     * @throws FfiUnavailableException
     */
    public static function resume(string $checkpoint, Settings $settings): static
    {
        $export = (new \ReflectionClass(self::class))->newInstanceWithoutConstructor();
        $export->hold(Native::resumeExport($settings->handle, $checkpoint));

        return $export;
    }

    /** @return Send|Wait|Done<Report> */
    public function pollOutput(int $now): Send|Wait|Done
    {
        return parent::pollOutput($now);
    }

    /**
     * The export as text, to be stored as it is: before a request is sent whose `mustCheckpoint` says so, and whenever you
     * like. It holds orders but no credentials.
     */
    public function checkpoint(): string
    {
        return parent::checkpoint();
    }

    /**
     * How many orders there are, how many have ended, and the number of the one being worked on.
     *
     * @return Progress
     */
    public function progress(): array
    {
        return parent::progress();
    }

    /**
     * What has become of the orders so far; that of `Done` is the last one.
     *
     * @return Report
     */
    public function report(): array
    {
        return parent::report();
    }

    /** @param array<mixed> $orders */
    private static function list(array $orders): string
    {
        if (!array_is_list($orders)) {
            return Native::json($orders);
        }
        $texts = array_map(static fn (array|ReadOrder $order) => $order instanceof ReadOrder ? $order->json : Native::json($order), $orders);

        return '[' . implode(',', $texts) . ']';
    }
}
