<?php

/**
 * Fetches the stock of every product from Netvisor, or from the simulator, into a folder: a file for each product, named by its
 * NetvisorKey, so that a product that comes twice is kept once:
 *
 *     cargo run -p netvisor-simulator -- --port 8080
 *     php bindings/php/examples/fetch_stock.php http://127.0.0.1:8080 FOLDER
 *
 * The first run fetches everything. Each later one fetches what has changed since, from the cursor in `FOLDER/cursor`; one that
 * was stopped, by Ctrl-C or otherwise, is gone on with from `FOLDER/stock.state`.
 *
 * Ends with 0 when the stock is up to date, 1 when something is wrong, 2 when it is to be run again. The credentials are the
 * simulator's.
 */

declare(strict_types=1);

use NetvisorOrders\CheckpointFile;
use NetvisorOrders\Connection;
use NetvisorOrders\ExportDriver;
use NetvisorOrders\NetvisorOrdersException;
use NetvisorOrders\Settings;
use NetvisorOrders\StockFetch;
use NetvisorOrders\StreamSender;

$composer = __DIR__ . '/../../../autoload.php';
require is_file($composer) ? $composer : __DIR__ . '/../autoload.php';

if ($argc !== 3) {
    fwrite(STDERR, "usage: php fetch_stock.php BASE_URL FOLDER\n");
    exit(1);
}
$folder = $argv[2];

/** Whole at every moment, and on the disk before the checkpoint that says so. */
function keep(string $file, string $content): void
{
    $new = fopen("$file.new", 'wb');
    $isWritten = $new !== false && fwrite($new, $content) === strlen($content) && fsync($new) && fclose($new);
    if (!$isWritten || !rename("$file.new", $file)) {
        throw new RuntimeException("$file cannot be written.");
    }
}

$stopped = false;
if (extension_loaded('pcntl')) {
    pcntl_async_signals(true);
    pcntl_signal(SIGINT, static function () use (&$stopped): void {
        $stopped = true;
    });
}

try {
    $settings = Settings::fromArray(['language' => 'en']);
    $connection = Connection::fromArray([
        'base_url' => $argv[1],
        'sender' => 'PHP example',
        'customer_id' => 'cust_1',
        'customer_key' => 'CKEY',
        'partner_id' => 'partner_1',
        'partner_key' => 'PKEY',
        'organisation_id' => '1234567-1',
    ]);
    $state = new CheckpointFile("$folder/stock.state");
    $driver = new ExportDriver(
        $connection,
        new StreamSender(),
        $state->store(...),
        shouldStop: static function () use (&$stopped): bool {
            return $stopped;
        },
        onProgress: static function (array $progress): void {
            fprintf(STDERR, "\r%d/%s ", $progress['done'], $progress['total'] ?? '?');
        },
        deliver: static function (array $batch) use ($folder): void {
            foreach ($batch['products'] as $product) {
                keep("$folder/{$product['netvisor_key']}.json", json_encode($product, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
                echo "$product[code]  $product[quantity]  $product[name]\n";
            }
        },
    );
    $cursor = is_file("$folder/cursor") ? file_get_contents("$folder/cursor") : null;
    $report = $driver->run($state->resume($settings, StockFetch::class) ?? new StockFetch(['changed_since' => $cursor], $settings));
} catch (NetvisorOrdersException $exception) {
    foreach ($exception->getFaults() as $fault) {
        fwrite(STDERR, "$fault->code $fault->path: {$fault->messages['en']}\n");
    }
    exit(1);
}

fwrite(STDERR, "\n");
foreach ([...$report['notes'], ...$report['stopped']['faults'] ?? []] as $fault) {
    fwrite(STDERR, "$fault[message]\n");
}
if (isset($report['stopped']['refusal'])) {
    $refusal = $report['stopped']['refusal'];
    fwrite(STDERR, "$refusal[message] ($refusal[netvisor_text])\n");
}
if (isset($report['stopped'])) {
    exit(1);
}
if (!$report['finished']) {
    fwrite(STDERR, "Not finished: run it again to go on from $state->path.\n");
    exit(2);
}
// The cursor first: a run that ends between the two lines is only gone on with to no purpose.
if ($report['result']['cursor'] !== null) {
    keep("$folder/cursor", $report['result']['cursor']);
}
$state->remove();
