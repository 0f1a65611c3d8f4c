<?php

/** A fresh process that loads the library, builds and signs one invoice, over a bare `php -r ''`: milliseconds. */

declare(strict_types=1);

require __DIR__ . '/case.php';

const RUNS = 101;

/** @param list<string> $arguments */
function milliseconds(array $arguments): float
{
    $start = hrtime(true);
    $process = proc_open([PHP_BINARY, ...$arguments], [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], STDERR], $pipes);
    $status = proc_close($process);
    $time = (hrtime(true) - $start) / 1e6;
    if ($status !== 0) {
        throw new RuntimeException('php ' . implode(' ', $arguments) . " ended with $status");
    }

    return $time;
}

$bare = ['-r', ''];
$invoice = [__DIR__ . '/one_invoice.php', orderJson(5), SETTINGS, CONNECTION];

// Taken in turns, so that a slow moment of the machine meets both.
$times = [];
for ($run = 0; $run < RUNS; $run++) {
    $times['bare'][] = milliseconds($bare);
    $times['invoice'][] = milliseconds($invoice);
}
sort($times['bare']);
sort($times['invoice']);
[$without, $with] = [$times['bare'][intdiv(RUNS, 2)], $times['invoice'][intdiv(RUNS, 2)]];
printf("cold start: php -r '' %.2f ms, one invoice %.2f ms, difference %.2f ms (median of %d)\n", $without, $with, $with - $without, RUNS);
