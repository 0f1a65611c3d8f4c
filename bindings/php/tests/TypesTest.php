<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Order;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Reply;
use NetvisorOrders\Settings;
use NetvisorOrders\Setup;
use PHPUnit\Framework\TestCase;

/** The array shapes documented for editors and static analysis have the names and words of the core, no more and no fewer. */
final class TypesTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../..';

    /** Keys of translations, by Netvisor's own words. */
    private const LANGUAGES = ['fi', 'se', 'en'];

    /** @return array<string, array{class-string, string}> */
    public function schemas(): array
    {
        return ['order' => [Order::class, 'order'], 'settings' => [Settings::class, 'settings']];
    }

    /**
     * @dataProvider schemas
     * @param class-string $class
     */
    public function testShapesAgreeWithTheSchema(string $class, string $schema): void
    {
        $json = json_decode(file_get_contents(self::ROOT . "/core/schema/$schema.schema.json"), true, flags: JSON_THROW_ON_ERROR);
        [$names, $words] = self::inSchema($json);

        self::assertEqualsCanonicalizing(array_keys($names), self::namesInShapes($class));
        self::assertEqualsCanonicalizing(array_keys($words), self::wordsInShapes($class));
    }

    public function testEverythingARealReplyHoldsIsInItsShape(): void
    {
        $reply = Reply::read('getsalesinvoice.nv', 200, '<Root><ResponseStatus><Status>OK</Status>'
            . '<TimeStamp>2.1.2026 3:04:05</TimeStamp></ResponseStatus><SalesInvoice>'
            . '<SalesInvoiceNetvisorKey>12</SalesInvoiceNetvisorKey><SalesInvoiceAmount>1,00</SalesInvoiceAmount>'
            . '<InvoiceLines><InvoiceLine><SalesInvoiceProductLine><NetvisorKey>1</NetvisorKey></SalesInvoiceProductLine></InvoiceLine>'
            . '<InvoiceLine><SalesInvoiceCommentLine><Comment>Kiitos</Comment></SalesInvoiceCommentLine></InvoiceLine></InvoiceLines>'
            . '</SalesInvoice></Root>');

        self::assertSame(['product', 'comment'], array_column($reply->data['documents'][0]['lines'], 'kind'));
        self::assertSame([], array_values(array_diff(self::keys($reply->data), self::namesInShapes(Reply::class))));
    }

    public function testEverythingInTheRepliesOfTheCasesIsInTheShapeOfReply(): void
    {
        $results = array_map(static fn (array $case) => $case[1]['result'] ?? [], $this->outcomes('read_reply'));

        self::assertSame([], array_values(array_diff(self::keys($results), self::namesInShapes(Reply::class), self::LANGUAGES)));
    }

    public function testEverythingInTheReportsOfTheCasesIsInTheirShape(): void
    {
        $names = $words = [];
        foreach (glob(self::ROOT . '/tests/vectors/*/outcome.json') as $file) {
            $report = self::decode($file)['report'] ?? [];
            if (!isset($report['orders'])) {
                continue;
            }
            $names = [...$names, ...self::keys($report)];
            foreach ($report['orders'] as $order) {
                $words[] = $order['outcome'];
                $words = [...$words, ...array_column($order['payments'], 'state')];
            }
        }

        $named = self::namesInShapes(OrderExport::class);
        self::assertSame([], array_values(array_diff($names, $named)));
        self::assertSame([], array_values(array_diff($named, $names, ['current', 'done', 'total'])));
        self::assertSame([], array_values(array_diff($words, self::wordsInShapes(OrderExport::class))));
    }

    /** @return array<string, array{string}> */
    public function fetches(): array
    {
        $kinds = array_unique(array_map(static fn (array $case) => $case[0]['fetch'], $this->outcomes('fetch')));

        return array_combine($kinds, array_map(static fn (string $kind) => [$kind], $kinds));
    }

    /** @dataProvider fetches */
    public function testEverythingInTheFetchesOfTheCasesIsInItsShape(string $kind): void
    {
        $data = [];
        foreach ($this->outcomes('fetch') as [$case, $outcome]) {
            if ($case['fetch'] === $kind && !isset($outcome['error'])) {
                $data[] = [$outcome['report'], ...array_column(array_column($outcome['steps'], 'output'), 'batch')];
            }
        }

        self::assertNotSame([], $data);
        self::assertAllIn($data, Sample::FETCHES[$kind]);
    }

    /** @return array<string, array{string}> */
    public function setups(): array
    {
        return ['rights' => ['required_permissions'], 'customers' => ['match_customers'], 'products' => ['match_products']];
    }

    /** @dataProvider setups */
    public function testEverythingInTheResultsOfTheCasesIsInTheShapesOfSetup(string $operation): void
    {
        $results = array_filter(array_map(static fn (array $case) => $case[1]['result'] ?? null, $this->outcomes($operation)));

        self::assertNotSame([], $results);
        self::assertAllIn($results, Setup::class);
    }

    /**
     * @param array<mixed> $data
     * @param class-string $class
     */
    private static function assertAllIn(array $data, string $class): void
    {
        $shapes = self::shapes($class) . self::imported($class);
        self::assertSame([], array_values(array_diff(self::keys($data), self::namesIn($shapes), self::LANGUAGES)));
        self::assertSame([], array_values(array_diff(self::words($data), self::wordsIn($shapes))));
    }

    /** The shapes a class imports from others, with those that they name. */
    private static function imported(string $class): string
    {
        $text = '';
        preg_match_all('/@phpstan-import-type (\w+) from (\w+)/', (new \ReflectionClass($class))->getDocComment(), $imports, PREG_SET_ORDER);
        foreach ($imports as [, $type, $from]) {
            preg_match_all('/@phpstan-type (\w+) (.+?)(?=\* @|\*\/)/s', self::shapes("NetvisorOrders\\$from"), $matches);
            $shapes = array_combine($matches[1], $matches[2]);
            for ($wanted = [$type]; $wanted !== []; $wanted = array_intersect(array_keys($shapes), $named[0])) {
                $found = implode(array_intersect_key($shapes, array_flip($wanted)));
                $shapes = array_diff_key($shapes, array_flip($wanted));
                preg_match_all('/\b[A-Z]\w+/', $found, $named);
                $text .= $found;
            }
        }

        return $text;
    }

    /**
     * The values of fields that have a word for each of a few things.
     *
     * @param array<mixed> $data
     * @return list<string>
     */
    private static function words(array $data): array
    {
        $words = [];
        foreach ($data as $name => $part) {
            $isWord = \in_array($name, ['kind', 'status', 'state', 'cause', 'partner', 'organisation', 'by', 'type', 'per_day_from'], true);
            if (\is_array($part)) {
                $isList = \in_array($name, ['features', 'reasons', 'against'], true);
                $words = [...$words, ...($isList ? $part : self::words($part))];
            } elseif ($isWord && $part !== null) {
                $words[] = $part;
            }
        }

        return array_values(array_unique($words));
    }

    /** @return list<array{array<string, mixed>, array<string, mixed>}> case.json and outcome.json of each case of the operation */
    private function outcomes(string $operation): array
    {
        $found = [];
        foreach (glob(self::ROOT . '/tests/vectors/*/case.json') as $file) {
            $case = self::decode($file);
            if ($case['operation'] === $operation) {
                $found[] = [$case, self::decode(\dirname($file) . '/outcome.json')];
            }
        }

        return $found;
    }

    /** @return array<mixed> */
    private static function decode(string $file): array
    {
        return json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR);
    }

    /**
     * @param array<mixed> $schema
     * @return array{array<string, true>, array<string, true>} names of properties, and words that are values
     */
    private static function inSchema(array $schema): array
    {
        $names = array_fill_keys(array_keys($schema['properties'] ?? []), true);
        $words = array_fill_keys(array_filter([...($schema['enum'] ?? []), $schema['const'] ?? null], \is_string(...)), true);
        foreach (array_diff_key($schema, ['default' => true, 'enum' => true]) as $part) {
            if (\is_array($part)) {
                [$inner, $innerWords] = self::inSchema($part);
                $names += $inner;
                $words += $innerWords;
            }
        }

        return [$names, $words];
    }

    /** @return list<string> */
    private static function namesInShapes(string $class): array
    {
        return self::namesIn(self::shapes($class));
    }

    /** @return list<string> */
    private static function namesIn(string $shapes): array
    {
        preg_match_all('/(\w+)\??: /', $shapes, $matches);

        return array_values(array_unique($matches[1]));
    }

    /** @return list<string> */
    private static function wordsInShapes(string $class): array
    {
        return self::wordsIn(self::shapes($class));
    }

    /** @return list<string> */
    private static function wordsIn(string $shapes): array
    {
        preg_match_all("/'(\\w+)'/", $shapes, $matches);

        return array_values(array_unique($matches[1]));
    }

    private static function shapes(string $class): string
    {
        $comment = (new \ReflectionClass($class))->getDocComment();

        return substr($comment, strpos($comment, '@phpstan-type'));
    }

    /**
     * @param array<mixed> $data
     * @return list<string>
     */
    private static function keys(array $data): array
    {
        $keys = array_filter(array_keys($data), \is_string(...));
        foreach (array_filter($data, \is_array(...)) as $part) {
            $keys = [...$keys, ...self::keys($part)];
        }

        return array_values(array_unique($keys));
    }
}
