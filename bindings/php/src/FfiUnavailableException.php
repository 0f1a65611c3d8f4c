<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** The native library cannot be used; the message says what to do. */
final class FfiUnavailableException extends \RuntimeException
{
    /** @internal */
    public static function extensionMissing(): self
    {
        return new self(
            'netvisor-orders needs PHP\'s FFI extension, which is not loaded. Install it (Debian and Ubuntu: it is in '
            . 'php' . PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION . '-common, enable it with `phpenmod ffi`; Docker\'s '
            . 'php images: `docker-php-ext-install ffi`; Windows: it comes with PHP) and have `extension=ffi` in '
            . self::iniFile() . '.',
        );
    }

    /** @internal */
    public static function restricted(\Throwable $refusal): self
    {
        $setting = strtolower((string) \ini_get('ffi.enable'));
        if ($setting !== 'preload') {
            return new self(
                "PHP's FFI is switched off: ffi.enable=$setting. Set ffi.enable=preload (enough for the command line, and "
                . 'for php-fpm together with preloading) or ffi.enable=1 in ' . self::iniFile() . '; ini_set() cannot '
                . 'change it. Then restart PHP.',
                previous: $refusal,
            );
        }

        return new self(
            'Under ffi.enable=preload, the ' . PHP_SAPI . ' SAPI lets only preloaded code use FFI, and netvisor-orders is '
            . 'not preloaded. Either preload it: opcache.preload=' . \dirname(__DIR__) . '/preload.php, opcache.preload_user '
            . 'set to the user PHP runs as, and ffi.preload set to a file that holds the output of `php '
            . \dirname(__DIR__) . '/bin/netvisor-orders-header`. Or set ffi.enable=1. Both belong in ' . self::iniFile()
            . '; then restart PHP.',
            previous: $refusal,
        );
    }

    /** @internal */
    public static function libraryMissing(string $path): self
    {
        return new self(
            "The native library of netvisor-orders is not at $path. Install the package with the library for this system, "
            . 'set the environment variable NETVISOR_ORDERS_LIBRARY to its path, or call NetvisorOrders\Native::load($path).',
        );
    }

    /** @internal */
    public static function headerMissing(string $path): self
    {
        return new self("The package netvisor-orders is incomplete: $path is missing. Install a released package.");
    }

    /** @internal */
    public static function libraryUnusable(\Throwable $reason): self
    {
        return new self(
            "The native library of netvisor-orders cannot be loaded: {$reason->getMessage()}. It must be of the same release "
            . 'as this package, built for ' . PHP_OS_FAMILY . ' on ' . php_uname('m') . ' and for the C library this PHP uses.',
            previous: $reason,
        );
    }

    /** @internal */
    public static function otherAbi(int $found, int $wanted): self
    {
        return new self(
            "The native library of netvisor-orders has ABI version $found, this package needs $wanted. Install package and "
            . 'library from the same release, and restart PHP if it is preloaded.',
        );
    }

    private static function iniFile(): string
    {
        return php_ini_loaded_file() ?: 'php.ini';
    }
}
