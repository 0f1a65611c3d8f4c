<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\CatalogueFetch;
use NetvisorOrders\CheckpointFile;
use NetvisorOrders\OrderExport;
use NetvisorOrders\StockFetch;
use PHPUnit\Framework\TestCase;

final class CheckpointFileTest extends TestCase
{
    private string $folder;

    private CheckpointFile $file;

    protected function setUp(): void
    {
        $this->folder = sys_get_temp_dir() . '/netvisor-orders-' . bin2hex(random_bytes(8));
        mkdir($this->folder);
        $this->file = new CheckpointFile("$this->folder/state");
    }

    protected function tearDown(): void
    {
        Child::run(['rm', '-r', $this->folder]);
    }

    public function testWhatWasStoredIsResumedUntilItIsRemoved(): void
    {
        self::assertNull($this->file->resume(Orders::settings()));
        $this->file->store('something older');
        $checkpoint = (new OrderExport(Orders::small(2), Orders::settings()))->checkpoint();
        $this->file->store($checkpoint);

        self::assertSame($checkpoint, $this->file->resume(Orders::settings())->checkpoint());
        self::assertSame(0600, fileperms($this->file->path) & 0777);
        self::assertSame(['state'], array_values(array_diff(scandir($this->folder), ['.', '..'])));
        $this->file->remove();
        $this->file->remove();
        self::assertNull($this->file->resume(Orders::settings()));
    }

    public function testAFetchIsResumedAsOneOfItsKindOnly(): void
    {
        self::assertNull($this->file->resume(Orders::settings(), StockFetch::class));
        $checkpoint = (new StockFetch([], Orders::settings()))->checkpoint();
        $this->file->store($checkpoint);

        self::assertSame($checkpoint, $this->file->resume(Orders::settings(), StockFetch::class)->checkpoint());
        foreach ([OrderExport::class, CatalogueFetch::class] as $class) {
            $refusal = Sample::refusal(fn () => $this->file->resume(Orders::settings(), $class));
            self::assertSame('checkpoint_invalid', $refusal->getErrorCode());
        }
    }

    public function testWhatCannotBeStoredLeavesTheLastAndIsToldWithoutAWarning(): void
    {
        $this->file->store('before');
        mkdir($this->file->path . '.new');
        try {
            $this->file->store('after');
            self::fail('stored');
        } catch (\RuntimeException $exception) {
            self::assertStringContainsString("The checkpoint {$this->file->path} cannot be written: ", $exception->getMessage());
            self::assertStringContainsString('directory', $exception->getMessage());
        }
        self::assertSame('before', file_get_contents($this->file->path));
    }

    public function testWhatIsNoCheckpointIsRefused(): void
    {
        $this->file->store('nothing');

        self::assertSame('checkpoint_invalid', Sample::refusal(fn () => $this->file->resume(Orders::settings()))->getErrorCode());
    }
}
