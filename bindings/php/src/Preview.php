<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** The Netvisor documents an order becomes, in the order they are sent, and what was noticed on the way. */
final class Preview
{
    /**
     * @param list<Document> $documents
     * @param list<Fault> $warnings
     */
    public function __construct(
        public readonly array $documents,
        public readonly array $warnings,
    ) {
    }
}
