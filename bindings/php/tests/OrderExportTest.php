<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Done;
use NetvisorOrders\NoReplyKind;
use NetvisorOrders\Order;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Send;
use NetvisorOrders\Settings;
use NetvisorOrders\Wait;
use PHPUnit\Framework\TestCase;

/** The step-by-step export as PHP has it; what it decides, the golden cases tell. */
final class OrderExportTest extends TestCase
{
    private Settings $settings;

    protected function setUp(): void
    {
        $this->settings = Settings::fromArray(['document' => ['type' => 'invoice']]);
    }

    public function testTextArraysAndReadOrdersGiveTheSame(): void
    {
        $expected = (new OrderExport('[' . Sample::orderJson() . ']', $this->settings))->checkpoint();

        self::assertStringContainsString('"number":"10234"', $expected);
        self::assertSame($expected, (new OrderExport([Sample::orderArray()], $this->settings))->checkpoint());
        $read = Order::read('canonical', Sample::orderJson());
        self::assertSame($expected, (new OrderExport([$read], $this->settings))->checkpoint());
    }

    public function testNoOrdersAreDoneAtOnce(): void
    {
        $output = (new OrderExport([], $this->settings))->pollOutput(Sample::UNIX_MS);

        self::assertEquals(new Done(['finished' => true, 'orders' => [], 'requests' => 0]), $output);
    }

    public function testOneOrderIsNoList(): void
    {
        $refusal = Sample::refusal(fn () => new OrderExport(Sample::orderArray(), $this->settings));

        self::assertSame(['order', 'type_mismatch'], [$refusal->getKind(), $refusal->getErrorCode()]);
    }

    public function testAnOrderThatIsWrongIsRejectedInTheReport(): void
    {
        $report = (new OrderExport([['number' => '7', 'total' => '1.00']], $this->settings))->report();

        self::assertTrue($report['finished']);
        self::assertSame(['7', 'rejected'], [$report['orders'][0]['order'], $report['orders'][0]['outcome']]);
        self::assertContains('field_missing', array_column($report['orders'][0]['faults'], 'code'));
    }

    public function testARequestIsGivenOnceAndAwaitsItsAnswer(): void
    {
        $export = new OrderExport([Sample::orderArray()], $this->settings);
        $send = $export->pollOutput(Sample::UNIX_MS);

        self::assertInstanceOf(Send::class, $send);
        self::assertSame(['GET', 'salesinvoicelist.nv', null], [$send->request->method, $send->request->resource, $send->request->body]);
        self::assertSame([false, null], [$send->mustCheckpoint, $send->order]);
        self::assertEquals(new Wait(Sample::UNIX_MS + 120_000, 'in_flight'), $export->pollOutput(Sample::UNIX_MS));
        self::assertSame(['total' => 1, 'done' => 0, 'current' => '10234'], $export->progress());

        $export->handleNoReply($send->id, NoReplyKind::Timeout);
        self::assertEquals(new Wait(Sample::UNIX_MS + 30_000, 'back_off'), $export->pollOutput(Sample::UNIX_MS));
    }

    public function testAnAnswerToAnotherRequestIsRefused(): void
    {
        $export = new OrderExport([Sample::orderArray()], $this->settings);
        $send = $export->pollOutput(Sample::UNIX_MS);
        $refusals = [
            Sample::refusal(static fn () => $export->handleReply($send->id + 1, 200, '')),
            Sample::refusal(static fn () => $export->handleNoReply(0, NoReplyKind::Timeout)),
        ];

        foreach ($refusals as $refusal) {
            self::assertSame(['misuse', 'request_id_unknown', '/id'], [$refusal->getKind(), $refusal->getErrorCode(), $refusal->getPath()]);
        }
        self::assertInstanceOf(Wait::class, $export->pollOutput(Sample::UNIX_MS));
    }

    public function testAStatusThatIsNoneIsRefused(): void
    {
        $export = new OrderExport([Sample::orderArray()], $this->settings);
        $send = $export->pollOutput(Sample::UNIX_MS);

        $this->expectException(\ValueError::class);
        $export->handleReply($send->id, 65_736, '');
    }

    public function testACheckpointIsResumedWithTheSameSettingsOnly(): void
    {
        $checkpoint = (new OrderExport([Sample::orderArray()], $this->settings))->checkpoint();

        self::assertSame($checkpoint, OrderExport::resume($checkpoint, $this->settings)->checkpoint());
        $refusal = Sample::refusal(static fn () => OrderExport::resume($checkpoint, Settings::fromJson('{}')));
        self::assertSame(['checkpoint', 'checkpoint_settings_differ'], [$refusal->getKind(), $refusal->getErrorCode()]);
        $refusal = Sample::refusal(fn () => OrderExport::resume(substr($checkpoint, 0, -9), $this->settings));
        self::assertSame('checkpoint_invalid', $refusal->getErrorCode());
    }

    public function testAnExportOutlivesItsSettings(): void
    {
        $export = new OrderExport([Sample::orderArray()], Settings::fromJson('{"document": {"type": "invoice"}}'));

        self::assertInstanceOf(Send::class, $export->pollOutput(Sample::UNIX_MS));
    }
}
