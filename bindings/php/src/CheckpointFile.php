<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * Keeps the checkpoint of one export or fetch in a file, whole at every moment: a process that is killed while storing leaves the one
 * stored before. Beside it, a file with `.new` at the end of its name may be left behind.
 *
 * Checkpoints hold orders, so only the owner may read the file, and its folder must not be one that a web server shows.
 */
final class CheckpointFile
{
    public function __construct(public readonly string $path)
    {
    }

    /**
     * The export that was stored, or the fetch of the class given; null where there is none.
     *
     * @template T of Machine
     * @param class-string<T> $class
     * @return T|null
     * @throws NetvisorOrdersException of kind `checkpoint`, as `OrderExport::resume()` and `Fetch::resume()`
     * @throws \RuntimeException when the file cannot be read
     */
    public function resume(Settings $settings, string $class = OrderExport::class): ?Machine
    {
        if (!file_exists($this->path)) {
            return null;
        }
        $checkpoint = @file_get_contents($this->path);

        return $checkpoint === false ? throw $this->failed('read') : $class::resume($checkpoint, $settings);
    }

    /**
     * Replaces what was stored before; on the disk when it returns.
     *
     * @throws \RuntimeException when that is not possible
     */
    public function store(string $checkpoint): void
    {
        if (!@$this->write($checkpoint)) {
            throw $this->failed('written');
        }
    }

    /**
     * Forgets it, once its report has been dealt with.
     *
     * @throws \RuntimeException when that is not possible
     */
    public function remove(): void
    {
        if (file_exists($this->path) && !@unlink($this->path)) {
            throw $this->failed('removed');
        }
    }

    private function write(string $checkpoint): bool
    {
        $new = "$this->path.new";
        $file = fopen($new, 'wb');

        return $file !== false
            && chmod($new, 0600)
            && fwrite($file, $checkpoint) === \strlen($checkpoint)
            && fsync($file)
            && fclose($file)
            && rename($new, $this->path);
    }

    private function failed(string $what): \RuntimeException
    {
        return new \RuntimeException("The checkpoint $this->path cannot be $what: " . (error_get_last()['message'] ?? ''));
    }
}
