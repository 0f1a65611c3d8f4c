<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use PHPUnit\Framework\TestCase;

/** The example of a whole run, against the simulator: also stopped by Ctrl-C, and resumed. */
final class ExportFolderTest extends TestCase
{
    private const EXAMPLE = __DIR__ . '/../examples/export_folder.php';

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

    public function testEveryOrderOfAFolderIsExported(): void
    {
        $orders = $this->write(Orders::small(3));
        [$status, $output] = Child::run($this->command());

        self::assertSame(0, $status, $output);
        self::assertStringContainsString("20000  exported  invoice 20000  payment of {$orders[0]['total']} recorded\n", $output);
        self::assertStringContainsString("20001  exported  invoice 20001\n", $output);
        self::assertStringContainsString("\r3/3 ", $output);
        self::assertFileDoesNotExist("$this->folder/state");
        Orders::assertExactlyOnce($orders, $this->simulator->state());

        [$status, $output] = Child::run($this->command());
        self::assertSame(0, $status, $output);
        self::assertStringContainsString("20001  already_exported  invoice 20001\n", $output);
        Orders::assertExactlyOnce($orders, $this->simulator->state());
    }

    public function testWhatWentWrongIsExplainedAndKeepsNoOtherFromBeingExported(): void
    {
        [$order, $wrong] = Orders::small(2);
        $this->write([$order, ['total' => '0.01'] + $wrong]);
        file_put_contents("$this->folder/wrong.json", '{"number": "20002"}');
        [$status, $output] = Child::run($this->command());

        self::assertSame(1, $status, $output);
        self::assertStringContainsString('20000  exported', $output);
        self::assertMatchesRegularExpression('#^20001  rejected  /total The lines sum to #m', $output);
        self::assertMatchesRegularExpression('#^20002  rejected  /.+ is missing#m', $output);
        self::assertFileDoesNotExist("$this->folder/state");
        Orders::assertExactlyOnce([$order], $this->simulator->state());
    }

    public function testAFileThatIsNoJsonIsRefused(): void
    {
        file_put_contents("$this->folder/a.json", '{');
        [$status, $output] = Child::run($this->command());

        self::assertSame(1, $status);
        self::assertStringStartsWith('json_invalid : The input is not valid JSON', $output);
    }

    public function testAMissingRightLeavesTheExportToBeGoneOnWith(): void
    {
        $orders = $this->write(Orders::small(2));
        $this->simulator->control('permissions', ['resource' => 'salesinvoice.nv', 'allowed' => false]);
        [$status, $output] = Child::run($this->command());
        self::assertSame(2, $status, $output);
        self::assertStringContainsString('Myyntilaskun, hyvityslaskun tai -tilauksen tuonti Netvisoriin', $output);

        $this->simulator->control('permissions', ['resource' => 'salesinvoice.nv', 'allowed' => true]);
        [$status, $output] = Child::run($this->command());
        self::assertSame(0, $status, $output);
        Orders::assertExactlyOnce($orders, $this->simulator->state());
    }

    public function testCtrlCStopsAfterTheRequestUnderWayAndTheNextRunGoesOn(): void
    {
        $orders = $this->write(Orders::small(4));
        // Slow answers, so that one is being waited for when the signal comes.
        $this->simulator->plan(...array_fill(0, 40, ['slow' => ['ms' => 60]]));
        $process = proc_open($this->command(), [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes);
        while ($this->simulator->requests('salesinvoice.nv') < 2) {
            usleep(5000);
        }
        proc_terminate($process, SIGINT);
        $output = stream_get_contents($pipes[1]);
        self::assertSame(2, proc_close($process), $output);
        self::assertStringContainsString("Not finished: run it again to go on from $this->folder/state.", $output);
        self::assertStringContainsString('20003  pending', $output);
        self::assertStringNotContainsString('in_doubt', $output);

        [$status, $output] = Child::run($this->command());
        self::assertSame(0, $status, $output);
        self::assertStringNotContainsString('already_exported', $output, 'it goes on with the export, and begins none');
        self::assertFileDoesNotExist("$this->folder/state");
        Orders::assertExactlyOnce($orders, $this->simulator->state());
    }

    /** @return list<string> */
    private function command(): array
    {
        return [PHP_BINARY, self::EXAMPLE, $this->simulator->url, $this->folder, "$this->folder/state"];
    }

    /**
     * @param list<array<string, mixed>> $orders
     * @return list<array<string, mixed>>
     */
    private function write(array $orders): array
    {
        foreach ($orders as $order) {
            file_put_contents("$this->folder/{$order['number']}.json", json_encode($order, JSON_THROW_ON_ERROR));
        }

        return $orders;
    }
}
