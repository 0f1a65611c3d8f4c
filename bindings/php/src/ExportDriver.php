<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Runs exports and fetches over the host's HTTP client. Nothing is decided here: they say what is to be done.
 *
 * @phpstan-import-type Progress from OrderExport
 * @phpstan-import-type Report from OrderExport
 * @phpstan-import-type FetchProgress from Fetch
 */
final class ExportDriver
{
    /** How often `shouldStop` is asked while waiting. */
    private const SLICE_MS = 250;

    private readonly \Closure $send;
    private readonly \Closure $store;
    private readonly \Closure $shouldStop;
    private readonly \Closure $onProgress;
    private readonly \Closure $onError;
    private readonly \Closure $clock;
    private readonly \Closure $sleep;
    private readonly ?\Closure $deliver;

    /**
     * @param callable(SignedRequest): Response $send makes one HTTP request, once: a `StreamSender`, a `CurlSender`, a
     *     `Psr18Sender`, or your own. It gives Netvisor at least two minutes to answer, as the vendor advises (§4), and throws
     *     `NoReplyException` when no answer came; anything else it throws is taken as a lost connection
     * @param callable(string): mixed $store keeps the checkpoint, from which `resume()` goes on whatever ends this process:
     *     called before each request that changes something in Netvisor, after each batch, before each wait, and at the end. The
     *     text must be on the disk when it returns. Where it throws, nothing is sent, and `run()` throws the same
     * @param float|null $maxWait the longest wait, in seconds; a longer one ends the run, the work unfinished. Waits last
     *     minutes, when Netvisor cannot be reached or an answer was lost: a page gives 0, and resumes the checkpoint later.
     *     Null waits as long as it takes
     * @param (callable(): bool)|null $shouldStop ends the run once it says true; asked between requests and while waiting
     * @param (callable(Progress|FetchProgress): mixed)|null $onProgress called before each request, batch and wait, and at the end
     * @param (callable(\Throwable): mixed)|null $onError is told why a request had no answer. Without it, what `send` threw
     *     beside `NoReplyException` becomes a warning of PHP
     * @param (callable(): int)|null $clock the time by which it waits, in milliseconds since 1970, for tests.
     *     Requests are always signed with the real one
     * @param (callable(int): mixed)|null $sleep waits so many milliseconds, for tests
     * @param (callable(array<string, mixed>): mixed)|null $deliver gets each batch of a fetch, as the class of the fetch
     *     describes it, and has kept it when it returns. A batch comes again when this process ends before the checkpoint
     *     after it was stored, so things are kept by their NetvisorKeys. Where it throws, `run()` throws the same, and the fetch
     *     goes back to the batch before
     */
    public function __construct(
        private readonly Connection $connection,
        callable $send,
        callable $store,
        private readonly ?float $maxWait = null,
        ?callable $shouldStop = null,
        ?callable $onProgress = null,
        ?callable $onError = null,
        ?callable $clock = null,
        ?callable $sleep = null,
        ?callable $deliver = null,
    ) {
        $this->send = $send(...);
        $this->store = $store(...);
        $this->shouldStop = ($shouldStop ?? static fn (): bool => false)(...);
        $this->onProgress = ($onProgress ?? static fn () => null)(...);
        $this->onError = ($onError ?? self::warn(...))(...);
        $this->clock = ($clock ?? self::unixMs(...))(...);
        $this->sleep = ($sleep ?? static fn (int $ms) => usleep(1000 * $ms))(...);
        $this->deliver = $deliver === null ? null : $deliver(...);
    }

