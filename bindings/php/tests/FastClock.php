<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

/**
 * For the driver: time that runs this many times as fast while it is waited for. Faster than the simulator's late requests it
 * must not be, since by the driver's time they are minutes late at most.
 */
final class FastClock
{
    private int $ahead = 0;

    public function __construct(private readonly int $factor)
    {
    }

    public function now(): int
    {
        return (int) (microtime(true) * 1000) + $this->ahead;
    }

    public function sleep(int $ms): void
    {
        usleep(intdiv(1000 * $ms, $this->factor));
        $this->ahead += $ms;
    }
}
