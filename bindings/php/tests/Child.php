<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use PHPUnit\Framework\AssertionFailedError;

/** Another process, for what depends on how PHP was started. */
final class Child
{
    /**
     * @param list<string> $command
     * @param array<string, string> $environment beside this process's own
     * @return array{int, string} exit status, and all output
     */
    public static function run(array $command, ?string $folder = null, array $environment = []): array
    {
        $pipes = [];
        $process = proc_open(
            $command,
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            $folder,
            $environment + getenv(),
        );
        $output = stream_get_contents($pipes[1]);

        return [proc_close($process), $output];
    }

    /**
     * What PHP's built-in web server answers when `$script` is asked for. Unlike the command line, and like php-fpm, this
     * SAPI obeys ffi.enable=preload.
     *
     * @param list<string> $arguments such as `-d`, `ffi.enable=1`
     */
    public static function serve(string $script, array $arguments): string
    {
        $log = tempnam(sys_get_temp_dir(), 'nvo');
        $port = self::freePort();
        $server = proc_open(
            [PHP_BINARY, ...$arguments, '-S', "127.0.0.1:$port", $script],
            [['file', '/dev/null', 'r'], ['file', $log, 'w'], ['file', $log, 'a']],
            $pipes,
        );
        try {
            for ($attempt = 0; $attempt < 200; $attempt++) {
                $answer = @file_get_contents("http://127.0.0.1:$port/");
                if ($answer !== false) {
                    return $answer;
                }
                if (!proc_get_status($server)['running']) {
                    break;
                }
                usleep(50_000);
            }
            throw new AssertionFailedError("PHP's web server did not answer: " . file_get_contents($log));
        } finally {
            proc_terminate($server);
            proc_close($server);
            unlink($log);
        }
    }

    public static function freePort(): int
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $name = stream_socket_get_name($socket, false);
        fclose($socket);

        return (int) substr($name, strrpos($name, ':') + 1);
    }
}
