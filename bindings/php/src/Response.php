<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** What a request was answered with, whatever its status. */
final class Response
{
    /**
     * @param int $httpStatus 100–999
     * @param string $body the bytes as they came
     */
    public function __construct(
        public readonly int $httpStatus,
        public readonly string $body,
    ) {
        if ($httpStatus < 100 || $httpStatus > 999) {
            throw new \ValueError("There is no HTTP status $httpStatus.");
        }
    }
}
