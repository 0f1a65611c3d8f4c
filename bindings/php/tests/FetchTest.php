<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Batch;
use NetvisorOrders\CatalogueFetch;
use NetvisorOrders\DocumentFetch;
use NetvisorOrders\Done;
use NetvisorOrders\NoReplyKind;
use NetvisorOrders\NumberPlan;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Send;
use NetvisorOrders\Settings;
use NetvisorOrders\SetupCheck;
use NetvisorOrders\StockFetch;
use NetvisorOrders\Wait;
use PHPUnit\Framework\TestCase;

/** The step-by-step fetch as PHP has it; what the fetches decide, the golden cases tell. */
final class FetchTest extends TestCase
{
    private const REPLY = __DIR__ . '/../../../tests/vectors/fetch-stock/reply-1.xml';

    private Settings $settings;

    protected function setUp(): void
    {
        $this->settings = Settings::fromJson('{}');
    }

    /** @return array<string, array{0: class-string<\NetvisorOrders\Fetch>, 1: string, 2?: array<string, mixed>}> */
    public function kinds(): array
    {
        return [
            'stock' => [StockFetch::class, 'inventorybywarehouse.nv'],
            'catalogue' => [CatalogueFetch::class, 'getproductgroups.nv'],
            'documents' => [DocumentFetch::class, 'salesinvoicelist.nv'],
            'setup check' => [SetupCheck::class, 'salesinvoicelist.nv'],
            'number plan' => [NumberPlan::class, 'salesinvoicelist.nv', ['next_number' => 10400]],
        ];
    }

    /** @dataProvider kinds */
    public function testEachKindAsksForWhatItIsAbout(string $class, string $resource, array $options = []): void
    {
        $fetch = new $class($options, $this->settings);
        $send = $fetch->pollOutput(Sample::UNIX_MS);

        self::assertInstanceOf(Send::class, $send);
        self::assertSame(['GET', $resource, null], [$send->request->method, $send->request->resource, $send->request->body]);
        self::assertSame([false, null], [$send->mustCheckpoint, $send->order]);
        self::assertInstanceOf($class, $class::resume($fetch->checkpoint(), $this->settings));
    }

    public function testTextAndArraysGiveTheSame(): void
    {
        $expected = (new StockFetch('{"warehouses": ["Myymälä"]}', $this->settings))->checkpoint();

        self::assertStringContainsString('"warehouses":["Myymälä"]', $expected);
        self::assertSame($expected, (new StockFetch(['warehouses' => ['Myymälä']], $this->settings))->checkpoint());
    }

    public function testOptionsThatAreWrongAreRefusedWithEveryFault(): void
    {
        $refusal = Sample::refusal(fn () => new StockFetch(['reserved' => 'both', 'warehouse' => '1'], $this->settings));

        self::assertSame('options', $refusal->getKind());
        self::assertSame(['/reserved', '/warehouse'], array_column($refusal->getFaults(), 'path'));
    }

    public function testARequestThenABatchThenTheReport(): void
    {
        $fetch = new StockFetch([], $this->settings);
        self::assertSame(['total' => null, 'done' => 0], $fetch->progress());
        $send = $fetch->pollOutput(Sample::UNIX_MS);
        self::assertEquals(new Wait(Sample::UNIX_MS + 120_000, 'in_flight'), $fetch->pollOutput(Sample::UNIX_MS));
        $fetch->handleNoReply($send->id, NoReplyKind::Timeout);
        $wait = $fetch->pollOutput(Sample::UNIX_MS);
        self::assertSame('back_off', $wait->reason);
        $send = $fetch->pollOutput($wait->until);
        $fetch->handleReply($send->id, 200, file_get_contents(self::REPLY));

        $batch = $fetch->pollOutput(Sample::UNIX_MS);
        self::assertInstanceOf(Batch::class, $batch);
        self::assertSame(['16', '0', '1'], array_column($batch->batch['products'], 'quantity'));
        self::assertSame(['total' => 3, 'done' => 3], $fetch->progress());
        $done = $fetch->pollOutput(Sample::UNIX_MS);
        self::assertInstanceOf(Done::class, $done);
        self::assertSame($fetch->report(), $done->report);
        self::assertSame([true, 2, 3], [$done->report['finished'], $done->report['requests'], $done->report['result']['products']]);
    }

    public function testAnAnswerToAnotherRequestIsRefused(): void
    {
        $fetch = new StockFetch([], $this->settings);
        $send = $fetch->pollOutput(Sample::UNIX_MS);
        $refusal = Sample::refusal(static fn () => $fetch->handleReply($send->id + 1, 200, ''));

        self::assertSame(['misuse', 'request_id_unknown'], [$refusal->getKind(), $refusal->getErrorCode()]);
    }

    public function testACheckpointOfAnythingElseIsRefusedAsNone(): void
    {
        $checkpoints = [
            (new CatalogueFetch([], $this->settings))->checkpoint(),
            (new OrderExport([], $this->settings))->checkpoint(),
            substr((new StockFetch([], $this->settings))->checkpoint(), 0, -9),
            '',
        ];
        foreach ($checkpoints as $checkpoint) {
            $refusal = Sample::refusal(fn () => StockFetch::resume($checkpoint, $this->settings));
            self::assertSame(['checkpoint', 'checkpoint_invalid'], [$refusal->getKind(), $refusal->getErrorCode()]);
        }
        $fetch = (new StockFetch([], $this->settings))->checkpoint();
        self::assertSame('checkpoint_invalid', Sample::refusal(fn () => OrderExport::resume($fetch, $this->settings))->getErrorCode());
    }

    public function testAFetchOutlivesItsSettings(): void
    {
        $fetch = new StockFetch([], Settings::fromJson('{"language": "en"}'));

        self::assertInstanceOf(Send::class, $fetch->pollOutput(Sample::UNIX_MS));
    }
}
