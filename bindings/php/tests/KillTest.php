<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use PHPUnit\Framework\TestCase;

/** A host process that is killed at any moment, again and again, still exports each order exactly once. */
final class KillTest extends TestCase
{
    private const ORDERS = 500;
    private const KILLS = 200;

    /** Of a thousand requests; one is late by less than a host process waits. */
    private const FAULTS = ['per_mille' => 20, 'longest_late_ms' => 50, 'longest_slow_ms' => 20];

    private Simulator $simulator;

    private string $folder;

    private int $seed = 0;

    protected function setUp(): void
    {
        $this->simulator = new Simulator();
        $this->folder = sys_get_temp_dir() . '/netvisor-orders-' . bin2hex(random_bytes(8));
        mkdir($this->folder);
    }

    protected function tearDown(): void
    {
        unset($this->simulator);
        Child::run(['rm', '-r', $this->folder]);
    }

    public function testKilled200Times(): void
    {
        // Given in the environment, the same kills and faults come again.
        $this->seed = (int) (getenv('SEED') ?: random_int(1, 0x7FFFFFFF));
        mt_srand($this->seed);
        $orders = Orders::small(self::ORDERS);
        file_put_contents("$this->folder/orders", json_encode($orders, JSON_THROW_ON_ERROR));
        $this->simulator->control('faults', ['by_seed' => ['seed' => $this->seed] + self::FAULTS]);
        $this->simulator->control('faults', ['lost_answer_ms' => 10]);

        for ($killed = 0; $killed < self::KILLS; $killed++) {
            $this->startAndKill(self::KILLS - $killed);
        }

        [$status, $output] = Child::run($this->command());
        self::assertSame(0, $status, $output);
        $report = json_decode(file_get_contents("$this->folder/report"), true, flags: JSON_THROW_ON_ERROR);
        self::assertTrue($report['finished']);
        // By this export, also where another process did it: none is found as somebody else's work.
        self::assertSame(['exported'], array_values(array_unique(array_column($report['orders'], 'outcome'))));
        Orders::assertExactlyOnce($orders, $this->simulator->state());
    }

    protected function onNotSuccessfulTest(\Throwable $exception): void
    {
        fwrite(STDERR, "\nSEED=$this->seed\n");
        throw $exception;
    }

    /** Lets a host process come to some moment of its run, and kills it there. */
    private function startAndKill(int $killsLeft): void
    {
        $errors = "$this->folder/errors";
        $process = proc_open($this->command(), [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', $errors, 'a']], $pipes);
        $moment = mt_rand(0, 9);
        if ($moment === 0) {
            usleep(mt_rand(0, 30_000)); // anywhere in its start
        } elseif ($moment === 1) {
            $this->await($pipes[1], 'look', 1); // while it looks up what is there
            usleep(mt_rand(0, 8000));
        } else {
            $this->await($pipes[1], 'change', mt_rand(1, $this->mostChanges($killsLeft))); // while it exports
            usleep(mt_rand(0, 2000));
        }
        self::assertTrue(proc_get_status($process)['running'], file_get_contents($errors));
        proc_terminate($process, SIGKILL);
        proc_close($process);
    }

    /** Spreads the kills over the run, with some changes left for each of those to come. */
    private function mostChanges(int $killsLeft): int
    {
        $state = $this->simulator->state();
        $paid = intdiv(self::ORDERS, 2);
        $left = self::ORDERS - \count($state['documents']) + $paid - \count($state['payments']);

        return max(1, min(intdiv(2 * $left, $killsLeft), $left - 2 * $killsLeft));
    }

    /**
     * @param resource $output
     * @param int $count how often the line has to come
     */
    private function await($output, string $line, int $count): void
    {
        while ($count > 0) {
            $read = fgets($output);
            self::assertIsString($read, file_get_contents("$this->folder/errors"));
            $count -= (int) (trim($read) === $line);
        }
    }

    /** @return list<string> */
    private function command(): array
    {
        $files = ["$this->folder/orders", "$this->folder/state", "$this->folder/report"];

        return [PHP_BINARY, __DIR__ . '/export_host.php', $this->simulator->url, ...$files];
    }
}
