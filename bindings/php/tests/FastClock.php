<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

/** For the driver: runs ahead instead of waiting, but for the real time that late requests take at the simulator. */
final class FastClock
{
    private int $ahead = 0;

    public function __construct(private readonly int $realMs = 0)
    {
    }

    public function now(): int
    {
        return (int) (microtime(true) * 1000) + $this->ahead;
    }

    public function sleep(int $ms): void
    {
        usleep(1000 * $this->realMs);
        $this->ahead += $ms;
    }
}
