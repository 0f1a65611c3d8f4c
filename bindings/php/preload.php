<?php

/**
 * For `opcache.preload`: compiles the classes once, when PHP starts. Under ffi.enable=preload, only classes loaded so may
 * use FFI outside the command line. The library itself is loaded by `ffi.preload`; see README.md.
 */

declare(strict_types=1);

// A class that extends another needs it first.
require_once __DIR__ . '/autoload.php';

foreach (glob(__DIR__ . '/src/*.php') as $file) {
    require_once $file;
}
