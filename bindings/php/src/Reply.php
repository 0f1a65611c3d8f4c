<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * What Netvisor answered.
 *
 * In `data`, keys are integers, money, quantities and percentages strings such as "129.90", dates "2026-01-15", and codes
 * always text; null stands for an empty element or one that is not there.
 *
 * @phpstan-type Done array{
 *     outcome: 'done', timestamp?: string, inserted_key?: int, customers?: list<CustomerRow>, products?: list<ProductRow>,
 *     sales_invoices?: list<SalesInvoiceRow>, documents?: list<SalesInvoice>, deleted?: list<DeletedRow>,
 *     stock?: list<StockRow>, product_details?: list<ProductDetails>, product_groups?: list<ProductGroupRow>,
 *     web_shop_products?: list<WebShopProduct>, extended_products?: list<ExtendedProduct>, page?: ProductPage,
 *     images?: list<ProductImage>,
 * }
 * @phpstan-type Refused array{
 *     outcome: 'refused', timestamp?: string, code: string, message: string,
 *     messages: array{fi: string, sv: string, en: string}, netvisor_code: string|null, netvisor_text: string,
 *     retry: 'never'|'later'|'after_look_up'|'with_new_transaction_id', permission?: array{group: string, name: string},
 * }
 * @phpstan-type CustomerRow array{
 *     netvisor_key: int, name: string, code: string|null, business_id: string|null, group_key: int|null,
 *     group_name: string|null,
 * }
 * @phpstan-type ProductRow array{
 *     netvisor_key: int, name: string, code: string|null, unit_price: string|null, unit_gross_price: string|null,
 *     group_key: int|null, group_name: string|null,
 * }
 * @phpstan-type SalesInvoiceRow array{
 *     netvisor_key: int, number: string|null, date: string|null, due_date: string|null, status: string|null,
 *     substatus: string|null, in_collection: bool|null, customer_key: int|null, customer_code: string|null,
 *     customer_name: string|null, reference_number: string|null, sum: string, open_sum: string|null,
 *     private_comment: string|null, currency_sum: string|null, open_currency_sum: string|null, currency: string|null,
 * }
 * @phpstan-type SalesInvoice array{
 *     netvisor_key: int, number: string|null, date: string|null, event_date: string|null, value_date: string|null,
 *     delivery_date: string|null, due_date: string|null, reference_number: string|null, amount: string,
 *     currency: string|null, currency_rate: string|null, foreign_currency_amount: string|null, status: string|null,
 *     free_text_before_lines: string|null, free_text_after_lines: string|null, our_reference: string|null,
 *     your_reference: string|null, private_comment: string|null, customer: InvoicingCustomer,
 *     delivery: DeliveryAddress, delivery_method: string|null, delivery_term: string|null,
 *     payment_term_net_days: int|null, match_partial_payments: bool|null, credited_invoice_key: int|null,
 *     lines: list<ProductLine|CommentLine>, linked_documents: list<LinkedDocument>,
 * }
 * @phpstan-type InvoicingCustomer array{
 *     netvisor_key: int|null, code: string|null, name: string|null, name_extension: string|null,
 *     business_id: string|null, address_line: string|null, additional_address_line: string|null,
 *     postcode: string|null, town: string|null, country: string|null,
 * }
 * @phpstan-type DeliveryAddress array{
 *     name: string|null, address_line: string|null, postcode: string|null, town: string|null, country_name: string|null,
 * }
 * @phpstan-type ProductLine array{
 *     kind: 'product', netvisor_key: int|null, product_code: string|null, product_name: string|null,
 *     product_key: int|null, unit_price: string|null, vat_percent: string|null, vat_code: string|null,
 *     primary_ean: string|null, secondary_ean: string|null, quantity: string|null, unit: string|null,
 *     discount_percent: string|null, free_text: string|null, vat_sum: string|null, sum: string|null,
 *     dimensions: list<array{name: string|null, item: string|null}>,
 * }
 * @phpstan-type CommentLine array{kind: 'comment', comment: string}
 * @phpstan-type LinkedDocument array{kind: 'sales_order'|'sales_invoice', netvisor_key: int, number: string|null}
 * @phpstan-type DeletedRow array{netvisor_key: int, deleted_on: string|null}
 * @phpstan-type StockRow array{
 *     netvisor_key: int, code: string|null, name: string|null, group_name: string|null, warehouses: list<WarehouseRow>,
 *     total_reserved: string|null, total_ordered: string|null, total: string|null,
 * }
 * @phpstan-type WarehouseRow array{netvisor_key: int|null, name: string|null, reserved: string, ordered: string, on_hand: string}
 * @phpstan-type ProductDetails array{
 *     netvisor_key: int, code: string|null, group_name: string|null, name: string|null, description: string|null,
 *     unit_price: string|null, unit_gross_price: string|null, unit: string|null, purchase_price: string|null,
 *     tariff_heading: string|null, commission_percent: string|null, is_active: bool|null, is_sales_product: bool|null,
 *     country_of_origin: string|null, vat_percent: string|null, domestic_account: string|null, eu_account: string|null,
 *     outside_eu_account: string|null, inventory: ProductInventory|null, net_weight: string|null, gross_weight: string|null,
 *     weight_unit: string|null, package: ProductPackage|null, primary_ean: string|null, secondary_ean: string|null,
 * }
 * @phpstan-type ProductInventory array{
 *     amount: string|null, mid_price: string|null, value: string|null, reserved: string|null, ordered: string|null,
 * }
 * @phpstan-type ProductPackage array{width: string|null, height: string|null, length: string|null, unit: string|null}
 * @phpstan-type Translations array<'fi'|'se'|'en', string>
 * @phpstan-type ProductGroupRow array{
 *     netvisor_key: int, parent_key: int|null, names: Translations, descriptions: Translations,
 * }
 * @phpstan-type WebShopProduct array{
 *     netvisor_key: int, names: Translations, descriptions: Translations, groups: list<Translations>,
 *     variants: list<WebShopVariant>,
 * }
 * @phpstan-type WebShopVariant array{
 *     names: Translations, descriptions: Translations, identifier: string|null, image_uri: string|null,
 *     last_change_date: string|null, price: string|null,
 * }
 * @phpstan-type ExtendedProduct array{
 *     netvisor_key: int, code: string|null, primary_ean: string|null, secondary_ean: string|null, names: Translations,
 *     descriptions: Translations, is_published: bool|null, is_sellable: bool|null, is_storage_product: bool|null,
 *     is_product_structure: bool|null, is_model: bool|null, is_summary: bool|null, last_changed_date: string|null,
 *     group_key: int|null, group_names: Translations, unit_names: Translations, unit_price: string|null,
 *     unit_gross_price: string|null, vat_percent: string|null, inventory_place: string|null, alert_limit: string|null,
 *     tariff_heading: string|null, images: list<ProductFile>, attachments: list<ProductFile>,
 * }
 * @phpstan-type ProductFile array{
 *     netvisor_key: int, is_default: bool|null, mime_type: string|null, title: string|null, file_name: string|null,
 *     last_edited_date: string|null,
 * }
 * @phpstan-type ProductPage array{
 *     current_page: int|null, page_count: int|null, products_on_page: int|null, products_on_pages: int|null,
 * }
 * @phpstan-type ProductImage array{mime_type: string|null, title: string|null, file_name: string|null, data: string}
 */
final class Reply
{
    /**
     * @param 'done'|'refused' $outcome `refused`: Netvisor said no, and nothing was made
     * @param int|null $insertedKey the NetvisorKey of what was made, for the `$known` of `Order::preview()`
     * @param Done|Refused $data the whole reply; which lists it has depends on the resource
     */
    private function __construct(
        public readonly string $outcome,
        public readonly ?int $insertedKey,
        public readonly array $data,
    ) {
    }

    /**
     * Reads the answer to a request. A refusal is read, not thrown: `outcome` tells.
     *
     * @param string $resource what the request was for, such as `salesinvoice.nv`
     * @param string $body the bytes of the body as they came, in any encoding Netvisor uses
     * @throws NetvisorOrdersException of kind `reply`: the body is not Netvisor's XML; whether such a request was carried
     *     out, only a look-up tells
     * @throws FfiUnavailableException
     */
    public static function read(string $resource, int $httpStatus, string $body): self
    {
        $data = Native::readReply($resource, $httpStatus, $body);

        return new self($data['outcome'], $data['inserted_key'] ?? null, $data);
    }
}
