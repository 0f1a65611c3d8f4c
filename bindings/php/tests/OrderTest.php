<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Fault;
use NetvisorOrders\Order;
use NetvisorOrders\Settings;
use PHPUnit\Framework\TestCase;

final class OrderTest extends TestCase
{
    public function testReadingAnOrderGivesTheCanonicalOne(): void
    {
        $read = Order::read('canonical', Sample::orderJson());

        self::assertSame('10234', $read->order()['number']);
        self::assertSame('129.80', $read->order()['lines'][0]['total']);
        self::assertSame([], $read->warnings);
        self::assertEquals($read, Order::read('canonical', Sample::orderArray()));
    }

    public function testAnUnknownShopIsRefused(): void
    {
        self::assertSame('order', Sample::refusal(fn () => Order::read('unknown', '{}'))->getKind());
    }

    public function testAPreviewHoldsTheDocumentsInTheOrderTheyAreSent(): void
    {
        $preview = Order::preview(Sample::orderJson(), Settings::fromJson('{}'));

        $kinds = array_map(static fn ($document) => $document->kind, $preview->documents);
        self::assertSame(['customer', 'product', 'product', 'sales_invoice'], $kinds);
        self::assertSame('if_missing', $preview->documents[0]->when);
        $request = $preview->documents[3]->request;
        self::assertSame('POST', $request->method);
        self::assertSame('salesinvoice.nv', $request->resource);
        self::assertSame([['method', 'add']], $request->query);
        self::assertStringStartsWith('<root><salesinvoice>', $request->body);
        self::assertStringContainsString('Takki &amp; huppu', $request->body);
        self::assertStringEndsWith('</root>', $request->body);
    }

    public function testTextArrayAndReadOrderGiveTheSame(): void
    {
        $settings = Settings::fromJson('{}');
        $expected = Order::preview(Sample::orderJson(), $settings);

        self::assertEquals($expected, Order::preview(Sample::orderArray(), $settings));
        self::assertEquals($expected, Order::preview(Order::read('canonical', Sample::orderJson()), $settings));
    }

    public function testWhatIsKnownCompletesADocument(): void
    {
        $settings = Settings::fromArray([
            'document' => ['type' => 'invoice'],
            'numbering' => ['mode' => 'automatic'],
            'payment' => ['record' => 'when_paid', 'methods' => ['paytrail' => ['name' => 'Paytrail']]],
        ]);
        $payment = static fn (array $known) => array_values(array_filter(
            Order::preview(Sample::orderJson(), $settings, $known)->documents,
            static fn ($document) => $document->kind === 'sales_payment',
        ))[0];

        self::assertSame(['document_key'], $payment([])->awaits);
        self::assertSame(['document_key'], $payment([])->request->awaits);
        self::assertSame([], $payment(['document_key' => 12])->awaits);
        self::assertStringContainsString('>12</targetidentifier>', $payment(['document_key' => 12])->request->body);
    }

    public function testARefusalTellsEverythingThatIsWrong(): void
    {
        $order = Sample::orderArray();
        unset($order['currency']);
        $order['lines'][0]['total'] = 129.8;
        $refusal = Sample::refusal(static fn () => Order::preview($order, Settings::fromArray(['language' => 'en'])));

        self::assertSame('order', $refusal->getKind());
        $faults = $refusal->getFaults();
        self::assertContainsOnlyInstancesOf(Fault::class, $faults);
        self::assertCount(2, $faults);
        self::assertContains('/lines/0/total', array_map(static fn (Fault $fault) => $fault->path, $faults));
        self::assertSame($faults[0]->code, $refusal->getErrorCode());
        self::assertSame($faults[0]->path, $refusal->getPath());
        self::assertSame($faults[0]->message, $refusal->getMessage());
        self::assertSame($faults[0]->messages['en'], $refusal->getMessage());
        self::assertSame(['fi', 'sv', 'en'], array_keys($faults[0]->messages));
    }

    public function testAWarningIsAFaultThatDoesNotStopAnything(): void
    {
        $order = Sample::orderArray();
        unset($order['billing']['street']);
        $preview = Order::preview($order, Settings::fromJson('{}'));

        self::assertNotSame([], $preview->warnings);
        self::assertContainsOnlyInstancesOf(Fault::class, $preview->warnings);
        self::assertNotSame([], $preview->documents);
    }

    public function testAnArrayThatIsNoJsonIsAProgrammingError(): void
    {
        $this->expectException(\InvalidArgumentException::class);
        $this->expectExceptionMessage('Malformed UTF-8');
        Order::read('canonical', ['number' => "\xff"]);
    }

    public function testTextThatIsNotUtf8IsRefusedByTheLibrary(): void
    {
        self::assertSame('argument_not_utf8', Sample::refusal(fn () => Order::read("\xff", '{}'))->getErrorCode());
        self::assertSame('order', Sample::refusal(fn () => Order::read('canonical', "{\"number\":\"\xff\"}"))->getKind());
    }

    public function testAnEmptyArrayIsAnEmptyObject(): void
    {
        self::assertEquals(
            Order::preview(Sample::orderJson(), Settings::fromJson('{}')),
            Order::preview(Sample::orderJson(), Settings::fromArray([])),
        );
    }

    public function testSettingsAreRefusedWithThePath(): void
    {
        $refusal = Sample::refusal(static fn () => Settings::fromArray(['customers' => ['missing' => 'guess']]));

        self::assertSame(['settings', '/customers/missing'], [$refusal->getKind(), $refusal->getPath()]);
    }
}
