<?php

declare(strict_types=1);

namespace NetvisorOrders;

use FFI\CData;

/**
 * Something that is done step by step and over any HTTP: an `OrderExport` or a `Fetch`. It says what to send, and understands
 * what comes back. `ExportDriver` runs it; by hand, poll until it is `Done`, and give every `Send` its answer.
 */
abstract class Machine
{
    /**
     * What the library calls it; its functions begin with that.
     *
     * @internal
     */
    protected const TYPE = '';

    private CData $handle;

    /**
     * What to do next.
     *
     * @param int $now in milliseconds since 1970 (UTC): `(int) (microtime(true) * 1000)`
     */
    public function pollOutput(int $now): Send|Wait|Batch|Done
    {
        return Native::poll(static::TYPE, $this->handle, $now);
    }

    /**
     * Hands in the answer to the request that was given last, whatever its status: the body is judged.
     *
     * @param string $body the bytes as they came
     * @throws NetvisorOrdersException of kind `misuse`: another id (`request_id_unknown`); nothing has changed
     */
    final public function handleReply(int $id, int $httpStatus, string $body): void
    {
        Native::handleReply(static::TYPE, $this->handle, $id, $httpStatus, $body);
    }

    /**
     * Says that the request that was given last has no answer.
     *
     * @throws NetvisorOrdersException of kind `misuse`: another id (`request_id_unknown`); nothing has changed
     */
    final public function handleNoReply(int $id, NoReplyKind $kind): void
    {
        Native::handleNoReply(static::TYPE, $this->handle, $id, $kind->value);
    }

    /** Where it stands, as text, to be stored as it is and given to `resume()`. It holds no credentials. */
    public function checkpoint(): string
    {
        return Native::checkpoint(static::TYPE, $this->handle);
    }

    /**
     * How much there is to do, and how much is done.
     *
     * @return array<string, mixed>
     */
    public function progress(): array
    {
        return Native::progress(static::TYPE, $this->handle);
    }

    /**
     * What has become of it so far; that of `Done` is the last one.
     *
     * @return array<string, mixed>
     */
    public function report(): array
    {
        return Native::report(static::TYPE, $this->handle);
    }

    /**
     * Goes on where it stood when its checkpoint was stored.
     *
     * @throws NetvisorOrdersException of kind `checkpoint`
     */
    abstract public static function resume(string $checkpoint, Settings $settings): static;

    /** What was held before is given back. */
    final protected function hold(CData $handle): void
    {
        $this->free();
        $this->handle = $handle;
    }

    final public function __destruct()
    {
        $this->free();
    }

    private function free(): void
    {
        // Not made where the input was refused.
        if (isset($this->handle)) {
            Native::freeMachine(static::TYPE, $this->handle);
            unset($this->handle);
        }
    }

    /** @return array{} */
    final public function __debugInfo(): array
    {
        return [];
    }

    /** The native object belongs to one PHP object alone. */
    private function __clone()
    {
    }

    /** @return never */
    final public function __serialize(): array
    {
        throw new \LogicException('An export or a fetch cannot be serialised: store its checkpoint().');
    }

    /** @param array<string, mixed> $data */
    final public function __unserialize(array $data): never
    {
        throw new \LogicException('An export or a fetch cannot be unserialised: resume() its checkpoint.');
    }
}
