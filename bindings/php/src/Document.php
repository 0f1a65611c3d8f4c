<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** One Netvisor document of an order. */
final class Document
{
    /**
     * @param 'customer'|'product'|'sales_invoice'|'sales_payment' $kind
     * @param 'always'|'if_missing' $when `if_missing`: only if a look-up does not find it in Netvisor
     * @param list<'customer_key'|'document_key'> $awaits what must be known before it is complete and can be signed
     */
    public function __construct(
        public readonly string $kind,
        public readonly string $when,
        public readonly array $awaits,
        public readonly Request $request,
    ) {
    }
}
