<?php

/**
 * Sends one canonical order to Netvisor, or to the simulator:
 *
 *     cargo run -p netvisor-simulator -- --port 8080
 *     php bindings/php/examples/send.php http://127.0.0.1:8080 bindings/php/examples/order.json
 *
 * The credentials are the simulator's. Customer and products are taken to be missing in Netvisor, so each order can be sent
 * once; looking them up first, and what to do when an answer is lost, are not shown.
 */

declare(strict_types=1);

use NetvisorOrders\Connection;
use NetvisorOrders\NetvisorOrdersException;
use NetvisorOrders\Order;
use NetvisorOrders\Reply;
use NetvisorOrders\Request;
use NetvisorOrders\Settings;

$composer = __DIR__ . '/../../../autoload.php';
require is_file($composer) ? $composer : __DIR__ . '/../autoload.php';

if ($argc !== 3) {
    exit("usage: php send.php BASE_URL ORDER.json\n");
}

/** One attempt: a new time and a new transaction id each time. */
function send(Connection $connection, Request $request): Reply
{
    $signed = $connection->sign($request, (int) (microtime(true) * 1000), bin2hex(random_bytes(16)));
    $answer = file_get_contents($signed->url, false, stream_context_create(['http' => [
        'method' => $signed->method,
        'header' => $signed->headerLines(),
        'content' => $signed->body ?? '',
        'ignore_errors' => true,
        'timeout' => 30,
    ]]));
    if ($answer === false) {
        throw new RuntimeException("no answer from $signed->url");
    }
    $status = (int) explode(' ', $http_response_header[0])[1];
    $reply = Reply::read($request->resource, $status, $answer);
    printf("%s %s: %d %s\n", $signed->method, $signed->url, $status, $reply->outcome);

    return $reply;
}

try {
    $connection = Connection::fromArray([
        'base_url' => $argv[1],
        'sender' => 'PHP example',
        'customer_id' => 'cust_1',
        'customer_key' => 'CKEY',
        'partner_id' => 'partner_1',
        'partner_key' => 'PKEY',
        'organisation_id' => '1234567-1',
    ]);
    $settings = Settings::fromArray([
        'document' => ['type' => 'invoice'],
        'payment' => ['record' => 'when_paid', 'methods' => ['paytrail' => ['name' => 'Paytrail']]],
    ]);
    $order = Order::read('canonical', file_get_contents($argv[2]));

    $known = [];
    $documents = Order::preview($order, $settings)->documents;
    while ($document = array_shift($documents)) {
        if ($document->awaits !== []) {
            // Prepared again with the keys learned since; what is not sent yet is at the end.
            $documents = \array_slice(Order::preview($order, $settings, $known)->documents, -1 - \count($documents));
            $document = array_shift($documents);
        }
        $reply = send($connection, $document->request);
        if ($reply->outcome !== 'done') {
            echo json_encode($reply->data, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";
            exit(1);
        }
        if ($document->kind === 'customer') {
            $known['customer_key'] = $reply->insertedKey;
        } elseif ($document->kind === 'sales_invoice') {
            $known['document_key'] = $reply->insertedKey;
        }
    }
} catch (NetvisorOrdersException $exception) {
    foreach ($exception->getFaults() as $fault) {
        echo "$fault->code $fault->path: {$fault->messages['en']}\n";
    }
    exit(1);
}
