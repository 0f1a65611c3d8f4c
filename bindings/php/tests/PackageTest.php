<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use PHPUnit\Framework\TestCase;

/** The package as Composer sees it, and as a shop that requires it. */
final class PackageTest extends TestCase
{
    private const PACKAGE = __DIR__ . '/..';
    private const EXAMPLE_ORDER = self::PACKAGE . '/../../core/examples/orders/woocommerce.json';

    private static string $shop;

    public static function setUpBeforeClass(): void
    {
        self::$shop = sys_get_temp_dir() . '/netvisor-orders-shop-' . bin2hex(random_bytes(8));
        mkdir(self::$shop);
        file_put_contents(self::$shop . '/composer.json', json_encode([
            'repositories' => [
                // A copy, as from a real repository; without it Composer would link to the checkout.
                ['type' => 'path', 'url' => realpath(self::PACKAGE), 'options' => ['symlink' => false]],
                ['packagist' => false],
            ],
            'require' => ['netvisor-orders/netvisor-orders' => '*'],
            'config' => ['allow-plugins' => false],
        ], JSON_THROW_ON_ERROR));
        copy(self::EXAMPLE_ORDER, self::$shop . '/order.json');
        self::composer(['install', '--no-interaction', '--no-progress', '--classmap-authoritative'], self::$shop);
    }

    public static function tearDownAfterClass(): void
    {
        Child::run(['rm', '-r', self::$shop]);
    }

    public function testTheManifestIsValid(): void
    {
        // The version is there on purpose: packages are also installed from archives and folders.
        self::composer(['validate', '--strict', '--no-check-version', '--no-interaction'], self::PACKAGE);
        self::addToAssertionCount(1);
    }

    public function testEveryClassIsInItsFile(): void
    {
        $classes = require self::$shop . '/vendor/composer/autoload_classmap.php';
        $files = array_map(static fn (string $file) => basename($file, '.php'), glob(self::PACKAGE . '/src/*.php'));
        $ours = array_filter(array_keys($classes), static fn (string $class) => str_starts_with($class, 'NetvisorOrders\\'));
        $names = array_map(static fn (string $class) => substr($class, \strlen('NetvisorOrders\\')), array_values($ours));
        sort($names);

        self::assertSame($files, $names);
    }

    public function testEveryFileIsStrict(): void
    {
        foreach (['', '/src', '/tests', '/bench', '/examples'] as $folder) {
            foreach (glob(self::PACKAGE . "$folder/*.php") as $file) {
                self::assertStringContainsString("\ndeclare(strict_types=1);\n", file_get_contents($file), $file);
            }
        }
    }

    public function testTheExamplesOfTheReadmeRunInAShop(): void
    {
        preg_match_all('/^```php\n(.+?)^```$/ms', file_get_contents(self::PACKAGE . '/README.md'), $blocks);
        $simulator = new Simulator();
        $connection = json_encode(Simulator::connectionArray($simulator->url), JSON_THROW_ON_ERROR);
        file_put_contents(self::$shop . '/connection.json', $connection);
        $expected = $simulator->stock(1);
        $outputs = array_map($this->example(...), $blocks[1]);

        self::assertCount(3, $outputs);
        self::assertStringContainsString("POST $simulator->url/salesinvoice.nv?method=add", $outputs[0]);
        self::assertSame("5012: exported\n", $outputs[1]);
        self::assertSame([5012], array_column($simulator->state()['documents'], 'number'));
        self::assertFileDoesNotExist(self::$shop . '/export.state');
        self::assertSame(array_key_first($expected) . " SKU1: 1.5\n", $outputs[2]);
        self::assertFileDoesNotExist(self::$shop . '/stock.state');
    }

    public function testComposerInstallsTheHeaderTool(): void
    {
        [$status, $header] = Child::run([self::$shop . '/vendor/bin/netvisor-orders-header']);

        self::assertSame(0, $status, $header);
        self::assertStringStartsWith('#define FFI_SCOPE "NETVISOR_ORDERS"' . "\n" . '#define FFI_LIB "' . realpath(self::$shop), $header);
    }

    private function example(string $code): string
    {
        file_put_contents(self::$shop . '/example.php', $code);
        // Any notice is a failure.
        [$status, $output] = Child::run(
            [PHP_BINARY, '-d', 'error_reporting=-1', '-d', 'display_errors=1', 'example.php'],
            self::$shop,
            ['NETVISOR_ORDERS_LIBRARY' => ''],
        );
        self::assertSame(0, $status, $output);
        self::assertDoesNotMatchRegularExpression('/(Warning|Notice|Deprecated|Fatal error):/', $output);

        return $output;
    }

    /** @param list<string> $arguments */
    private static function composer(array $arguments, string $folder): void
    {
        [$status, $output] = Child::run(
            ['composer', ...$arguments],
            $folder,
            ['COMPOSER_ALLOW_SUPERUSER' => '1', 'COMPOSER_DISABLE_NETWORK' => '1', 'COMPOSER_HOME' => self::$shop . '/.composer'],
        );
        self::assertSame(0, $status, $output);
    }
}
