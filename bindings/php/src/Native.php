<?php

declare(strict_types=1);

namespace NetvisorOrders;

use FFI;
use FFI\CData;

/**
 * Calls into the native library: the only class that touches FFI. Text goes in and comes out, and every object the library
 * hands out is freed here, except settings, connections, exports and fetches, which their owners free in their destructors.
 *
 * `load()` and `version()` are for applications; everything else serves the other classes of this package.
 */
final class Native
{
    /** The ABI this class is written for; a library with another one is not used. */
    private const ABI_VERSION = 1;

    private const SCOPE = 'NETVISOR_ORDERS';
    private const FLAGS = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES;

    private static ?FFI $ffi = null;
    private static ?string $path = null;

    /**
     * Loads the native library before its first use, where the default places do not fit. Without this call it is loaded
     * on first use from, in this order: the file named by the environment variable NETVISOR_ORDERS_LIBRARY, the scope
     * preloaded by `ffi.preload`, the folder `lib/<os>-<architecture>` of this package.
     *
     * @param string|null $path the library's file; null for the default places
     * @throws FfiUnavailableException saying what to do when PHP may not use FFI or the library cannot be loaded
     * @throws \LogicException when the library was already loaded from another place
     */
    public static function load(?string $path = null): void
    {
        if (self::$ffi === null) {
            self::$ffi = self::open($path);
        } elseif ($path !== null && $path !== self::$path) {
            throw new \LogicException('The netvisor-orders library is already loaded; call Native::load() before anything else.');
        }
    }

    /** The version of the native library, which is also that of this package. */
    public static function version(): string
    {
        return self::ffi()->nvo_version()->data;
    }

    /**
     * What `ffi.preload` loads for php-fpm: the library's header with the scope and the library's path on top.
     *
     * @internal
     */
    public static function preloadHeader(?string $path = null): string
    {
        $path ??= self::environment() ?? self::packaged();
        $library = realpath($path);
        if ($library === false) {
            throw FfiUnavailableException::libraryMissing($path);
        }

        return '#define FFI_SCOPE "' . self::SCOPE . "\"\n#define FFI_LIB \"$library\"\n" . self::header();
    }

