<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use PHPUnit\Framework\TestCase;

/** The example sends real requests: to the simulator, which checks signatures, elements and numbers by code of its own. */
final class ExampleTest extends TestCase
{
    private const EXAMPLE = __DIR__ . '/../examples/send.php';

    private Simulator $simulator;

    protected function setUp(): void
    {
        $this->simulator = new Simulator();
    }

    protected function tearDown(): void
    {
        unset($this->simulator);
    }

    public function testAnOrderIsSentAndAccepted(): void
    {
        [$status, $output] = Child::run([PHP_BINARY, self::EXAMPLE, $this->simulator->url, \dirname(self::EXAMPLE) . '/order.json']);

        self::assertSame(0, $status, $output);
        $state = $this->simulator->state();
        self::assertSame(
            [['invoice', 10234, '139.70', '139.70']],
            array_map(static fn (array $sent) => [$sent['kind'], $sent['number'], $sent['amount'], $sent['paid']], $state['documents']),
        );
        self::assertStringContainsString('Väinö Öhman', json_encode($state, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
    }

    public function testARefusedOrderIsExplained(): void
    {
        [$status, $output] = Child::run([PHP_BINARY, self::EXAMPLE, $this->simulator->url, __DIR__ . '/../composer.json']);

        self::assertSame(1, $status, $output);
        self::assertStringContainsString('field_missing /lines: ', $output);
    }
}
