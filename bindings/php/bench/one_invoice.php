<?php

/** What cold_start.php measures: a process that loads the library, and builds and signs one invoice. */

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

use NetvisorOrders\Connection;
use NetvisorOrders\Order;
use NetvisorOrders\Settings;

[, $order, $settings, $connection] = $argv;
$document = Order::preview($order, Settings::fromJson($settings))->documents[0];
Connection::fromJson($connection)->sign($document->request, 1767323045000, 'tx-1');
