<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** Thrown by a `send` function of `ExportDriver` when a request has no answer. */
final class NoReplyException extends \RuntimeException
{
    public function __construct(
        public readonly NoReplyKind $kind,
        string $message = '',
        ?\Throwable $previous = null,
    ) {
        parent::__construct($message, previous: $previous);
    }
}
