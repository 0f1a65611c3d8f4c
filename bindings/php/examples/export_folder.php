<?php

/**
 * Exports every canonical order (*.json) of a folder to Netvisor, or to the simulator:
 *
 *     cargo run -p netvisor-simulator -- --port 8080
 *     php bindings/php/examples/export_folder.php http://127.0.0.1:8080 FOLDER
 *
 * The export is kept in a state file (the third argument, else `export.state`) until every order has ended: run the same again
 * to go on after a stop. Ctrl-C stops after the request under way. The orders are then those of the first run.
 *
 * Ends with 0 when all orders are in Netvisor, 1 when some are not, 2 when it is to be run again. The credentials are the
 * simulator's.
 */

declare(strict_types=1);

use NetvisorOrders\CheckpointFile;
use NetvisorOrders\Connection;
use NetvisorOrders\ExportDriver;
use NetvisorOrders\NetvisorOrdersException;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Settings;
use NetvisorOrders\StreamSender;

$composer = __DIR__ . '/../../../autoload.php';
require is_file($composer) ? $composer : __DIR__ . '/../autoload.php';

if ($argc < 3 || $argc > 4) {
    fwrite(STDERR, "usage: php export_folder.php BASE_URL FOLDER [STATE]\n");
    exit(1);
}

function begin(string $folder, Settings $settings): OrderExport
{
    return new OrderExport('[' . implode(',', array_map(file_get_contents(...), glob("$folder/*.json"))) . ']', $settings);
}

/** @param array<string, mixed> $order of the report */
function line(array $order): string
{
    $words = [$order['order'], $order['outcome']];
    if (isset($order['document'])) {
        $words[] = "{$order['document']['kind']} {$order['document']['number']}";
    }
    foreach ($order['payments'] as $payment) {
        $words[] = "payment of {$payment['amount']} {$payment['state']}";
    }
    foreach ($order['faults'] as $fault) {
        $words[] = trim("{$fault['path']} {$fault['message']}");
    }
    if (isset($order['refusal'])) {
        $words[] = "{$order['refusal']['message']} ({$order['refusal']['netvisor_text']})";
    }

    return implode('  ', $words);
}

$stopped = false;
if (extension_loaded('pcntl')) {
    pcntl_async_signals(true);
    pcntl_signal(SIGINT, static function () use (&$stopped): void {
        $stopped = true;
    });
}

try {
    $settings = Settings::fromArray([
        'document' => ['type' => 'invoice'],
        'payment' => ['record' => 'when_paid', 'methods' => ['paytrail' => ['name' => 'Paytrail']]],
        'language' => 'en',
    ]);
    $connection = Connection::fromArray([
        'base_url' => $argv[1],
        'sender' => 'PHP example',
        'customer_id' => 'cust_1',
        'customer_key' => 'CKEY',
        'partner_id' => 'partner_1',
        'partner_key' => 'PKEY',
        'organisation_id' => '1234567-1',
    ]);
    $state = new CheckpointFile($argv[3] ?? 'export.state');
    $driver = new ExportDriver(
        $connection,
        new StreamSender(),
        $state->store(...),
        shouldStop: static function () use (&$stopped): bool {
            return $stopped;
        },
        onProgress: static function (array $progress): void {
            fprintf(STDERR, "\r%d/%d %-20s", $progress['done'], $progress['total'], $progress['current']);
        },
    );
    $report = $driver->run($state->resume($settings) ?? begin($argv[2], $settings));
} catch (NetvisorOrdersException $exception) {
    foreach ($exception->getFaults() as $fault) {
        fwrite(STDERR, "$fault->code $fault->path: {$fault->messages['en']}\n");
    }
    exit(1);
}

fwrite(STDERR, "\n");
foreach ($report['orders'] as $order) {
    echo line($order), "\n";
}
if (!$report['finished']) {
    fwrite(STDERR, "Not finished: run it again to go on from $state->path.\n");
    exit(2);
}
$state->remove();
exit(array_diff(array_column($report['orders'], 'outcome'), ['exported', 'already_exported']) === [] ? 0 : 1);
