<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Fetches how much there is of each product, by warehouse, all or what has changed since. Netvisor gives the stock in one answer,
 * which is handed out at most 1,000 products at a time.
 *
 * - `changed_since`: the `cursor` of the fetch before, or Finnish local time; null for all
 * - `warehouses`: those the shop sells from, by name or NetvisorKey; null for all
 * - `reserved`: whether what is reserved for orders is taken off; `ignore` unless given, since the shop's own orders reserve it
 * - `product_group`: only products of the group of this name
 * - `quantity`: the shop's stock in the warehouses chosen; may be below zero
 *
 * @phpstan-import-type FaultArray from OrderExport
 * @phpstan-import-type Trouble from OrderExport
 * @phpstan-type StockOptions array{
 *     changed_since?: string|null, warehouses?: list<string>|null, reserved?: 'ignore'|'subtract', product_group?: string|null,
 * }
 * @phpstan-type StockBatch array{products: list<StockProduct>}
 * @phpstan-type StockProduct array{
 *     netvisor_key: int, code: string|null, name: string|null, group: string|null, quantity: string,
 *     warehouses: list<StockWarehouse>,
 * }
 * @phpstan-type StockWarehouse array{netvisor_key: int|null, name: string|null, on_hand: string, reserved: string, ordered: string}
 * @phpstan-type StockReport array{
 *     finished: bool, requests: int, stopped?: Trouble, notes: list<FaultArray>, result: array{products: int, cursor: string|null},
 * }
 * @extends Fetch<StockOptions, StockBatch, StockReport>
 */
final class StockFetch extends Fetch
{
    protected const KIND = 'stock';
}
