<?php

/** Order JSON text in, XML and signed headers out: microseconds per order, the best of several rounds. */

declare(strict_types=1);

require __DIR__ . '/case.php';

use NetvisorOrders\Connection;
use NetvisorOrders\Order;
use NetvisorOrders\Settings;

const ROUNDS = 9;
const ROUND_NS = 300_000_000;

/** The best round is the one least disturbed by other work on the machine. */
function best(callable $operation): float
{
    $best = INF;
    for ($round = 0; $round <= ROUNDS; $round++) {
        $start = hrtime(true);
        for ($calls = 0; hrtime(true) - $start < ROUND_NS; $calls += 10) {
            for ($i = 0; $i < 10; $i++) {
                $operation();
            }
        }
        $best = min($best, (hrtime(true) - $start) / $calls / 1000);
    }

    return $best;
}

$settings = Settings::fromJson(SETTINGS);
$connection = Connection::fromJson(CONNECTION);

foreach ([5, 50, 500] as $lines) {
    $text = orderJson($lines);
    $array = json_decode($text, true);
    $request = Order::preview($text, $settings)->documents[0]->request;
    $export = static function (string|array $order) use ($settings, $connection): void {
        foreach (Order::preview($order, $settings)->documents as $document) {
            $connection->sign($document->request, UNIX_MS, 'tx-1');
        }
    };
    $operations = [
        'text to signed' => static fn () => $export($text),
        'array to signed' => static fn () => $export($array),
        'preview alone' => static fn () => Order::preview($text, $settings),
        'sign alone' => static fn () => $connection->sign($request, UNIX_MS, 'tx-1'),
    ];
    foreach ($operations as $name => $operation) {
        printf("php %3d lines, %-16s %.2f µs\n", $lines, $name, best($operation));
    }
}
