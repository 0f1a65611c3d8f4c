<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Runs exports over the host's HTTP client. Nothing about orders is decided here: the export says what is to be done.
 *
 * @phpstan-import-type Progress from OrderExport
 * @phpstan-import-type Report from OrderExport
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

    /**
     * @param callable(SignedRequest): Response $send makes one HTTP request, once: a `StreamSender`, a `CurlSender`, a
     *     `Psr18Sender`, or your own. It gives Netvisor at least two minutes to answer, as the vendor advises (§4), and throws
     *     `NoReplyException` when no answer came; anything else it throws is taken as a lost connection
     * @param callable(string): mixed $store keeps the checkpoint, from which `OrderExport::resume()` goes on whatever ends
     *     this process: called before each request that changes something in Netvisor, before each wait, and at the end. The
     *     text must be on the disk when it returns. Where it throws, nothing is sent, and `run()` throws the same
     * @param float|null $maxWait the longest wait, in seconds; a longer one ends the run, the export unfinished. Waits last
     *     minutes, when Netvisor cannot be reached or an answer was lost: a page gives 0, and resumes the checkpoint later.
     *     Null waits as long as it takes
     * @param (callable(): bool)|null $shouldStop ends the run once it says true; asked between requests and while waiting
     * @param (callable(Progress): mixed)|null $onProgress called before each request and each wait, and at the end
     * @param (callable(\Throwable): mixed)|null $onError is told why a request had no answer. Without it, what `send` threw
     *     beside `NoReplyException` becomes a warning of PHP
     * @param (callable(): int)|null $clock the time by which the export waits, in milliseconds since 1970, for tests.
     *     Requests are always signed with the real one
     * @param (callable(int): mixed)|null $sleep waits so many milliseconds, for tests
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
    ) {
        $this->send = $send(...);
        $this->store = $store(...);
        $this->shouldStop = ($shouldStop ?? static fn (): bool => false)(...);
        $this->onProgress = ($onProgress ?? static fn () => null)(...);
        $this->onError = ($onError ?? self::warn(...))(...);
        $this->clock = ($clock ?? self::unixMs(...))(...);
        $this->sleep = ($sleep ?? static fn (int $ms) => usleep(1000 * $ms))(...);
    }

    /**
     * Goes on with an export until it is done, or until it is stopped or would wait too long.
     *
     * @return Report what has become of the orders; `finished` tells whether each has ended
     * @throws \LogicException for an export whose last request, given out elsewhere, still awaits its answer
     */
    public function run(OrderExport $export): array
    {
        do {
            $goOn = !($this->shouldStop)() && $this->step($export);
        } while ($goOn);
        ($this->onProgress)($export->progress());
        ($this->store)($export->checkpoint());

        return $export->report();
    }

    /** Whether there is more to do. */
    private function step(OrderExport $export): bool
    {
        $output = $export->pollOutput(($this->clock)());
        if ($output instanceof Send) {
            $this->exchange($export, $output);

            return true;
        }

        return $output instanceof Wait && $this->wait($export, $output);
    }

    private function exchange(OrderExport $export, Send $output): void
    {
        try {
            $signed = $this->prepare($export, $output);
        } catch (\Throwable $exception) {
            // Certain, since nothing has been sent. The export can go on from here.
            $export->handleNoReply($output->id, NoReplyKind::NotConnected);
            throw $exception;
        }
        try {
            $response = $this->send($signed);
        } catch (\Throwable $exception) {
            // Of an exception nobody knows, nothing is known either: the request may have been carried out.
            $kind = $exception instanceof NoReplyException ? $exception->kind : NoReplyKind::ConnectionLost;
            $export->handleNoReply($output->id, $kind);
            ($this->onError)($exception);

            return;
        }
        $export->handleReply($output->id, $response->httpStatus, $response->body);
    }

    /** Everything that comes before sending, with a stamp of this attempt's own. */
    private function prepare(OrderExport $export, Send $output): SignedRequest
    {
        ($this->onProgress)($export->progress());
        if ($output->mustCheckpoint) {
            ($this->store)($export->checkpoint());
        }

        return $this->connection->sign($output->request, self::unixMs(), bin2hex(random_bytes(16)));
    }

    /** Typed, so that anything else a `send` function returns is refused before the export sees it. */
    private function send(SignedRequest $signed): Response
    {
        return ($this->send)($signed);
    }

    /** Whether it was waited for. */
    private function wait(OrderExport $export, Wait $output): bool
    {
        if ($output->reason === 'in_flight') {
            throw new \LogicException('A request of this export still awaits its answer: hand it in, or resume the checkpoint.');
        }
        ($this->onProgress)($export->progress());
        if ($this->maxWait !== null && $output->until - ($this->clock)() > 1000 * $this->maxWait) {
            return false;
        }
        ($this->store)($export->checkpoint());
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
            trigger_error("Sending to Netvisor failed; whether the request arrived is looked up. $what", E_USER_WARNING);
        }
    }
}
