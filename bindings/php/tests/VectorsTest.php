<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Batch;
use NetvisorOrders\Connection;
use NetvisorOrders\Document;
use NetvisorOrders\Done;
use NetvisorOrders\Fault;
use NetvisorOrders\Fetch;
use NetvisorOrders\Machine;
use NetvisorOrders\Native;
use NetvisorOrders\NetvisorOrdersException;
use NetvisorOrders\NoReplyKind;
use NetvisorOrders\Order;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Reply;
use NetvisorOrders\Request;
use NetvisorOrders\Send;
use NetvisorOrders\Settings;
use NetvisorOrders\Setup;
use NetvisorOrders\SignedRequest;
use NetvisorOrders\Wait;
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
                'export' => $this->export(),
                'resume' => ['result' => OrderExport::resume($this->input('checkpoint.txt'), $this->settings())->progress()],
                'fetch' => $this->fetch(),
                'resume_fetch' => ['result' => $this->resumedFetch()->progress()],
                'required_permissions' => ['result' => Setup::requiredPermissions(
                    $this->settings(),
                    self::decode($this->input('features.json'), true),
                )],
                'match_customers' => ['result' => Setup::matchCustomers(...$this->registers())],
                'match_products' => ['result' => Setup::matchProducts(...$this->registers())],
            };
        } catch (NetvisorOrdersException $exception) {
            $outcome = ['error' => self::error($exception)];
        }

        $outcome = self::decode(json_encode($outcome, JSON_THROW_ON_ERROR), true);
        self::assertSame(self::sorted(self::decode($this->input('outcome.json'), true)), self::sorted($outcome));
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
        $settings = $this->settings();
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

    /** @return array<string, mixed> */
    private function export(): array
    {
        return $this->takeSteps(new OrderExport($this->input('orders.json'), $this->settings()));
    }

    /** @return array<string, mixed> */
    private function fetch(): array
    {
        $class = Sample::FETCHES[$this->case['fetch']];

        return $this->takeSteps(new $class($this->input('options.json', '{}'), $this->settings()));
    }

    /** The case does not say of which kind. */
    private function resumedFetch(): Fetch
    {
        $checkpoint = $this->input('checkpoint.txt');
        $class = Sample::FETCHES[json_decode($checkpoint, true)['kind'] ?? 'stock'];

        return $class::resume($checkpoint, $this->settings());
    }

    /** @return array{string, string, string} the shop's, Netvisor's and the options */
    private function registers(): array
    {
        return [$this->input('shop.json'), $this->input('netvisor.json'), $this->input('options.json', '{}')];
    }

    /**
     * Polls at each step's time, then hands in what the step says.
     *
     * @return array<string, mixed>
     */
    private function takeSteps(Machine $machine): array
    {
        $last = 0;
        $steps = [];
        foreach ($this->case['steps'] as $index => $step) {
            $number = $index + 1;
            $output = $machine->pollOutput($step['now']);
            $shown = ['output' => self::output($output)];
            if ($output instanceof Send) {
                $last = $output->id;
                if ($output->request->body !== null) {
                    $this->produced["expect-$number.xml"] = $output->request->body;
                }
            }
            try {
                $this->handIn($machine, $step['id'] ?? $last, $step);
            } catch (NetvisorOrdersException $exception) {
                $shown['error'] = self::error($exception);
            }
            if ($step['resume'] ?? false) {
                $this->produced["expect-$number.checkpoint"] = $machine->checkpoint();
                $machine = $machine::resume($machine->checkpoint(), $this->settings());
            }
            $steps[] = $shown;
        }

        return ['steps' => $steps, 'progress' => $machine->progress(), 'report' => $machine->report()];
    }

    /** @param array<string, mixed> $step */
    private function handIn(Machine $machine, int $id, array $step): void
    {
        if (isset($step['reply'])) {
            $machine->handleReply($id, $step['http_status'] ?? 200, $this->input($step['reply']));
        } elseif (isset($step['no_reply'])) {
            $machine->handleNoReply($id, NoReplyKind::from($step['no_reply']));
        }
    }

    /** @return array<string, mixed> */
    private static function output(Send|Wait|Batch|Done $output): array
    {
        return match (true) {
            $output instanceof Send => [
                'kind' => 'send',
                'id' => $output->id,
                'must_checkpoint' => $output->mustCheckpoint,
                'order' => $output->order,
                'request' => [
                    'method' => $output->request->method,
                    'resource' => $output->request->resource,
                    'query' => $output->request->query,
                ],
            ],
            $output instanceof Wait => ['kind' => 'wait', 'until' => $output->until, 'reason' => $output->reason],
            $output instanceof Batch => ['kind' => 'batch', 'batch' => $output->batch],
            $output instanceof Done => ['kind' => 'done', 'report' => $output->report],
        };
    }

    /** @return array<string, mixed> */
    private static function error(NetvisorOrdersException $exception): array
    {
        return [
            'kind' => $exception->getKind(),
            'code' => $exception->getErrorCode(),
            'path' => $exception->getPath(),
            'message' => $exception->getMessage(),
            'faults' => $exception->getFaults(),
        ];
    }

    private function settings(): Settings
    {
        return Settings::fromJson($this->input('settings.json', '{}'));
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

    /** With the keys of objects in one order. An empty object is an empty array on both sides: PHP has one for both. */
    private static function sorted(array $json): array
    {
        ksort($json);

        return array_map(static fn (mixed $part) => \is_array($part) ? self::sorted($part) : $part, $json);
    }

    private static function decode(string $json, bool $array = false): mixed
    {
        return json_decode($json, $array, flags: JSON_THROW_ON_ERROR);
    }
}
