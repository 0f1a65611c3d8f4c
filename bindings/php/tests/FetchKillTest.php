<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use PHPUnit\Framework\TestCase;

/** The example of a fetch, killed at any moment, again and again: every product is kept, and each file is whole. */
final class FetchKillTest extends TestCase
{
    private const EXAMPLE = __DIR__ . '/../examples/fetch_stock.php';
    private const PRODUCTS = 1100;
    private const BATCH = 1000;
    private const KILLS = 40;

    private Simulator $simulator;

    private string $folder;

    private int $seed = 0;

    protected function setUp(): void
    {
        $this->simulator = new Simulator();
        $this->folder = sys_get_temp_dir() . '/netvisor-orders-' . bin2hex(random_bytes(8));
        mkdir("$this->folder/stock", recursive: true);
    }

    protected function tearDown(): void
    {
        unset($this->simulator);
        Child::run(['rm', '-r', $this->folder]);
    }

    public function testKilled40Times(): void
    {
        // Given in the environment, the same kills come again.
        $this->seed = (int) (getenv('SEED') ?: random_int(1, 0x7FFFFFFF));
        mt_srand($this->seed);
        $expected = $this->simulator->stock(self::PRODUCTS);
        $killed = 0;
        $goneOn = 0;
        for ($kill = 0; $kill < self::KILLS; $kill++) {
            $goneOn += (int) file_exists("$this->folder/stock/stock.state");
            if ($this->startAndKill($kill)) {
                $killed++;
            } else {
                $this->assertUpToDate($expected);
                $this->forget();
            }
            // Each product that is there is there as a whole.
            $this->kept();
            // Stock changes between the runs.
            $key = array_rand($expected);
            $expected[$key] = (string) mt_rand(1, 999);
            $this->simulator->control('stock', ['product_key' => $key, 'warehouse' => 'Päävarasto', 'on_hand' => $expected[$key]]);
        }

        self::assertGreaterThan(self::KILLS / 2, $killed, 'it came to its end in most runs');
        self::assertGreaterThan(0, $goneOn);
        $this->assertUpToDate($expected);
    }

    protected function onNotSuccessfulTest(\Throwable $exception): void
    {
        fwrite(STDERR, "\nSEED=$this->seed\n");
        throw $exception;
    }

    /** Lets the example come to some moment of its run, and kills it there. Returns false where it came to its end before. */
    private function startAndKill(int $kill): bool
    {
        $errors = "$this->folder/errors";
        $process = proc_open($this->command(), [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', $errors, 'w']], $pipes);
        [$products, $microseconds] = match ($kill % 4) {
            0 => [mt_rand(self::BATCH + 1, self::PRODUCTS), 200], // while there is a checkpoint
            1 => [0, 150_000], // anywhere in its start, or while it asks
            2 => [mt_rand(1, self::PRODUCTS), 200], // while it keeps products
            3 => [[self::BATCH, self::PRODUCTS][mt_rand(0, 1)], 3000], // while it stores a checkpoint, or in its end
        };
        while ($products > 0 && fgets($pipes[1]) !== false) {
            $products--;
        }
        usleep(mt_rand(0, $microseconds));
        proc_terminate($process, SIGKILL);
        while (($status = proc_get_status($process))['running']) {
            usleep(500);
        }
        proc_close($process);
        if (!$status['signaled']) {
            self::assertSame(0, $status['exitcode'], file_get_contents($errors));
        }

        return $status['signaled'];
    }

    /**
     * Runs it to its end, twice: a fetch that is gone on with does not know what has changed since it was begun.
     *
     * @param array<int, string> $expected
     */
    private function assertUpToDate(array $expected): void
    {
        for ($run = 0; $run < 2; $run++) {
            [$status, $output] = Child::run($this->command());
            self::assertSame(0, $status, $output);
        }
        self::assertEquals($expected, $this->kept());
        self::assertFileExists("$this->folder/stock/cursor");
        self::assertFileDoesNotExist("$this->folder/stock/stock.state");
    }

    private function forget(): void
    {
        Child::run(['rm', '-r', "$this->folder/stock"]);
        mkdir("$this->folder/stock");
    }

    /** @return list<string> */
    private function command(): array
    {
        return [PHP_BINARY, self::EXAMPLE, $this->simulator->url, "$this->folder/stock"];
    }

    /** @return array<int, string> quantities by NetvisorKey */
    private function kept(): array
    {
        $kept = [];
        foreach (glob("$this->folder/stock/*.json") as $file) {
            $product = json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);
            self::assertSame(basename($file), "$product[netvisor_key].json");
            $kept[$product['netvisor_key']] = $product['quantity'];
        }

        return $kept;
    }
}
