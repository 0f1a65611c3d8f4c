<?php

/** Loads the classes of this package where Composer's autoloader is not used, as in many shop plugins. */

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'NetvisorOrders\\')) {
        $file = __DIR__ . '/src/' . substr($class, \strlen('NetvisorOrders\\')) . '.php';
        if (is_file($file)) {
            require $file;
        }
    }
});
