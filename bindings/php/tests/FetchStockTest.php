<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use PHPUnit\Framework\TestCase;

/** The example of a fetch, against the simulator. */
final class FetchStockTest extends TestCase
{
    private const EXAMPLE = __DIR__ . '/../examples/fetch_stock.php';

    private Simulator $simulator;

    private string $folder;

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

    public function testTheFirstRunFetchesEverythingAndTheNextWhatHasChanged(): void
    {
        $expected = $this->simulator->stock(3);
        [$status, $output] = $this->example();

        self::assertSame(0, $status, $output);
        self::assertEquals($expected, $this->kept());
        self::assertStringContainsString("\r3/3 ", $output);
        self::assertStringContainsString("SKU1  1.5  Tuote 1\n", $output);
        self::assertFileDoesNotExist("$this->folder/stock.state");
        $cursor = file_get_contents("$this->folder/cursor");
        self::assertMatchesRegularExpression('/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/', $cursor);

        $key = array_key_first($expected);
        $this->simulator->control('stock', ['product_key' => $key, 'warehouse' => 'Päävarasto', 'on_hand' => '77']);
        [$status, $output] = $this->example();
        self::assertSame(0, $status, $output);
        self::assertEquals([$key => '77'] + $expected, $this->kept());
    }

    public function testAMissingRightIsExplainedAndTheFetchGoneOnWithLater(): void
    {
        $expected = $this->simulator->stock(2);
        $this->simulator->control('permissions', ['resource' => 'inventorybywarehouse.nv', 'allowed' => false]);
        [$status, $output] = $this->example();
        self::assertSame(1, $status, $output);
        self::assertStringContainsString('Tuotesaldojen nouto varastoittain Netvisorista', $output);
        self::assertFileExists("$this->folder/stock.state");
        self::assertFileDoesNotExist("$this->folder/cursor");

        $this->simulator->control('permissions', ['resource' => 'inventorybywarehouse.nv', 'allowed' => true]);
        [$status, $output] = $this->example();
        self::assertSame(0, $status, $output);
        self::assertEquals($expected, $this->kept());
    }

    public function testCtrlCStopsAndTheNextRunGoesOn(): void
    {
        $expected = $this->simulator->stock(2);
        $this->simulator->plan(['slow' => ['ms' => 400]]);
        $process = proc_open($this->command(), [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
        while ($this->simulator->requests('inventorybywarehouse.nv') < 1) {
            usleep(5000);
        }
        proc_terminate($process, SIGINT);
        $output = stream_get_contents($pipes[1]);
        self::assertSame(2, proc_close($process), $output);
        self::assertStringContainsString("Not finished: run it again to go on from $this->folder/stock.state.", $output);
        self::assertSame([], $this->kept());

        [$status, $output] = $this->example();
        self::assertSame(0, $status, $output);
        self::assertEquals($expected, $this->kept());
    }

    public function testAnEmptyListIsExplained(): void
    {
        [$status, $output] = $this->example();

        self::assertSame(0, $status, $output);
        self::assertStringContainsString('stock', $output);
        self::assertSame([], $this->kept());
    }

    /** @return array{int, string} */
    private function example(): array
    {
        return Child::run($this->command());
    }

    /** @return list<string> */
    private function command(): array
    {
        return [PHP_BINARY, self::EXAMPLE, $this->simulator->url, $this->folder];
    }

    /** @return array<int, string> quantities by NetvisorKey */
    private function kept(): array
    {
        $products = array_map(
            static fn (string $file) => json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR),
            glob("$this->folder/*.json"),
        );

        return array_column($products, 'quantity', 'netvisor_key');
    }
}
