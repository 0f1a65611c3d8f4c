<?php

declare(strict_types=1);

require __DIR__ . '/../autoload.php';
require __DIR__ . '/Sample.php';
require __DIR__ . '/Child.php';
