<?php

/**
 * A host process, for the test that kills it: `php export_host.php URL ORDERS STATE REPORT`.
 *
 * Exports ORDERS, or goes on from STATE; writes a line before each request (`look` or `change`) and one after it (`answered`),
 * and in the end the report into the file REPORT.
 */

declare(strict_types=1);

use NetvisorOrders\CheckpointFile;
use NetvisorOrders\Connection;
use NetvisorOrders\ExportDriver;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Response;
use NetvisorOrders\SignedRequest;
use NetvisorOrders\StreamSender;
use NetvisorOrders\Tests\FastClock;
use NetvisorOrders\Tests\Orders;
use NetvisorOrders\Tests\Simulator;

require __DIR__ . '/../autoload.php';
require __DIR__ . '/Simulator.php';
require __DIR__ . '/Orders.php';
require __DIR__ . '/FastClock.php';

[, $url, $orders, $state, $report] = $argv;
$sender = new StreamSender();
$send = static function (SignedRequest $signed) use ($sender): Response {
    echo $signed->method === 'POST' ? "change\n" : "look\n";
    try {
        return $sender($signed);
    } finally {
        echo "answered\n";
    }
};
$checkpoint = new CheckpointFile($state);
// The shortest wait for a doubtful request, a minute, takes longer than the simulator of that test is late.
$clock = new FastClock(250);
$connection = Connection::fromArray(Simulator::connectionArray($url));
$driver = new ExportDriver($connection, $send, $checkpoint->store(...), clock: $clock->now(...), sleep: $clock->sleep(...));
$export = $checkpoint->resume(Orders::settings()) ?? new OrderExport(file_get_contents($orders), Orders::settings());
file_put_contents($report, json_encode($driver->run($export), JSON_THROW_ON_ERROR));
