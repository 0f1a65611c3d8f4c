<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\ExportDriver;
use NetvisorOrders\NoReplyException;
use NetvisorOrders\NoReplyKind;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Response;
use NetvisorOrders\SignedRequest;
use NetvisorOrders\StreamSender;
use PHPUnit\Framework\TestCase;

/** The driver over real HTTP to the simulator, with a clock that runs ahead where something is waited for. */
final class ExportDriverTest extends TestCase
{
    private Simulator $simulator;

    private FastClock $clock;

    /** @var list<string> what happened: `store`, and methods and resources of requests */
    private array $events = [];

    private string $checkpoint = '';

    protected function setUp(): void
    {
        $this->simulator = new Simulator();
        $this->simulator->control('faults', ['lost_answer_ms' => 1]);
        $this->clock = new FastClock(10_000);
    }

    protected function tearDown(): void
    {
        unset($this->simulator);
    }

    public function testEveryOrderIsExportedAndChangesAreStoredBeforeTheyAreSent(): void
    {
        $orders = Orders::small(2);
        $report = $this->driver()->run(new OrderExport($orders, Orders::settings()));

        self::assertTrue($report['finished']);
        self::assertSame(['exported', 'exported'], array_column($report['orders'], 'outcome'));
        Orders::assertExactlyOnce($orders, $this->simulator->state());
        self::assertCount($report['requests'], preg_grep('/^(GET|POST)/', $this->events));
        foreach (array_keys(preg_grep('/^POST/', $this->events)) as $index) {
            self::assertSame('store', $this->events[$index - 1]);
        }
        self::assertNotContains('store', \array_slice($this->events, 0, 3), 'a look-up needs no checkpoint');
        self::assertSame('store', end($this->events));
        self::assertSame($report, OrderExport::resume($this->checkpoint, Orders::settings())->report());
    }

    public function testEveryAttemptIsSignedAnewWithTheRealTime(): void
    {
        $this->simulator->plan('lost_before', 'lost_before', 'connection_refused');
        $stamps = [];
        $send = function (SignedRequest $signed) use (&$stamps): Response {
            $stamps[] = $signed->headers['X-Netvisor-Authentication-TransactionId'];
            self::assertEqualsWithDelta(microtime(true), $signed->headers['X-Netvisor-Authentication-TimestampUnix'], 5);

            return $this->send($signed);
        };
        $report = $this->driver(send: $send)->run(new OrderExport(Orders::small(1), Orders::settings()));

        self::assertSame('exported', $report['orders'][0]['outcome']);
        self::assertGreaterThan(time() * 1000 + 60_000, $this->clock->now());
        self::assertSame($stamps, array_unique($stamps));
    }

    public function testWhereStoringFailsNothingIsSentAndTheExportCanGoOn(): void
    {
        $export = new OrderExport(Orders::small(1), Orders::settings());
        $driver = $this->driver(store: static fn () => throw new \RuntimeException('disk full'));
        try {
            $driver->run($export);
            self::fail('nothing was thrown');
        } catch (\RuntimeException $exception) {
            self::assertSame('disk full', $exception->getMessage());
        }
        self::assertSame([], preg_grep('/^POST/', $this->events));

        self::assertSame('exported', $this->driver()->run($export)['orders'][0]['outcome']);
        Orders::assertExactlyOnce(Orders::small(1), $this->simulator->state());
    }

    /** @return array<string, array{\Throwable, list<string>}> what is thrown for the document, and what comes next */
    public function failures(): array
    {
        $looked = ['GET salesinvoicelist.nv'];

        return [
            'time-out' => [new NoReplyException(NoReplyKind::Timeout), $looked],
            'connection lost' => [new NoReplyException(NoReplyKind::ConnectionLost), $looked],
            'not connected' => [new NoReplyException(NoReplyKind::NotConnected), ['store', 'sleep']],
            'unknown' => [new \TypeError('a bug in the client'), $looked],
        ];
    }

    /**
     * @dataProvider failures
     * @param list<string> $next
     */
    public function testWhatSendThrowsIsHandedInAndTold(\Throwable $failure, array $next): void
    {
        $told = [];
        $after = null;
        $send = function (SignedRequest $signed) use ($failure, &$after): Response {
            if ($after !== null || !str_contains($signed->url, '/salesinvoice.nv')) {
                return $this->send($signed);
            }
            $after = \count($this->events);
            throw $failure;
        };
        $driver = $this->driver(send: $send, onError: static function (\Throwable $error) use (&$told): void {
            $told[] = $error;
        });
        $report = $driver->run(new OrderExport(Orders::small(1), Orders::settings()));

        self::assertSame([$failure], $told);
        self::assertSame($next, \array_slice($this->events, $after, \count($next)));
        self::assertSame('exported', $report['orders'][0]['outcome']);
        Orders::assertExactlyOnce(Orders::small(1), $this->simulator->state());
    }

    public function testWithoutAListenerAnUnknownErrorIsAWarningAndAMissingAnswerIsNone(): void
    {
        $failures = [new NoReplyException(NoReplyKind::Timeout, 'quiet'), new \LogicException('a bug in the client')];
        $send = function (SignedRequest $signed) use (&$failures): Response {
            return $failures === [] ? $this->send($signed) : throw array_shift($failures);
        };
        $warnings = [];
        set_error_handler(static function (int $level, string $message) use (&$warnings): bool {
            $warnings[] = $message;

            return true;
        }, E_USER_WARNING);
        try {
            $this->driver(send: $send)->run(new OrderExport(Orders::small(1), Orders::settings()));
        } finally {
            restore_error_handler();
        }

        self::assertCount(1, $warnings);
        self::assertStringContainsString('LogicException: a bug in the client', $warnings[0]);
    }

