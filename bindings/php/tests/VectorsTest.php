<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Connection;
use NetvisorOrders\Document;
use NetvisorOrders\Fault;
use NetvisorOrders\Native;
use NetvisorOrders\NetvisorOrdersException;
use NetvisorOrders\Order;
use NetvisorOrders\Reply;
use NetvisorOrders\Request;
use NetvisorOrders\Settings;
use NetvisorOrders\SignedRequest;
use PHPUnit\Framework\TestCase;

/** The golden cases every language replays: the same bytes, the same faults. */
final class VectorsTest extends TestCase
{
    private const VECTORS = __DIR__ . '/../../../tests/vectors';

    private string $folder;

    /** @var array<string, mixed> case.json */
    private array $case;

    /** @var array<string, string> what the replay produced, by the names of the expected files */
    private array $produced = [];

    public function testThereAreCases(): void
    {
        self::assertGreaterThanOrEqual(40, \count($this->cases()));
    }

    /** @return array<string, array{string}> */
    public function cases(): array
    {
        $cases = [];
        foreach (glob(self::VECTORS . '/*/case.json') as $file) {
            $cases[basename(\dirname($file))] = [\dirname($file)];
        }

        return $cases;
    }

    /** @dataProvider cases */
    public function testReplay(string $folder): void
    {
        $this->folder = $folder;
        $this->case = self::decode($this->input('case.json'), true);
        try {
            $outcome = match ($this->case['operation']) {
                'preview' => $this->preview(),
                'read_order' => ['result' => $this->read()],
                'settings' => ['result' => Settings::fromJson($this->input('settings.json')) ? 'ok' : ''],
                'connection' => ['result' => $this->connection() ? 'ok' : ''],
                'sign' => $this->sign(),
                'read_reply' => ['result' => Reply::read(
                    $this->case['resource'],
                    $this->case['http_status'],
                    $this->input('reply.xml'),
                )->data],
            };
        } catch (NetvisorOrdersException $exception) {
            $outcome = ['error' => [
                'kind' => $exception->getKind(),
                'code' => $exception->getErrorCode(),
                'path' => $exception->getPath(),
                'message' => $exception->getMessage(),
                'faults' => $exception->getFaults(),
            ]];
        }

        self::assertEquals(self::decode($this->input('outcome.json')), self::decode(json_encode($outcome, JSON_THROW_ON_ERROR)));
        $expected = [];
        foreach (glob("$folder/expect-*") as $file) {
            $expected[basename($file)] = file_get_contents($file);
        }
        self::assertEqualsCanonicalizing(array_keys($expected), array_keys($this->produced));
        foreach ($expected as $file => $bytes) {
            self::assertSame($bytes, $this->produced[$file], $file);
        }
    }

    public function testEveryCodeInTheCasesIsListed(): void
    {
        $listed = array_column(self::decode(file_get_contents(self::VECTORS . '/error-codes.json'), true), 'code');
        $seen = [];
        foreach (glob(self::VECTORS . '/*/outcome.json') as $file) {
            $seen += self::faultCodes(self::decode(file_get_contents($file), true));
        }

        self::assertNotSame([], $seen);
        self::assertSame([], array_values(array_diff(array_keys($seen), $listed)));
    }

    /** @return array{order: array<string, mixed>, warnings: list<Fault>} */
    private function read(): array
    {
        $read = Order::read($this->case['shop'], $this->orderJson());

        return ['order' => $read->order(), 'warnings' => $read->warnings];
    }

    /** @return array<string, mixed> */
    private function preview(): array
    {
        $settings = Settings::fromJson($this->input('settings.json', '{}'));
        $read = Order::read($this->case['shop'], $this->orderJson());
        $preview = Order::preview($read, $settings, self::decode($this->input('known.json', '{}'), true));
        foreach ($preview->documents as $index => $document) {
            $number = $index + 1;
            $this->produced["expect-$number.xml"] = $document->request->body;
            if ($document->awaits === []) {
                $this->signed($number, $document->request, "{$this->case['stamp']['transaction_id']}-$number");
            }
        }

        return [
            'order' => $read->order(),
            'read_warnings' => $read->warnings,
            'documents' => array_map(static fn (Document $document) => [
                'kind' => $document->kind,
                'when' => $document->when,
                'awaits' => $document->awaits,
                'method' => $document->request->method,
                'resource' => $document->request->resource,
                'query' => $document->request->query,
            ], $preview->documents),
            'warnings' => $preview->warnings,
        ];
    }

    /** @return array{result: 'ok'} */
    private function sign(): array
    {
        // As text: most of what these cases have wrong with the request, `Request` cannot even hold.
        $connection = $this->connection();
        $handle = (new \ReflectionProperty($connection, 'handle'))->getValue($connection);
        $stamp = $this->case['stamp'];
        $this->produced['expect-1.http'] = self::http(
            Native::sign($handle, $this->input('request.json'), $stamp['unix_ms'], $stamp['transaction_id'], null),
        );

        return ['result' => 'ok'];
    }

    private function signed(int $number, Request $request, string $transactionId): void
    {
        $this->produced["expect-$number.http"] = self::http(
            $this->connection()->sign($request, $this->case['stamp']['unix_ms'], $transactionId),
        );
    }

    private static function http(SignedRequest $signed): string
    {
        $lines = ["$signed->method $signed->url", ...$signed->headerLines()];

        return mb_convert_encoding(implode("\n", $lines) . "\n", 'UTF-8', 'ISO-8859-1');
    }

    private function connection(): Connection
    {
        return Connection::fromJson($this->input('connection.json', file_get_contents(self::VECTORS . '/connection.json')));
    }

    /** order.json, filled up with blanks at its end where the case says to how many bytes. */
    private function orderJson(): string
    {
        return str_pad($this->input('order.json'), $this->case['order_bytes'] ?? 0);
    }

    private function input(string $name, ?string $default = null): string
    {
        $file = "$this->folder/$name";

        return $default !== null && !is_file($file) ? $default : file_get_contents($file);
    }

    /**
     * The codes of all faults in it; customers, products and VAT rules have codes too.
     *
     * @param array<mixed> $json
     * @return array<string, true>
     */
    private static function faultCodes(array $json): array
    {
        $codes = isset($json['code'], $json['messages']) ? [$json['code'] => true] : [];
        foreach (array_filter($json, \is_array(...)) as $part) {
            $codes += self::faultCodes($part);
        }

        return $codes;
    }

    private static function decode(string $json, bool $array = false): mixed
    {
        return json_decode($json, $array, flags: JSON_THROW_ON_ERROR);
    }
}
