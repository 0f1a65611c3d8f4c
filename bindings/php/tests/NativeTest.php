<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Native;
use PHPUnit\Framework\TestCase;

/** Finding and loading the library, and what is said when that does not work. Each case needs a PHP of its own. */
final class NativeTest extends TestCase
{
    private const PACKAGE = __DIR__ . '/..';
    private const VERSION = 'require $argv[1] . "/autoload.php"; echo NetvisorOrders\Native::version(), "\n";';

    /** @var list<string> files to remove afterwards */
    private array $files = [];

    /** @var list<string> */
    private array $folders = [];

    protected function tearDown(): void
    {
        array_map(unlink(...), $this->files);
        foreach ($this->folders as $folder) {
            Child::run(['rm', '-r', $folder]);
        }
    }

    public function testPackageAndLibraryHaveTheSameVersion(): void
    {
        $package = json_decode(file_get_contents(self::PACKAGE . '/composer.json'), flags: JSON_THROW_ON_ERROR);

        self::assertSame($package->version, Native::version());
    }

    public function testAnotherLibraryIsNotLoadedOnTopOfTheFirst(): void
    {
        Native::load();
        Native::load();
        $this->expectException(\LogicException::class);
        Native::load('/elsewhere/libnetvisor_orders.so');
    }

    public function testTheLibraryIsLoadedFromAGivenPath(): void
    {
        $copy = $this->file(file_get_contents($this->library()));
        $maps = 'require $argv[1] . "/autoload.php"; NetvisorOrders\Native::load($argv[2]); echo file_get_contents("/proc/self/maps");';

        [$status, $output] = $this->php($maps, arguments: [$copy]);
        self::assertSame(0, $status, $output);
        self::assertStringContainsString($copy, $output);
    }

    public function testTheEnvironmentNamesTheLibrary(): void
    {
        [$status, $output] = $this->php(self::VERSION, environment: ['NETVISOR_ORDERS_LIBRARY' => '/elsewhere/lib.so']);
        self::assertNotSame(0, $status);
        self::assertStringContainsString('not at /elsewhere/lib.so', $output);

        [$status, $output] = $this->php(self::VERSION, environment: ['NETVISOR_ORDERS_LIBRARY' => $this->library()]);
        self::assertSame([0, Native::version() . "\n"], [$status, $output]);
    }

    public function testAFileThatIsNoLibraryIsNamed(): void
    {
        $file = $this->file('no library');
        [$status, $output] = $this->php(self::VERSION, environment: ['NETVISOR_ORDERS_LIBRARY' => $file]);

        self::assertNotSame(0, $status);
        self::assertStringContainsString('FfiUnavailableException: The native library of netvisor-orders cannot be loaded', $output);
        self::assertStringContainsString($file, $output);
    }

    public function testALibraryOfAnotherReleaseIsNotUsed(): void
    {
        // The C library has none of our functions.
        $other = $this->mapped('libc.so');
        [$status, $output] = $this->php(self::VERSION, environment: ['NETVISOR_ORDERS_LIBRARY' => $other]);

        self::assertNotSame(0, $status);
        self::assertStringContainsString('of the same release', $output);
    }

    public function testALibraryOfAnotherAbiIsNotUsed(): void
    {
        $package = $this->copy(['ABI_VERSION = 1' => 'ABI_VERSION = 99']);
        symlink(realpath(self::PACKAGE . '/lib'), "$package/lib");
        [$status, $output] = Child::run([PHP_BINARY, '-r', self::VERSION, '--', $package]);

        self::assertNotSame(0, $status);
        self::assertStringContainsString('has ABI version 1, this package needs 99', $output);
    }

    public function testAPackageWithoutTheLibrarySaysSo(): void
    {
        $package = $this->copy();
        [$status, $output] = Child::run([PHP_BINARY, '-r', self::VERSION, '--', $package]);
        self::assertNotSame(0, $status);
        self::assertMatchesRegularExpression("#not at $package/lib/\\w+-\\w+/\\w*netvisor_orders\\.\\w+\\. Install#", $output);

        $environment = ['NETVISOR_ORDERS_LIBRARY' => $this->library()];
        [$status, $output] = Child::run([PHP_BINARY, '-r', self::VERSION, '--', $package], null, $environment);
        self::assertNotSame(0, $status);
        self::assertStringContainsString("$package/lib/netvisor_orders.ffi.h is missing", $output);
    }

    public function testWithoutTheExtensionTheMessageSaysHowToInstallIt(): void
    {
        [$status, $output] = $this->php(self::VERSION, options: ['-n']);

        self::assertNotSame(0, $status);
        self::assertStringContainsString("FfiUnavailableException: netvisor-orders needs PHP's FFI extension", $output);
        self::assertStringContainsString('phpenmod ffi', $output);
    }

