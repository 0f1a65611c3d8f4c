<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * From a shop's order to Netvisor's documents. Nothing here is signed or sent.
 *
 * Money, quantities and percentages are strings ("129.90"), never floats.
 *
 * @phpstan-type CanonicalOrder array{
 *     number: string, placed_at: string, currency: string, prices_include_vat: bool, total: string, total_vat?: string,
 *     customer: Customer, billing: Address, delivery?: Address, delivery_method?: string, lines: list<Line>,
 *     payment?: Payment, comment?: string, our_reference?: string, your_reference?: string, reference_number?: string,
 *     refund_of?: string,
 * }
 * @phpstan-type Customer array{
 *     kind: 'consumer'|'business', name: string, number?: string, netvisor_number?: string, business_id?: string,
 *     vat_id?: string, email?: string, phone?: string, einvoice_address?: string, einvoice_operator?: string,
 * }
 * @phpstan-type Address array{
 *     name: string, country: string, name_extension?: string, street?: string, additional_street?: string,
 *     postcode?: string, city?: string,
 * }
 * @phpstan-type Line array{
 *     kind: 'product'|'shipping'|'fee'|'discount'|'gift_card'|'comment', name: string, sku?: string, ean?: string,
 *     quantity?: string, unit?: string, unit_price?: string, discount_percent?: string, vat_percent?: string,
 *     total?: string, vat_total?: string, note?: string,
 * }
 * @phpstan-type Payment array{
 *     method: string, title: string, paid: bool, paid_on?: string, amount?: string, transaction_id?: string,
 * }
 */
final class Order
{
    /**
     * Reads an order in a shop's own format or in the canonical one.
     *
     * @param 'canonical'|'woocommerce'|'shopify' $shop
     * @param string|array<string, mixed> $order as the shop sends it: JSON text (best: no amount passes through a PHP
     *     float), or the same as an array
     * @throws NetvisorOrdersException of kind `order`, with everything that is wrong with it
     * @throws FfiUnavailableException
     */
    public static function read(string $shop, string|array $order): ReadOrder
    {
        return Native::readOrder($shop, Native::json($order));
    }

    /**
     * Prepares the documents of a canonical order.
     *
     * A document whose `awaits` is not empty needs a NetvisorKey that only an earlier reply gives: send the documents
     * before it, read the replies, and call this again with what they said in `$known`.
     *
     * @param string|CanonicalOrder|ReadOrder $order JSON text, the same as an array, or what `read()` gave
     * @param array{customer_key?: int, document_key?: int} $known NetvisorKeys that earlier replies gave
     * @throws NetvisorOrdersException of kind `order`, or `request` for `$known`
     * @throws FfiUnavailableException
     */
    public static function preview(string|array|ReadOrder $order, Settings $settings, array $known = []): Preview
    {
        return Native::preview(
            $settings->handle,
            $order instanceof ReadOrder ? $order->json : Native::json($order),
            $known === [] ? '' : Native::json($known),
        );
    }
}
