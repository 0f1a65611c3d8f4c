<?php

/**
 * What the benchmarks of every language measure: the orders, settings and credentials that the native benchmark has written
 * to the folder NETVISOR_ORDERS_BENCH_CASE (`cargo xtask bench` does both).
 */

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

function caseFile(string $name): string
{
    $folder = getenv('NETVISOR_ORDERS_BENCH_CASE') ?: throw new RuntimeException('NETVISOR_ORDERS_BENCH_CASE names no folder');

    return file_get_contents("$folder/$name") ?: throw new RuntimeException("$folder/$name is not there");
}

/** A canonical order with this many lines, as JSON text. */
function orderJson(int $lines): string
{
    return caseFile("order-$lines.json");
}

/** Settings by which an order becomes one document. */
define('SETTINGS', caseFile('settings.json'));
define('CONNECTION', caseFile('connection.json'));

const UNIX_MS = 1767323045000;
