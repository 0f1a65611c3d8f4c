<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Fetches the products from one of Netvisor's lists, after their groups and before their images.
 *
 * - `source`: `products` (unless given), which every company has: each product in one language, without images; `web_shop`:
 *   published products with their variants, only with extended product management; `extended`: recommended by the vendor
 * - `changed_since`: the `cursor` of the fetch before, or Finnish local time; null for all
 * - `details`: whether products of the source `products` come in full; true unless given
 * - `groups`: whether product groups come first, always all of them; true unless given
 * - `images`: whether images come, one a batch, in Base64; not from the source `products`
 * - `languages`: those texts are wanted in, the most wanted first; `se` is Swedish
 * - `product_groups`: only products of the groups with these keys; null for all
 * - a batch of the kind `deleted`: products that have left the catalogue as it was asked for; some may never have been in it
 *
 * A product has the same shape from every source; what the source does not tell is null or empty. Prices are in euros.
 *
 * @phpstan-import-type FaultArray from OrderExport
 * @phpstan-import-type Trouble from OrderExport
 * @phpstan-import-type ProductInventory from Reply
 * @phpstan-import-type ProductPackage from Reply
 * @phpstan-import-type ProductFile from Reply
 * @phpstan-import-type Translations from Reply
 * @phpstan-type CatalogueOptions array{
 *     source?: 'products'|'web_shop'|'extended', changed_since?: string|null, details?: bool, groups?: bool, images?: bool,
 *     languages?: non-empty-list<ProductLanguage>, product_groups?: non-empty-list<int>|null,
 * }
 * @phpstan-type ProductLanguage 'fi'|'se'|'en'
 * @phpstan-type CatalogueBatch array{kind: 'groups', groups: list<CatalogueGroup>}
 *     |array{kind: 'products', products: list<CatalogueProduct>}
 *     |array{kind: 'deleted', netvisor_keys: list<int>}
 *     |array{kind: 'image', image: CatalogueImage}
 * @phpstan-type CatalogueGroup array{
 *     netvisor_key: int, parent_key: int|null, path: string|null, name: string|null, names: Translations,
 *     description: string|null, descriptions: Translations,
 * }
 * @phpstan-type CatalogueProduct array{
 *     netvisor_key: int, code: string|null, primary_ean: string|null, secondary_ean: string|null, name: string|null,
 *     names: Translations, description: string|null, descriptions: Translations, groups: list<GroupOfProduct>,
 *     unit: string|null, net_price: string|null, gross_price: string|null, vat_percent: string|null, is_active: bool|null,
 *     is_sales_product: bool|null, is_published: bool|null, is_storage_product: bool|null, inventory: ProductInventory|null,
 *     tariff_heading: string|null, country_of_origin: string|null, net_weight: string|null, gross_weight: string|null,
 *     weight_unit: string|null, package: ProductPackage|null, last_changed_date: string|null,
 *     variants: list<CatalogueVariant>, images: list<ProductFile>, attachments: list<ProductFile>,
 * }
 * @phpstan-type GroupOfProduct array{netvisor_key: int|null, path: string|null, names: Translations}
 * @phpstan-type CatalogueVariant array{
 *     identifier: string|null, name: string|null, names: Translations, description: string|null, descriptions: Translations,
 *     price: string|null, image_uri: string|null, last_changed_date: string|null,
 * }
 * @phpstan-type CatalogueImage array{
 *     netvisor_key: int, variant: string|null, image_key: int|null, index: int, is_default: bool|null, mime_type: string|null,
 *     title: string|null, file_name: string|null, data: string,
 * }
 * @phpstan-type CatalogueReport array{
 *     finished: bool, requests: int, stopped?: Trouble, notes: list<FaultArray>,
 *     result: array{groups: int, products: int, deleted: int, images: int, cursor: string|null},
 * }
 * @extends Fetch<CatalogueOptions, CatalogueBatch, CatalogueReport>
 */
final class CatalogueFetch extends Fetch
{
    protected const KIND = 'catalogue';
}
