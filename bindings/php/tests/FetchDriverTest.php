<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Done;
use NetvisorOrders\ExportDriver;
use NetvisorOrders\NumberPlan;
use NetvisorOrders\Settings;
use NetvisorOrders\SetupCheck;
use NetvisorOrders\StockFetch;
use NetvisorOrders\StreamSender;
use PHPUnit\Framework\TestCase;

/** The driver with fetches, over real HTTP to the simulator. */
final class FetchDriverTest extends TestCase
{
    private Simulator $simulator;

    private Settings $settings;

    private FastClock $clock;

    /** @var array<int, string> what the shop has kept: quantities by NetvisorKey */
    private array $kept = [];

    /** @var list<string> `deliver`, `store` and `sleep`, in order */
    private array $events = [];

    private string $checkpoint = '';

    protected function setUp(): void
    {
        $this->simulator = new Simulator();
        $this->settings = Settings::fromArray(['language' => 'en']);
        $this->clock = new FastClock(10_000);
    }

    protected function tearDown(): void
    {
        unset($this->simulator);
    }

    public function testEachBatchIsDeliveredThenTheCheckpointStored(): void
    {
        $expected = $this->simulator->stock(1200);
        $seen = [];
        $driver = $this->driver(onProgress: static function (array $progress) use (&$seen): void {
            $seen[] = [$progress['done'], $progress['total']];
        });
        $report = $driver->run(new StockFetch([], $this->settings));

        self::assertTrue($report['finished']);
        self::assertSame([1, 1200], [$report['requests'], $report['result']['products']]);
        self::assertSame(['deliver', 'store', 'deliver', 'store', 'store'], $this->events);
        self::assertEquals($expected, $this->kept);
        self::assertSame([[0, null], [1000, 1200], [1200, 1200], [1200, 1200]], $seen);
        self::assertEquals(new Done($report), StockFetch::resume($this->checkpoint, $this->settings)->pollOutput($this->clock->now()));
    }

    public function testWhatHasChangedSinceComesByTheCursor(): void
    {
        $this->simulator->stock(3);
        $report = $this->driver()->run(new StockFetch([], $this->settings));
        $this->simulator->control('stock', ['product_key' => array_key_first($this->kept), 'warehouse' => 'Päävarasto', 'on_hand' => '77']);
        $report = $this->driver()->run(new StockFetch(['changed_since' => $report['result']['cursor']], $this->settings));

        self::assertTrue($report['finished']);
        self::assertSame('77', reset($this->kept));
    }

    public function testAStopIsHonouredAndTheResumedFetchLosesNothing(): void
    {
        $expected = $this->simulator->stock(1200);
        $stop = fn (): bool => \in_array('deliver', $this->events, true);
        $report = $this->driver(shouldStop: $stop)->run(new StockFetch([], $this->settings));

        self::assertFalse($report['finished']);
        self::assertSame(['deliver', 'store', 'store'], $this->events);
        self::assertCount(1000, $this->kept);
        $report = $this->driver()->run(StockFetch::resume($this->checkpoint, $this->settings));
        self::assertTrue($report['finished']);
        self::assertEquals($expected, $this->kept);
    }

    public function testABatchThatCannotBeKeptComesAgain(): void
    {
        $expected = $this->simulator->stock(1200);
        $fetch = new StockFetch([], $this->settings);
        $driver = $this->driver(deliver: function (array $batch): void {
            $this->kept === [] ? $this->deliver($batch) : throw new \RuntimeException('disk full');
        });
        try {
            $driver->run($fetch);
            self::fail('nothing was thrown');
        } catch (\RuntimeException $exception) {
            self::assertSame('disk full', $exception->getMessage());
        }
        self::assertSame(['deliver', 'store'], $this->events);

        self::assertTrue($this->driver()->run($fetch)['finished']);
        self::assertEquals($expected, $this->kept);
    }

    public function testALostAnswerIsAskedForAgain(): void
    {
        $this->simulator->control('faults', ['lost_answer_ms' => 1]);
        $this->simulator->plan('lost_before');
        $expected = $this->simulator->stock(2);
        $report = $this->driver()->run(new StockFetch([], $this->settings));

        self::assertTrue($report['finished']);
        self::assertSame('sleep', $this->events[1]);
        self::assertEquals($expected, $this->kept);
    }

    public function testAMissingRightStopsTheFetchAndSaysWhichOne(): void
    {
        $this->simulator->control('permissions', ['resource' => 'inventorybywarehouse.nv', 'allowed' => false]);
        $report = $this->driver()->run(new StockFetch([], $this->settings));

        self::assertFalse($report['finished']);
        self::assertSame('VARASTOTAPAHTUMAT', $report['stopped']['refusal']['permission']['group']);
    }

    public function testASetupCheckNeedsNoDeliver(): void
    {
        $report = $this->driver(deliver: null)->run(new SetupCheck(['features' => ['export', 'stock']], $this->settings));

        self::assertTrue($report['finished']);
        self::assertTrue($report['result']['ok']);
        self::assertSame('accepted', $report['result']['credentials']['state']);
    }

    public function testAPlanOfNumbersNeedsNoDeliver(): void
    {
        $this->simulator->control('documents', ['kind' => 'order', 'number' => 10450, 'private_comment' => 'by hand']);
        $report = $this->driver(deliver: null)->run(new NumberPlan(['next_number' => 10400, 'per_day' => '10'], $this->settings));

        self::assertTrue($report['finished']);
        self::assertSame([1, 10450], [$report['result']['documents'], $report['result']['plan']['present']['collides_at']]);
        self::assertSame([], $this->kept);
    }

    public function testAFetchWithoutDeliverIsRefusedBeforeAnythingIsSent(): void
    {
        try {
            $this->driver(deliver: null)->run(new StockFetch([], $this->settings));
            self::fail('nothing was thrown');
        } catch (\LogicException $exception) {
            self::assertStringContainsString('StockFetch hands out batches', $exception->getMessage());
        }
        self::assertSame(0, $this->simulator->requests('inventorybywarehouse.nv'));
    }

    private function driver(mixed ...$options): ExportDriver
    {
        return new ExportDriver(...$options + [
            'connection' => $this->simulator->connection(),
            'send' => new StreamSender(),
            'store' => function (string $checkpoint): void {
                $this->events[] = 'store';
                $this->checkpoint = $checkpoint;
            },
            'clock' => $this->clock->now(...),
            'sleep' => function (int $ms): void {
                $this->events[] = 'sleep';
                $this->clock->sleep($ms);
            },
            'deliver' => $this->deliver(...),
        ]);
    }

    /** @param array<string, mixed> $batch */
    private function deliver(array $batch): void
    {
        $this->events[] = 'deliver';
        $this->kept = array_column($batch['products'], 'quantity', 'netvisor_key') + $this->kept;
    }
}
