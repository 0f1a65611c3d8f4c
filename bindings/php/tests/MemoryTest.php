<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\CatalogueFetch;
use NetvisorOrders\Connection;
use NetvisorOrders\Done;
use NetvisorOrders\NetvisorOrdersException;
use NetvisorOrders\NoReplyKind;
use NetvisorOrders\Order;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Reply;
use NetvisorOrders\Request;
use NetvisorOrders\Settings;
use NetvisorOrders\Setup;
use NetvisorOrders\StockFetch;
use PHPUnit\Framework\TestCase;

/** Everything the native library hands out is given back, also when a call is refused. */
final class MemoryTest extends TestCase
{
    private const ROUNDS = 10_000;

    /** One object kept back per round is some hundred bytes: more than a hundred bytes each is a leak. */
    private const ALLOWED = 100 * self::ROUNDS;

    /** @return array<string, array{callable(): mixed}> */
    public function operations(): array
    {
        $order = Sample::orderJson();
        $connection = json_encode(Sample::connectionArray(), JSON_THROW_ON_ERROR);
        $request = new Request('GET', 'customerlist.nv', [['keyword', 'TEMP']]);
        $reply = '<Root><ResponseStatus><Status>OK</Status><TimeStamp>2.1.2026 3:04:05</TimeStamp></ResponseStatus>'
            . '<Replies><InsertedDataIdentifier>8</InsertedDataIdentifier></Replies></Root>';

        return [
            'settings' => [static fn () => Settings::fromJson('{}')],
            'settings refused' => [static fn () => Sample::refusal(static fn () => Settings::fromJson('[]'))],
            'connection' => [static fn () => Connection::fromJson($connection)],
            'connection refused' => [static fn () => Sample::refusal(static fn () => Connection::fromJson('{}'))],
            'read' => [static fn () => Order::read('canonical', $order)],
            'read refused' => [static fn () => Sample::refusal(static fn () => Order::read('canonical', '{'))],
            'preview' => [static fn () => Order::preview($order, self::settings())],
            'preview refused' => [static fn () => Sample::refusal(static fn () => Order::preview('{', self::settings()))],
            'sign' => [static fn () => self::connection()->sign($request, Sample::UNIX_MS, 'tx')],
            'sign refused' => [static fn () => Sample::refusal(static fn () => self::connection()->sign($request, -1, 'tx'))],
            'reply' => [static fn () => Reply::read('customer.nv', 200, $reply)],
            'export' => [static fn () => self::export($order)],
            'export refused' => [static fn () => Sample::refusal(static fn () => new OrderExport('{}', self::settings()))],
            'export resumed' => [static fn () => self::resumed($order)],
            'export resume refused' => [static fn () => Sample::refusal(static fn () => OrderExport::resume('', self::settings()))],
            'fetch' => [self::fetch(...)],
            'fetch refused' => [static fn () => Sample::refusal(static fn () => new StockFetch('[]', self::settings()))],
            'fetch resumed' => [static fn () => StockFetch::resume(self::checkpoint(), self::settings())],
            'fetch of another kind' => [static fn () => Sample::refusal(
                static fn () => CatalogueFetch::resume(self::checkpoint(), self::settings()),
            )],
            'fetch gone back' => [static fn () => self::goneBack()],
            'permissions' => [static fn () => Setup::requiredPermissions(self::settings(), ['stock'])],
            'permissions refused' => [static fn () => Sample::refusal(static fn () => Setup::requiredPermissions(self::settings(), []))],
            'registers' => [static fn () => Setup::matchCustomers([['id' => '1', 'name' => 'Oy']], [])],
            'registers refused' => [static fn () => Sample::refusal(static fn () => Setup::matchProducts('{', []))],
            'answer refused' => [static fn () => Sample::refusal(static fn () => self::resumed($order)->handleReply(99, 200, ''))],
            'reply refused' => [static fn () => Sample::refusal(static fn () => Reply::read('customer.nv', 502, '<html>'))],
        ];
    }

    /** @dataProvider operations */
    public function testNothingIsKept(callable $operation): void
    {
        for ($round = 0; $round < self::ROUNDS / 5; $round++) {
            $operation();
        }
        [$php, $resident] = [memory_get_usage(), self::resident()];
        for ($round = 0; $round < self::ROUNDS; $round++) {
            $operation();
        }

        self::assertLessThan(self::ALLOWED / 10, memory_get_usage() - $php);
        self::assertLessThan(self::ALLOWED, self::resident() - $resident);
    }

    public function testResultsOutliveWhatTheyCameFrom(): void
    {
        $settings = Settings::fromJson('{}');
        $preview = Order::preview(Sample::orderJson(), $settings);
        unset($settings);
        $connection = Sample::connection();
        $signed = $connection->sign($preview->documents[0]->request, Sample::UNIX_MS, 'tx');
        unset($connection);

        self::assertSame($preview->documents[0]->request->body, $signed->body);
        self::assertStringStartsWith('https://isvapi.netvisor.fi/customer.nv', $signed->url);
    }

    /** Every call to an export, up to its end. */
    private static function export(string $order): Done
    {
        $export = new OrderExport("[$order]", self::settings());
        $send = $export->pollOutput(Sample::UNIX_MS);
        $export->handleNoReply($send->id, NoReplyKind::NotConnected);
        $send = $export->pollOutput($export->pollOutput(Sample::UNIX_MS)->until);
        $export->handleReply($send->id, 200, '<Root><ResponseStatus><Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: no'
            . '</Status><TimeStamp>2.1.2026 3:04:05</TimeStamp></ResponseStatus></Root>');
        [$export->progress(), $export->report(), $export->checkpoint()];

        return $export->pollOutput(Sample::UNIX_MS);
    }

    private static function resumed(string $order): OrderExport
    {
        static $checkpoint;
        $checkpoint ??= (new OrderExport("[$order]", self::settings()))->checkpoint();

        return OrderExport::resume($checkpoint, self::settings());
    }

    /** Every call to a fetch, up to its end. */
    private static function fetch(): Done
    {
        static $reply;
        $reply ??= file_get_contents(__DIR__ . '/../../../tests/vectors/fetch-stock/reply-1.xml');
        $fetch = new StockFetch('{}', self::settings());
        $send = $fetch->pollOutput(Sample::UNIX_MS);
        $fetch->handleNoReply($send->id, NoReplyKind::NotConnected);
        $send = $fetch->pollOutput($fetch->pollOutput(Sample::UNIX_MS)->until);
        $fetch->handleReply($send->id, 200, $reply);
        [$fetch->pollOutput(Sample::UNIX_MS), $fetch->progress(), $fetch->report(), $fetch->checkpoint()];

        return $fetch->pollOutput(Sample::UNIX_MS);
    }

    private static function goneBack(): void
    {
        $fetch = StockFetch::resume(self::checkpoint(), self::settings());
        $fetch->goBack(self::checkpoint());
        try {
            $fetch->goBack('');
        } catch (NetvisorOrdersException) {
        }
    }

    private static function checkpoint(): string
    {
        static $checkpoint;

        return $checkpoint ??= (new StockFetch('{}', self::settings()))->checkpoint();
    }

    private static function settings(): Settings
    {
        static $settings;

        return $settings ??= Settings::fromJson('{}');
    }

    private static function connection(): Connection
    {
        static $connection;

        return $connection ??= Sample::connection();
    }

    private static function resident(): int
    {
        preg_match('/^VmRSS:\s+(\d+) kB$/m', file_get_contents('/proc/self/status'), $match);

        return 1024 * (int) $match[1];
    }
}
