<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * What a shop wants to know from Netvisor, fetched step by step; each kind is a class of its own. `ExportDriver` runs it; by
 * hand, poll until it is `Done`, give every `Send` its answer, and keep every `Batch`, then the checkpoint. No request changes
 * anything in Netvisor.
 *
 * Amounts are strings ("12.5") throughout.
 *
 * @template TOptions of array<string, mixed>
 * @template TBatch of array<string, mixed>
 * @template TReport of array<string, mixed>
 *
 * @phpstan-type FetchProgress array{total: int|null, done: int}
 */
abstract class Fetch extends Machine
{
    protected const TYPE = 'nvo_fetch';

    /**
     * Its name in the library.
     *
     * @internal
     */
    protected const KIND = '';

    /**
     * Whether it hands out batches on the way. Of others the report's `result` is all there is.
     *
     * @internal
     */
    public const HAS_BATCHES = true;

    private readonly Settings $settings;

    /**
     * Begins a fetch. The settings say in which language messages are, and after what time it gives up.
     *
     * @param string|TOptions $options JSON text, or the same as an array; `[]` are the defaults
     * @throws NetvisorOrdersException of kind `options`, with everything that is wrong with them
     * @throws FfiUnavailableException
     */
    final public function __construct(string|array $options, Settings $settings)
    {
        $this->settings = $settings;
        $this->hold(Native::beginFetch($settings->handle, static::KIND, Native::json($options)));
    }

    /**
     * Goes on where a fetch of this kind stood when its checkpoint was stored. What was not handed out by then is fetched again.
     *
     * @throws NetvisorOrdersException of kind `checkpoint`: cut, changed, of another kind of fetch (`checkpoint_invalid`) or of a
     *     newer library (`checkpoint_version_unknown`)
     * @throws FfiUnavailableException
     */
    final public static function resume(string $checkpoint, Settings $settings): static
    {
        $fetch = (new \ReflectionClass(static::class))->newInstanceWithoutConstructor();
        $fetch->settings = $settings;
        $fetch->goBack($checkpoint);

        return $fetch;
    }

    /** @return Send|Wait|Batch<TBatch>|Done<TReport> */
    final public function pollOutput(int $now): Send|Wait|Batch|Done
    {
        return parent::pollOutput($now);
    }

    /**
     * Where the fetch stands, as text, to be stored as it is: after each batch that was kept, and whenever you like. It holds no
     * credentials, and nothing that was fetched.
     */
    final public function checkpoint(): string
    {
        return parent::checkpoint();
    }

    /**
     * How many things there are, null while nobody knows, and how many have been handed out.
     *
     * @return FetchProgress
     */
    final public function progress(): array
    {
        return parent::progress();
    }

    /** @return TReport */
    final public function report(): array
    {
        return parent::report();
    }

    /**
     * Goes back to where it stood then.
     *
     * @internal
     */
    final public function goBack(string $checkpoint): void
    {
        $this->hold(Native::resumeFetch($this->settings->handle, static::KIND, $checkpoint));
    }
}
