<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Order;
use NetvisorOrders\OrderExport;
use NetvisorOrders\Reply;
use NetvisorOrders\Settings;
use PHPUnit\Framework\TestCase;

/** The array shapes documented for editors and static analysis have the names and words of the core, no more and no fewer. */
final class TypesTest extends TestCase
{
    private const ROOT = __DIR__ . '/../../..';

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

    public function testEverythingInTheReportsOfTheCasesIsInTheirShape(): void
    {
        $names = $words = [];
        foreach (glob(self::ROOT . '/tests/vectors/*/outcome.json') as $file) {
            $report = json_decode(file_get_contents($file), true, flags: JSON_THROW_ON_ERROR)['report'] ?? [];
            $names = [...$names, ...self::keys($report)];
            foreach ($report['orders'] ?? [] as $order) {
                $words[] = $order['outcome'];
                $words = [...$words, ...array_column($order['payments'], 'state')];
            }
        }

        $named = self::namesInShapes(OrderExport::class);
        self::assertSame([], array_values(array_diff($names, $named)));
        self::assertSame([], array_values(array_diff($named, $names, ['current', 'done', 'total'])));
        self::assertSame([], array_values(array_diff($words, self::wordsInShapes(OrderExport::class))));
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
        preg_match_all('/(\w+)\??: /', self::shapes($class), $matches);

        return array_values(array_unique($matches[1]));
    }

    /** @return list<string> */
    private static function wordsInShapes(string $class): array
    {
        preg_match_all("/'(\\w+)'/", self::shapes($class), $matches);

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