    public function testWithFfiOffTheMessageSaysHowToSwitchItOn(): void
    {
        [$status, $output] = $this->php(self::VERSION, options: ['-d', 'ffi.enable=0']);

        self::assertNotSame(0, $status);
        self::assertStringContainsString("FfiUnavailableException: PHP's FFI is switched off: ffi.enable=0. Set", $output);
        self::assertStringContainsString((string) php_ini_loaded_file(), $output);
    }

    public function testAWebServerThatDoesNotPreloadIsToldHow(): void
    {
        $answer = Child::serve($this->page(), ['-d', 'ffi.enable=preload']);

        self::assertStringContainsString('lets only preloaded code use FFI', $answer);
        self::assertStringContainsString('opcache.preload=' . realpath(self::PACKAGE) . '/preload.php', $answer);
        self::assertStringContainsString('netvisor-orders-header', $answer);
    }

    public function testAWebServerMayUseFfiWhereItIsSwitchedOn(): void
    {
        self::assertSame(Native::version(), Child::serve($this->page(), ['-d', 'ffi.enable=1']));
    }

    /** As php-fpm is set up in README.md. */
    public function testAWebServerThatPreloadsUsesThePreloadedLibrary(): void
    {
        $preloaded = $this->file(file_get_contents($this->library()));
        [$status, $header] = Child::run([PHP_BINARY, self::PACKAGE . '/bin/netvisor-orders-header', $preloaded]);
        self::assertSame(0, $status, $header);
        $options = [
            'ffi.enable=preload',
            'ffi.preload=' . $this->file($header),
            'opcache.enable=1',
            'opcache.preload=' . realpath(self::PACKAGE) . '/preload.php',
            // PHP insists on this one when started as root; any other user might not be let into the checkout.
            'opcache.preload_user=' . posix_getpwuid(posix_geteuid())['name'],
        ];
        $arguments = array_merge(...array_map(static fn (string $option) => ['-d', $option], $options));

        self::assertSame(Native::version(), Child::serve($this->page(), $arguments));
        // The library is the preloaded one: nothing is opened for a request.
        $maps = Child::serve($this->page('echo file_get_contents("/proc/self/maps");'), $arguments);
        self::assertStringContainsString($preloaded, $maps);
        self::assertStringNotContainsString($this->library(), $maps);
        // Only the preloaded classes may use FFI: a script that was broken into may not.
        $direct = $this->file('<?php try { FFI::cdef("int puts(const char *);"); echo "allowed"; } '
            . 'catch (FFI\Exception $exception) { echo $exception->getMessage(); }', '.php');
        self::assertStringContainsString('restricted', Child::serve($direct, $arguments));
    }

    public function testTheHeaderToolNamesAMissingLibrary(): void
    {
        [$status, $output] = Child::run([PHP_BINARY, self::PACKAGE . '/bin/netvisor-orders-header', '/elsewhere/lib.so']);

        self::assertSame(1, $status);
        self::assertStringContainsString('not at /elsewhere/lib.so', $output);
    }

    /**
     * @param list<string> $options
     * @param list<string> $arguments
     * @param array<string, string> $environment
     * @return array{int, string}
     */
    private function php(string $code, array $options = [], array $arguments = [], array $environment = []): array
    {
        return Child::run([PHP_BINARY, ...$options, '-r', $code, '--', self::PACKAGE, ...$arguments], null, $environment);
    }

    /** A page that answers with the library's version, or with why there is none. */
    private function page(string $more = ''): string
    {
        return $this->file('<?php if (!class_exists("NetvisorOrders\Native", false)) { require ' . var_export(self::PACKAGE . '/autoload.php', true)
            . '; } try { echo NetvisorOrders\Native::version(); ' . $more . ' } '
            . 'catch (NetvisorOrders\FfiUnavailableException $exception) { echo $exception->getMessage(); }', '.php');
    }

    /**
     * A copy of the package without `lib`.
     *
     * @param array<string, string> $changes what to replace in the classes
     */
    private function copy(array $changes = []): string
    {
        $folder = sys_get_temp_dir() . '/netvisor-orders-' . bin2hex(random_bytes(8));
        mkdir("$folder/src", recursive: true);
        foreach (['autoload.php', ...array_map(static fn (string $file) => 'src/' . basename($file), glob(self::PACKAGE . '/src/*.php'))] as $file) {
            file_put_contents("$folder/$file", strtr(file_get_contents(self::PACKAGE . "/$file"), $changes));
        }

        return $this->folders[] = $folder;
    }

    private function library(): string
    {
        return realpath((new \ReflectionMethod(Native::class, 'packaged'))->invoke(null));
    }

    private function mapped(string $name): string
    {
        preg_match('#/\S*' . preg_quote($name, '#') . '\S*#', file_get_contents('/proc/self/maps'), $match);

        return $match[0];
    }

    private function file(string $content, string $suffix = ''): string
    {
        $file = sys_get_temp_dir() . '/netvisor-orders-' . bin2hex(random_bytes(8)) . $suffix;
        file_put_contents($file, $content);

        return $this->files[] = $file;
    }
}
