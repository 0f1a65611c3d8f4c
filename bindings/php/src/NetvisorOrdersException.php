<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * An input that was refused, such as an order or settings, with everything found wrong with it.
 *
 * Its message is that of the first fault. No message holds a key or a customer's data.
 */
final class NetvisorOrdersException extends \RuntimeException
{
    /**
     * @internal
     * @param list<Fault> $faults
     */
    public function __construct(
        private readonly string $kind,
        private readonly string $errorCode,
        private readonly string $path,
        string $message,
        private readonly array $faults,
    ) {
        parent::__construct($message);
    }

    /**
     * Which input was refused: `order`, `settings`, `connection`, `request`, `reply`, `checkpoint`, `options` of a fetch, or
     * `register`, one that is to be matched. `misuse` is a text that is not UTF-8 or an answer to a request that was not given
     * last, `internal` a bug in the library.
     */
    public function getKind(): string
    {
        return $this->kind;
    }

    /** The stable code of the first fault, such as `line_sku_missing`: compare this, never the message. */
    public function getErrorCode(): string
    {
        return $this->errorCode;
    }

    /** Where the first fault is, as a JSON pointer into the input; empty where the whole input is meant. */
    public function getPath(): string
    {
        return $this->path;
    }

    /**
     * All faults (at most 100), in the order they were found.
     *
     * @return non-empty-list<Fault>
     */
    public function getFaults(): array
    {
        return $this->faults;
    }
}
