<?php

/**
 * For `opcache.preload`: compiles the classes once, when PHP starts. Under ffi.enable=preload, only classes loaded so may
 * use FFI outside the command line. The library itself is loaded by `ffi.preload`; see README.md.
 */

declare(strict_types=1);

foreach (glob(__DIR__ . '/src/*.php') as $file) {
    require_once $file;
}
