<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Connection;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Request;
use NetvisorOrders\Settings;
use NetvisorOrders\StockFetch;
use PHPUnit\Framework\TestCase;

/** No way of looking at an object or an exception shows a key, although exceptions here record their arguments. */
final class SecretsTest extends TestCase
{
    /** @return array<string, array{callable(mixed): string}> */
    public function views(): array
    {
        $captured = static function (callable $print): string {
            ob_start();
            $print();

            return ob_get_clean();
        };

        return [
            'var_dump' => [static fn ($value) => $captured(static fn () => var_dump($value))],
            'print_r' => [static fn ($value) => print_r($value, true)],
            'var_export' => [static fn ($value) => var_export($value, true)],
            'debug_zval_dump' => [static fn ($value) => $captured(static fn () => debug_zval_dump($value))],
            'json_encode' => [static fn ($value) => json_encode($value, JSON_THROW_ON_ERROR | JSON_PARTIAL_OUTPUT_ON_ERROR)],
            'array cast' => [static fn ($value) => print_r((array) $value, true)],
            'reflection' => [static fn ($value) => print_r(self::properties($value), true)],
        ];
    }

    /**
     * @dataProvider views
     * @param callable(mixed): string $view
     */
    public function testNoViewOfAConnectionShowsAKey(callable $view): void
    {
        self::assertKeyless($view(Sample::connection()));
    }

    /**
     * @dataProvider views
     * @param callable(mixed): string $view
     */
    public function testNoViewOfASignedRequestShowsAKey(callable $view): void
    {
        self::assertKeyless($view(Sample::connection()->sign(new Request('GET', 'customerlist.nv'), Sample::UNIX_MS, 'tx')));
    }

    /** @return array<string, array{callable(): mixed}> */
    public function refusals(): array
    {
        $connection = ['base_url' => 'ftp://nowhere'] + Sample::connectionArray();
        $spoilt = ['sender' => "\xff"] + Sample::connectionArray();

        return [
            'array' => [static fn () => Connection::fromArray($connection)],
            'json' => [static fn () => Connection::fromJson(json_encode($connection, JSON_THROW_ON_ERROR))],
            'key of a wrong form' => [static fn () => Connection::fromArray(
                ['customer_key' => Sample::CUSTOMER_KEY . "\n"] + Sample::connectionArray(),
            )],
            'unknown field' => [static fn () => Connection::fromArray(
                ['key' => Sample::CUSTOMER_KEY, Sample::PARTNER_KEY => 1] + Sample::connectionArray(),
            )],
            'no JSON' => [static fn () => Connection::fromArray($spoilt)],
            'sign' => [static fn () => Sample::connection()->sign(new Request('GET', 'no resource'), Sample::UNIX_MS, 'tx')],
            'serialize' => [static fn () => serialize(Sample::connection())],
        ];
    }

    /** @dataProvider refusals */
    public function testNoExceptionShowsAKey(callable $refused): void
    {
        self::assertSame('0', \ini_get('zend.exception_ignore_args'), 'this PHP would hide every argument anyway');
        try {
            $refused();
        } catch (\Throwable $exception) {
            // The frames below are the caller's own: what it passes around is not ours to hide.
            $ours = array_filter($exception->getTrace(), static fn (array $frame) => str_starts_with($frame['class'] ?? '', 'NetvisorOrders\\')
                && !str_starts_with($frame['class'], __NAMESPACE__));
            self::assertNotSame([], $ours);
            self::assertKeyless($exception->getMessage() . print_r($ours, true));
            self::assertKeyless(implode("\n", self::lines($exception)));

            return;
        }
        self::fail('nothing was refused');
    }

    public function testAConnectionCannotBeCopied(): void
    {
        $this->expectException(\Error::class);
        $this->expectExceptionMessage('private');
        clone Sample::connection();
    }

    public function testSettingsExportsAndFetchesCannotBeCopiedOrSerialised(): void
    {
        $settings = Settings::fromJson('{}');
        foreach ([$settings, new OrderExport([], $settings), new StockFetch([], $settings)] as $object) {
            foreach ([static fn () => clone $object, static fn () => serialize($object)] as $copy) {
                try {
                    $copy();
                    self::fail('copied');
                } catch (\Error | \LogicException $exception) {
                    self::assertStringContainsString($exception instanceof \Error ? 'private' : 'serialised', $exception->getMessage());
                }
            }
        }
    }

    /** @dataProvider handles */
    public function testNothingIsUnserialised(string $class): void
    {
        $this->expectException(\LogicException::class);
        $this->expectExceptionMessage('unserialised');
        unserialize(sprintf('O:%d:"%s":0:{}', \strlen($class), $class));
    }

    /** @return list<array{class-string}> */
    public function handles(): array
    {
        return [[Connection::class], [OrderExport::class], [Settings::class], [StockFetch::class]];
    }

    private static function assertKeyless(string $text): void
    {
        self::assertStringNotContainsString(Sample::CUSTOMER_KEY, $text);
        self::assertStringNotContainsString(Sample::PARTNER_KEY, $text);
    }

    /** @return array<string, mixed> */
    private static function properties(object $object): array
    {
        $values = [];
        foreach ((new \ReflectionObject($object))->getProperties() as $property) {
            $values[$property->getName()] = $property->getValue($object);
        }

        return $values;
    }

    /** @return list<string> what a log shows of the exception, without the frames of the tests */
    private static function lines(\Throwable $exception): array
    {
        return array_values(array_filter(
            explode("\n", (string) $exception),
            static fn (string $line) => str_contains($line, 'NetvisorOrders\\') && !str_contains($line, __NAMESPACE__),
        ));
    }
}
