<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\CatalogueFetch;
use NetvisorOrders\Connection;
use NetvisorOrders\DocumentFetch;
use NetvisorOrders\NumberPlan;
use NetvisorOrders\SetupCheck;
use NetvisorOrders\StockFetch;

/** What several tests work on. */
final class Sample
{
    public const CUSTOMER_KEY = 'customer-key-4d2f';
    public const PARTNER_KEY = 'partner-key-9e1a';
    public const UNIX_MS = 1767323045000;

    /** The classes of fetches, by the names the golden cases have for them. */
    public const FETCHES = [
        'stock' => StockFetch::class,
        'catalogue' => CatalogueFetch::class,
        'documents' => DocumentFetch::class,
        'setup_check' => SetupCheck::class,
        'number_plan' => NumberPlan::class,
    ];

    /** @return array{base_url: string, sender: string, customer_id: string, customer_key: string, partner_id: string, partner_key: string, organisation_id: string} */
    public static function connectionArray(): array
    {
        return [
            'base_url' => 'https://isvapi.netvisor.fi',
            'sender' => 'Shop',
            'customer_id' => 'cust_1',
            'customer_key' => self::CUSTOMER_KEY,
            'partner_id' => 'part_1',
            'partner_key' => self::PARTNER_KEY,
            'organisation_id' => '1234567-1',
        ];
    }

    public static function connection(): Connection
    {
        return Connection::fromArray(self::connectionArray());
    }

    public static function orderJson(): string
    {
        return file_get_contents(\dirname(__DIR__) . '/examples/order.json');
    }

    /** @return array<string, mixed> */
    public static function orderArray(): array
    {
        return json_decode(self::orderJson(), true, flags: JSON_THROW_ON_ERROR);
    }

    /** Runs what must be refused. */
    public static function refusal(callable $call): \NetvisorOrders\NetvisorOrdersException
    {
        try {
            $call();
        } catch (\NetvisorOrders\NetvisorOrdersException $exception) {
            return $exception;
        }
        throw new \PHPUnit\Framework\AssertionFailedError('Nothing was refused.');
    }
}