    /**
     * Goes on with an export or a fetch until it is done, or until it is stopped or would wait too long.
     *
     * @template TReport of array<string, mixed>
     * @param OrderExport|Fetch<array<string, mixed>, array<string, mixed>, TReport> $machine
     * @return ($machine is OrderExport ? Report : TReport) what has become of it; `finished` tells whether it has ended
     * @throws \LogicException for an export or a fetch whose last request, given out elsewhere, still awaits its answer, and for
     *     a fetch that hands out batches without `deliver`
     */
    public function run(OrderExport|Fetch $machine): array
    {
        if ($machine instanceof Fetch && $machine::HAS_BATCHES && $this->deliver === null) {
            throw new \LogicException($machine::class . ' hands out batches: give the driver `deliver`.');
        }
        $kept = $machine instanceof Fetch ? $machine->checkpoint() : '';
        do {
            $goOn = !($this->shouldStop)() && $this->step($machine, $kept);
        } while ($goOn);
        ($this->onProgress)($machine->progress());
        ($this->store)($machine->checkpoint());

        return $machine->report();
    }

    /**
     * Whether there is more to do.
     *
     * @param string $kept the checkpoint of a fetch before which everything that was handed out has been kept
     */
    private function step(OrderExport|Fetch $machine, string &$kept): bool
    {
        $output = $machine->pollOutput(($this->clock)());
        if ($output instanceof Send) {
            $this->exchange($machine, $output);

            return true;
        }
        if ($output instanceof Batch) {
            $kept = $this->deliver($machine, $output, $kept);

            return true;
        }

        return $output instanceof Wait && $this->wait($machine, $output);
    }

    /** Gives the checkpoint after the batch. */
    private function deliver(Fetch $fetch, Batch $output, string $kept): string
    {
        try {
            ($this->onProgress)($fetch->progress());
            ($this->deliver)($output->batch);
        } catch (\Throwable $exception) {
            // The fetch has moved past the batch, which nobody has kept.
            $fetch->goBack($kept);
            throw $exception;
        }
        $checkpoint = $fetch->checkpoint();
        ($this->store)($checkpoint);

        return $checkpoint;
    }

    private function exchange(OrderExport|Fetch $machine, Send $output): void
    {
        try {
            $signed = $this->prepare($machine, $output);
        } catch (\Throwable $exception) {
            // Certain, since nothing has been sent. It can go on from here.
            $machine->handleNoReply($output->id, NoReplyKind::NotConnected);
            throw $exception;
        }
        try {
            $response = $this->send($signed);
        } catch (\Throwable $exception) {
            // Of an exception nobody knows, nothing is known either: the request may have been carried out.
            $kind = $exception instanceof NoReplyException ? $exception->kind : NoReplyKind::ConnectionLost;
            $machine->handleNoReply($output->id, $kind);
            ($this->onError)($exception);

            return;
        }
        $machine->handleReply($output->id, $response->httpStatus, $response->body);
    }

    /** Everything that comes before sending, with a stamp of this attempt's own. */
    private function prepare(OrderExport|Fetch $machine, Send $output): SignedRequest
    {
        ($this->onProgress)($machine->progress());
        if ($output->mustCheckpoint) {
            ($this->store)($machine->checkpoint());
        }

        return $this->connection->sign($output->request, self::unixMs(), bin2hex(random_bytes(16)));
    }

    /** Typed, so that anything else a `send` function returns is refused before anybody sees it. */
    private function send(SignedRequest $signed): Response
    {
        return ($this->send)($signed);
    }

    /** Whether it was waited for. */
    private function wait(OrderExport|Fetch $machine, Wait $output): bool
    {
        if ($output->reason === 'in_flight') {
            throw new \LogicException('A request given out elsewhere still awaits its answer: hand it in, or resume the checkpoint.');
        }
        ($this->onProgress)($machine->progress());
        if ($this->maxWait !== null && $output->until - ($this->clock)() > 1000 * $this->maxWait) {
            return false;
        }
        ($this->store)($machine->checkpoint());
        while (($left = $output->until - ($this->clock)()) > 0 && !($this->shouldStop)()) {
            ($this->sleep)(min($left, self::SLICE_MS));
        }

        return true;
    }

    private static function unixMs(): int
    {
        return (int) (microtime(true) * 1000);
    }

    private static function warn(\Throwable $exception): void
    {
        if (!$exception instanceof NoReplyException) {
            $what = $exception::class . ': ' . $exception->getMessage();
            trigger_error("Sending to Netvisor failed; what may have arrived is looked up before it is sent again. $what", E_USER_WARNING);
        }
    }
}
