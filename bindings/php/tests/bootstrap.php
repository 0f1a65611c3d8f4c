<?php

declare(strict_types=1);

require __DIR__ . '/../autoload.php';
require __DIR__ . '/Sample.php';
require __DIR__ . '/Child.php';
require __DIR__ . '/Simulator.php';
require __DIR__ . '/Orders.php';
require __DIR__ . '/FastClock.php';
