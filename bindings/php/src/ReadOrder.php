<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * A shop's order in the canonical form, and what was noticed on the way.
 *
 * @phpstan-import-type CanonicalOrder from Order
 */
final class ReadOrder
{
    /**
     * @param string $json the canonical order, to be previewed or stored
     * @param list<Fault> $warnings
     */
    public function __construct(
        public readonly string $json,
        public readonly array $warnings,
    ) {
    }

    /**
     * The canonical order as an array, to be looked at or changed.
     *
     * @return CanonicalOrder
     */
    public function order(): array
    {
        return json_decode($this->json, true);
    }
}
