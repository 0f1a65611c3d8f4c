<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Settings;
use PHPUnit\Framework\Assert;

/**
 * Small orders, and what must have become of them.
 *
 * @phpstan-import-type CanonicalOrder from \NetvisorOrders\Order
 */
final class Orders
{
    /** Some need escaping in a URL. */
    private const CODES = ['PAITA', 'ÄMPÄRI & 50%', 'a+b/c', 'tee; #1'];

    /** Invoices, and payments of those paid. A doubtful order is set aside for a minute, which is the least. */
    public static function settings(): Settings
    {
        return Settings::fromArray([
            'document' => ['type' => 'invoice'],
            'payment' => ['record' => 'when_paid', 'methods' => ['paytrail' => ['name' => 'Paytrail']]],
            'recovery' => ['quarantine_minutes' => 1],
            'language' => 'en',
        ]);
    }

    /**
     * Orders of one day by ten buyers; every other one is paid, from the first on.
     *
     * @return list<CanonicalOrder>
     */
    public static function small(int $count): array
    {
        return array_map(self::order(...), $count === 0 ? [] : range(0, $count - 1));
    }

    /**
     * One document for each order, one payment for each that is paid, sums to the cent, and never two requests at once.
     *
     * @param list<CanonicalOrder> $orders
     * @param array<string, mixed> $state the simulator's
     */
    public static function assertExactlyOnce(array $orders, array $state): void
    {
        $wanted = $documents = $payments = $numbers = [];
        foreach ($orders as $order) {
            $wanted[] = [(int) $order['number'], $order['total'], isset($order['payment']) ? [$order['total']] : []];
        }
        foreach ($state['payments'] as $payment) {
            $payments[$payment['document_key']][] = $payment['sum'];
        }
        foreach ($state['documents'] as $document) {
            Assert::assertFalse($document['total_mismatch']);
            $numbers[] = $document['number'];
            $documents[] = [$document['number'], $document['amount'], $payments[$document['netvisor_key']] ?? []];
        }
        array_multisort($numbers, $documents);
        Assert::assertSame($wanted, $documents);
        $buyers = array_unique(array_column(array_column($orders, 'customer'), 'number'));
        Assert::assertEqualsCanonicalizing(['TEMP', ...$buyers], array_column($state['customers'], 'code'));
        $products = array_unique(array_merge(...array_map(static fn (array $order) => array_column($order['lines'], 'sku'), $orders)));
        Assert::assertEqualsCanonicalizing($products, array_column($state['products'], 'code'));
        Assert::assertSame(0, $state['overlaps']);
    }

    /** @return CanonicalOrder */
    private static function order(int $index): array
    {
        $price = sprintf('%d.%02d', 10 + $index % 90, $index * 37 % 100);
        $buyer = 'Ostaja ' . $index % 10;

        return [
            'number' => (string) (20_000 + $index),
            'placed_at' => '2026-01-14T10:00:00+02:00',
            'currency' => 'EUR',
            'prices_include_vat' => true,
            'total' => $price,
            'customer' => ['number' => 'A ' . $index % 10, 'kind' => 'consumer', 'name' => $buyer],
            'billing' => [
                'name' => $buyer,
                'street' => 'Esimerkkikatu 1',
                'postcode' => '00100',
                'city' => 'Helsinki',
                'country' => 'FI',
            ],
            'lines' => [[
                'kind' => 'product',
                'sku' => self::CODES[$index % 4],
                'name' => 'Tuote',
                'quantity' => '1',
                'unit_price' => $price,
                'vat_percent' => '25.5',
                'total' => $price,
            ]],
        ] + ($index % 2 === 0 ? ['payment' => [
            'method' => 'paytrail',
            'title' => 'Verkkopankki',
            'paid' => true,
            'paid_on' => '2026-01-14',
        ]] : []);
    }
}