    /**
     * @internal
     * @param string|array<string, mixed> $value JSON text, or what becomes JSON text
     */
    public static function json(#[\SensitiveParameter] string|array $value): string
    {
        if (\is_string($value)) {
            return $value;
        }
        // PHP has one empty array for JSON's two; at the top only an object makes sense.
        $json = $value === [] ? '{}' : json_encode($value, self::FLAGS);
        if ($json === false) {
            throw new \InvalidArgumentException('This array cannot be written as JSON: ' . json_last_error_msg());
        }

        return $json;
    }

    /**
     * @internal
     * @param string|array<mixed> $list JSON text, or what becomes JSON text, an empty array an empty list
     */
    public static function jsonList(string|array $list): string
    {
        return $list === [] ? '[]' : self::json($list);
    }

    /** @internal */
    public static function readOrder(string $shop, string $json): ReadOrder
    {
        $ffi = self::ffi();
        $out = self::produce('nvo_order', 'nvo_read_order', $shop, \strlen($shop), $json, \strlen($json));
        try {
            $order = $ffi->nvo_order_json($out)->data;
            $warnings = $ffi->nvo_order_warnings_json($out)->data;
        } finally {
            $ffi->nvo_order_free($out);
        }

        return new ReadOrder($order, Fault::list(json_decode($warnings, true)));
    }

    /** @internal The caller owns the handle and gives it to `freeSettings()`. */
    public static function parseSettings(string $json): CData
    {
        return self::produce('nvo_settings', 'nvo_settings_parse', $json, \strlen($json));
    }

    /** @internal */
    public static function freeSettings(CData $settings): void
    {
        self::$ffi?->nvo_settings_free($settings);
    }

    /** @internal The caller owns the handle and gives it to `freeConnection()`. */
    public static function parseConnection(#[\SensitiveParameter] string $json): CData
    {
        return self::produce('nvo_connection', 'nvo_connection_parse', $json, \strlen($json));
    }

    /** @internal */
    public static function freeConnection(CData $connection): void
    {
        self::$ffi?->nvo_connection_free($connection);
    }

    /**
     * @internal
     * @param string $known JSON, or '' for nothing known
     */
    public static function preview(CData $settings, string $order, string $known): Preview
    {
        $ffi = self::ffi();
        $out = self::produce('nvo_preview_result', 'nvo_preview', $settings, $order, \strlen($order), $known, \strlen($known));
        try {
            $head = json_decode($ffi->nvo_preview_json($out)->data, true);
            $documents = [];
            foreach ($head['documents'] as $index => $document) {
                $request = $document['request'];
                $body = $ffi->nvo_preview_document_body($out, $index)->data;
                $documents[] = new Document(
                    $document['kind'],
                    $document['when'],
                    $document['awaits'],
                    new Request($request['method'], $request['resource'], $request['query'], $body, $document['awaits']),
                );
            }

            return new Preview($documents, Fault::list($head['warnings']));
        } finally {
            $ffi->nvo_preview_free($out);
        }
    }

    /**
     * @internal
     * @param string $request JSON without the body, which no signature covers
     */
    public static function sign(CData $connection, string $request, int $unixMs, string $transactionId, ?string $body): SignedRequest
    {
        $ffi = self::ffi();
        $out = self::produce(
            'nvo_signed',
            'nvo_connection_sign',
            $connection,
            $request,
            \strlen($request),
            $unixMs,
            $transactionId,
            \strlen($transactionId),
        );
        try {
            $json = $ffi->nvo_signed_json($out)->data;
        } finally {
            $ffi->nvo_signed_free($out);
        }
        $signed = json_decode($json, true);
        $headers = $signed['headers'];
        // The signature covers headers as ISO-8859-1 (§1.4), and PHP's HTTP clients send the bytes of a string as they are.
        if (str_contains($json, "\xC2") || str_contains($json, "\xC3")) {
            $headers = array_map(self::latin1(...), $headers);
        }

        return new SignedRequest($signed['method'], $signed['url'], $headers, $body);
    }

    /**
     * @internal
     * @return array<string, mixed>
     */
    public static function readReply(string $resource, int $httpStatus, string $body): array
    {
        return json_decode(self::text(
            'nvo_read_reply',
            $resource,
            \strlen($resource),
            self::httpStatus($httpStatus),
            $body,
            \strlen($body),
        ), true);
    }

    /**
     * @internal
     * @param string $features a JSON array
     * @return array<string, mixed>
     */
    public static function requiredPermissions(CData $settings, string $features): array
    {
        return json_decode(self::text('nvo_required_permissions', $settings, $features, \strlen($features)), true);
    }

    /**
     * @internal
     * @param 'nvo_match_customers'|'nvo_match_products' $function
     * @param string $shop a JSON array
     * @param string $netvisor a JSON array
     * @return array<string, mixed>
     */
    public static function matchRegisters(string $function, string $shop, string $netvisor, string $options): array
    {
        return json_decode(self::text(
            $function,
            $shop,
            \strlen($shop),
            $netvisor,
            \strlen($netvisor),
            $options,
            \strlen($options),
        ), true);
    }

    /** @internal The caller owns the handle and gives it to `freeMachine()`. */
    public static function beginExport(CData $settings, string $orders): CData
    {
        return self::produce('nvo_order_export', 'nvo_order_export_begin', $settings, $orders, \strlen($orders));
    }

    /** @internal The caller owns the handle and gives it to `freeMachine()`. */
    public static function resumeExport(CData $settings, string $checkpoint): CData
    {
        return self::produce('nvo_order_export', 'nvo_order_export_resume', $settings, $checkpoint, \strlen($checkpoint));
    }

    /** @internal The caller owns the handle and gives it to `freeMachine()`. */
    public static function beginFetch(CData $settings, string $kind, string $options): CData
    {
        return self::produce('nvo_fetch', 'nvo_fetch_begin', $settings, $kind, \strlen($kind), $options, \strlen($options));
    }

    /** @internal The caller owns the handle and gives it to `freeMachine()`. */
    public static function resumeFetch(CData $settings, string $kind, string $checkpoint): CData
    {
        $fetch = self::produce('nvo_fetch', 'nvo_fetch_resume', $settings, $checkpoint, \strlen($checkpoint));
        // The library resumes a fetch of any kind. That of another is refused as a text that is no checkpoint is.
        if (json_decode($checkpoint, true)['kind'] !== $kind) {
            self::freeMachine('nvo_fetch', $fetch);

            return self::resumeFetch($settings, $kind, '');
        }

        return $fetch;
    }

    /**
     * @internal
     * @param 'nvo_order_export'|'nvo_fetch' $type of the handle; the same below
     */
    public static function freeMachine(string $type, CData $machine): void
    {
        self::$ffi?->{"{$type}_free"}($machine);
    }

    /** @internal */
    public static function poll(string $type, CData $machine, int $now): Send|Wait|Batch|Done
    {
        $ffi = self::ffi();
        $out = self::produce('nvo_output', "{$type}_poll", $machine, $now);
        try {
            $head = json_decode($ffi->nvo_output_json($out)->data, true);
            $body = $head['kind'] === 'send' && $head['request']['method'] === 'POST' ? $ffi->nvo_output_body($out)->data : null;
        } finally {
            $ffi->nvo_output_free($out);
        }

        return match ($head['kind']) {
            'send' => new Send(
                $head['id'],
                new Request($head['request']['method'], $head['request']['resource'], $head['request']['query'], $body),
                $head['must_checkpoint'],
                $head['order'],
            ),
            'wait' => new Wait($head['until'], $head['reason']),
            'batch' => new Batch($head['batch']),
            'done' => new Done($head['report']),
        };
    }

    /** @internal */
    public static function handleReply(string $type, CData $machine, int $id, int $httpStatus, string $body): void
    {
        self::perform("{$type}_reply", $machine, $id, self::httpStatus($httpStatus), $body, \strlen($body));
    }

    /** @internal */
    public static function handleNoReply(string $type, CData $machine, int $id, string $kind): void
    {
        self::perform("{$type}_no_reply", $machine, $id, $kind, \strlen($kind));
    }

    /** @internal */
    public static function checkpoint(string $type, CData $machine): string
    {
        return self::text("{$type}_checkpoint", $machine);
    }

    /**
     * @internal
     * @return array<string, mixed>
     */
    public static function progress(string $type, CData $machine): array
    {
        return json_decode(self::text("{$type}_progress", $machine), true);
    }

    /**
     * @internal
     * @return array<string, mixed>
     */
    public static function report(string $type, CData $machine): array
    {
        return json_decode(self::text("{$type}_report", $machine), true);
    }

    /** FFI would cut a larger number to 16 bits and so make another status of it. */
    private static function httpStatus(int $httpStatus): int
    {
        return $httpStatus >= 0 && $httpStatus <= 0xFFFF ? $httpStatus : throw new \ValueError("There is no HTTP status $httpStatus.");
    }

    /** Calls a function that gives an object of this type, which the caller frees. */
    private static function produce(string $type, string $function, #[\SensitiveParameter] mixed ...$arguments): CData
    {
        $ffi = self::ffi();
        $out = $ffi->new("$type *");
        $error = $ffi->new('nvo_error *');
        if ($ffi->$function(...[...$arguments, FFI::addr($out), FFI::addr($error)]) !== 0) {
            throw self::failure($ffi, $error);
        }

        return $out;
    }

    /** Calls a function that gives a text. */
    private static function text(string $function, mixed ...$arguments): string
    {
        $out = self::produce('nvo_text', $function, ...$arguments);
        try {
            return self::$ffi->nvo_text_str($out)->data;
        } finally {
            self::$ffi->nvo_text_free($out);
        }
    }

    /** Calls a function that gives nothing. */
    private static function perform(string $function, mixed ...$arguments): void
    {
        $ffi = self::ffi();
        $error = $ffi->new('nvo_error *');
        if ($ffi->$function(...[...$arguments, FFI::addr($error)]) !== 0) {
            throw self::failure($ffi, $error);
        }
    }

    private static function failure(FFI $ffi, CData $error): NetvisorOrdersException
    {
        try {
            $fields = json_decode($ffi->nvo_error_json($error)->data, true);
        } finally {
            $ffi->nvo_error_free($error);
        }

        return new NetvisorOrdersException(
            $fields['kind'],
            $fields['code'],
            $fields['path'],
            $fields['message'],
            Fault::list($fields['faults']),
        );
    }

    /** The same text in ISO-8859-1; core lets no character outside it into a header. */
    private static function latin1(string $utf8): string
    {
        return preg_replace_callback(
            '/[\xC2\xC3][\x80-\xBF]/',
            static fn (array $match): string => \chr((\ord($match[0][0]) & 0x03) << 6 | \ord($match[0][1]) & 0x3F),
            $utf8,
        );
    }

    private static function ffi(): FFI
    {
        return self::$ffi ??= self::open(null);
    }

    private static function open(?string $path): FFI
    {
        if (!\extension_loaded('ffi')) {
            throw FfiUnavailableException::extensionMissing();
        }
        $library = $path ?? self::environment();
        try {
            $ffi = ($library === null ? self::preloaded() : null) ?? self::define($library ?? self::packaged());
        } catch (FFI\Exception $exception) {
            // PHP tells its refusal to use FFI at all from other failures in words only.
            throw str_contains($exception->getMessage(), 'restricted')
                ? FfiUnavailableException::restricted($exception)
                : FfiUnavailableException::libraryUnusable($exception);
        }
        $version = $ffi->nvo_abi_version();
        if ($version !== self::ABI_VERSION) {
            throw FfiUnavailableException::otherAbi($version, self::ABI_VERSION);
        }
        self::$path = $path;

        return $ffi;
    }

    private static function environment(): ?string
    {
        $path = getenv('NETVISOR_ORDERS_LIBRARY');

        return $path === false || $path === '' ? null : $path;
    }

    private static function preloaded(): ?FFI
    {
        try {
            return FFI::scope(self::SCOPE);
        } catch (FFI\Exception) {
            // There is no such scope. Where FFI is not permitted at all, defining the functions is refused as well.
            return null;
        }
    }

    private static function define(string $library): FFI
    {
        if (!is_file($library)) {
            throw FfiUnavailableException::libraryMissing($library);
        }

        return FFI::cdef(self::header(), $library);
    }

    private static function header(): string
    {
        $file = \dirname(__DIR__) . '/lib/netvisor_orders.ffi.h';

        return is_file($file) ? file_get_contents($file) : throw FfiUnavailableException::headerMissing($file);
    }

    private static function packaged(): string
    {
        [$system, $file] = match (PHP_OS_FAMILY) {
            'Darwin' => ['macos', 'libnetvisor_orders.dylib'],
            'Windows' => ['windows', 'netvisor_orders.dll'],
            default => [strtolower(PHP_OS_FAMILY), 'libnetvisor_orders.so'],
        };
        $machine = match ($name = php_uname('m')) {
            'AMD64', 'amd64' => 'x86_64',
            'arm64', 'ARM64' => 'aarch64',
            default => $name,
        };

        return \dirname(__DIR__) . "/lib/$system-$machine/$file";
    }
}