    public function testWhatIsNoResponseCountsAsLost(): void
    {
        $told = [];
        $answers = [null, 'OK'];
        $send = function (SignedRequest $signed) use (&$answers): mixed {
            return $answers === [] ? $this->send($signed) : array_shift($answers);
        };
        $driver = $this->driver(send: $send, onError: static function (\Throwable $error) use (&$told): void {
            $told[] = $error::class;
        });

        self::assertTrue($driver->run(new OrderExport(Orders::small(1), Orders::settings()))['finished']);
        self::assertSame([\TypeError::class, \TypeError::class], $told);
    }

    public function testWhoCannotWaitGetsTheReportSoFarAndResumesLater(): void
    {
        $this->simulator->plan(null, null, null, null, null, 'lost_before');
        $report = $this->driver(maxWait: 59.0)->run(new OrderExport(Orders::small(2), Orders::settings()));

        self::assertFalse($report['finished']);
        self::assertEqualsCanonicalizing(['in_doubt', 'exported'], array_column($report['orders'], 'outcome'));
        self::assertNotContains('sleep', $this->events);

        $report = $this->driver(maxWait: 60.0)->run(OrderExport::resume($this->checkpoint, Orders::settings()));
        self::assertSame(['exported', 'exported'], array_column($report['orders'], 'outcome'));
        Orders::assertExactlyOnce(Orders::small(2), $this->simulator->state());
    }

    public function testAStopBetweenRequestsIsHonoured(): void
    {
        $stop = fn (): bool => \count(preg_grep('/^POST salesinvoice/', $this->events)) === 1;
        $report = $this->driver(shouldStop: $stop)->run(new OrderExport(Orders::small(2), Orders::settings()));

        self::assertFalse($report['finished']);
        self::assertSame('store', end($this->events));
        self::assertCount(1, $this->simulator->state()['documents']);
        $report = $this->driver()->run(OrderExport::resume($this->checkpoint, Orders::settings()));
        self::assertTrue($report['finished']);
        Orders::assertExactlyOnce(Orders::small(2), $this->simulator->state());
    }

    public function testAStopWhileWaitingIsHonouredSoon(): void
    {
        $this->simulator->plan('connection_refused');
        $stop = fn (): bool => \in_array('sleep', $this->events, true);
        $report = $this->driver(shouldStop: $stop)->run(new OrderExport(Orders::small(1), Orders::settings()));

        self::assertFalse($report['finished']);
        self::assertSame(['GET salesinvoicelist.nv', 'store', 'sleep', 'store'], $this->events);
        self::assertLessThan(microtime(true) * 1000 + 1000, $this->clock->now());
    }

    public function testWaitingTakesRealTimeUnlessAClockIsGiven(): void
    {
        $this->simulator->plan('connection_refused');
        $before = hrtime(true);
        $driver = new ExportDriver(
            $this->simulator->connection(),
            $this->send(...),
            $this->store(...),
            shouldStop: static fn (): bool => hrtime(true) - $before > 6e8,
        );
        $driver->run(new OrderExport(Orders::small(1), Orders::settings()));

        self::assertEqualsWithDelta(0.8, (hrtime(true) - $before) / 1e9, 0.5);
        self::assertCount(1, preg_grep('/^GET/', $this->events));
    }

    public function testProgressGoesFromNothingToAll(): void
    {
        $seen = [];
        $driver = $this->driver(onProgress: static function (array $progress) use (&$seen): void {
            $seen[] = $progress;
        });
        $driver->run(new OrderExport(Orders::small(3), Orders::settings()));

        self::assertSame(['total' => 3, 'done' => 0, 'current' => '20000'], $seen[0]);
        self::assertSame(['total' => 3, 'done' => 3, 'current' => null], end($seen));
        $done = array_column($seen, 'done');
        $sorted = $done;
        sort($sorted);
        self::assertSame($sorted, $done);
        self::assertSame([0, 1, 2, 3], array_values(array_unique($done)));
    }

    public function testARequestGivenOutElsewhereIsNotWaitedForForever(): void
    {
        $export = new OrderExport(Orders::small(1), Orders::settings());
        $export->pollOutput($this->clock->now());

        $this->expectException(\LogicException::class);
        $this->expectExceptionMessage('still awaits its answer');
        $this->driver()->run($export);
    }

    private function driver(mixed ...$options): ExportDriver
    {
        return new ExportDriver(...$options + [
            'connection' => $this->simulator->connection(),
            'send' => $this->send(...),
            'store' => $this->store(...),
            'clock' => $this->clock->now(...),
            'sleep' => function (int $ms): void {
                $this->events[] = 'sleep';
                $this->clock->sleep($ms);
            },
        ]);
    }

    private function send(SignedRequest $signed): Response
    {
        $this->events[] = "$signed->method " . basename(parse_url($signed->url, PHP_URL_PATH));

        return (new StreamSender())($signed);
    }

    private function store(string $checkpoint): void
    {
        $this->events[] = 'store';
        $this->checkpoint = $checkpoint;
    }
}
