<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use PHPUnit\Framework\TestCase;

/** The example sends real requests: to the simulator, which checks signatures, elements and numbers by code of its own. */
final class ExampleTest extends TestCase
{
    private const EXAMPLE = __DIR__ . '/../examples/send.php';

    /** @var resource */
    private $simulator;

    private string $url;

    protected function setUp(): void
    {
        $program = getenv('NETVISOR_SIMULATOR');
        self::assertIsString($program, 'NETVISOR_SIMULATOR does not name the simulator; `cargo xtask test php` sets it');
        $this->simulator = proc_open([$program, '--port', '0'], [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR], $pipes);
        $this->url = trim(substr(fgets($pipes[1]), \strlen('listening on ')));
    }

    protected function tearDown(): void
    {
        proc_terminate($this->simulator);
        proc_close($this->simulator);
    }

    public function testAnOrderIsSentAndAccepted(): void
    {
        [$status, $output] = Child::run([PHP_BINARY, self::EXAMPLE, $this->url, \dirname(self::EXAMPLE) . '/order.json']);

        self::assertSame(0, $status, $output);
        $state = json_decode(file_get_contents("$this->url/_state"), true, flags: JSON_THROW_ON_ERROR);
        self::assertSame(
            [['invoice', 10234, '139.70', '139.70']],
            array_map(static fn (array $sent) => [$sent['kind'], $sent['number'], $sent['amount'], $sent['paid']], $state['documents']),
        );
        self::assertStringContainsString('Väinö Öhman', json_encode($state, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
    }

    public function testARefusedOrderIsExplained(): void
    {
        [$status, $output] = Child::run([PHP_BINARY, self::EXAMPLE, $this->url, __DIR__ . '/../composer.json']);

        self::assertSame(1, $status, $output);
        self::assertStringContainsString('field_missing /lines: ', $output);
    }
}
