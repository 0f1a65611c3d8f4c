<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Connection;
use NetvisorOrders\Request;
use PHPUnit\Framework\TestCase;

final class ConnectionTest extends TestCase
{
    /** The reference's own check digest (§1.4). */
    public function testHeadersTravelInTheEncodingThatWasSigned(): void
    {
        $connection = Connection::fromArray([
            'sender' => 'Shop Ä',
            'customer_key' => 'CKEY',
            'partner_key' => 'PKEY',
        ] + Sample::connectionArray());
        $signed = $connection->sign(new Request('GET', 'customerlist.nv', [['keyword', 'TEMP']]), Sample::UNIX_MS, 'tx-0001');

        self::assertSame('GET', $signed->method);
        self::assertSame('https://isvapi.netvisor.fi/customerlist.nv?keyword=TEMP', $signed->url);
        self::assertNull($signed->body);
        self::assertSame("Shop \xC4", $signed->headers['X-Netvisor-Authentication-Sender']);
        self::assertSame(
            '97a62832afa9e6e7a77cde05e0f2af8de2ed5e5f910a8cd26b99eed731d14b55',
            $signed->headers['X-Netvisor-Authentication-MAC'],
        );
    }

    public function testEveryLatin1CharacterIsReencoded(): void
    {
        $characters = [...range(0x20, 0x7E), ...range(0xA0, 0xFF)];
        $sender = 'x' . implode('', array_map(mb_chr(...), $characters)) . 'x';
        $signed = Connection::fromArray(['sender' => $sender] + Sample::connectionArray())
            ->sign(new Request('GET', 'customerlist.nv'), Sample::UNIX_MS, 'tx');

        self::assertSame(
            'x' . implode('', array_map(\chr(...), $characters)) . 'x',
            $signed->headers['X-Netvisor-Authentication-Sender'],
        );
    }

    public function testTheBodyIsHandedOverAsItIs(): void
    {
        $signed = Sample::connection()->sign(new Request('POST', 'customer.nv', [], '<root/>'), Sample::UNIX_MS, 'tx');

        self::assertSame('<root/>', $signed->body);
        self::assertSame('text/xml; charset=utf-8', $signed->headers['Content-Type']);
        self::assertContains('Content-Type: text/xml; charset=utf-8', $signed->headerLines());
        self::assertCount(\count($signed->headers), $signed->headerLines());
    }

    public function testSameInputsGiveTheSameAndAnotherStampDoesNot(): void
    {
        $sign = static fn (int $unixMs, string $id) => Sample::connection()->sign(new Request('GET', 'customerlist.nv'), $unixMs, $id);

        self::assertEquals($sign(Sample::UNIX_MS, 'tx-1'), $sign(Sample::UNIX_MS, 'tx-1'));
        self::assertNotEquals($sign(Sample::UNIX_MS, 'tx-1'), $sign(Sample::UNIX_MS, 'tx-2'));
        self::assertNotEquals($sign(Sample::UNIX_MS, 'tx-1'), $sign(Sample::UNIX_MS + 1, 'tx-1'));
    }

    public function testARequestThatAwaitsAKeyIsNotSigned(): void
    {
        $request = new Request('POST', 'salespayment.nv', [], '<root/>', ['document_key']);
        $refusal = Sample::refusal(static fn () => Sample::connection()->sign($request, Sample::UNIX_MS, 'tx'));

        self::assertSame(['request', 'request_incomplete'], [$refusal->getKind(), $refusal->getErrorCode()]);
    }

    public function testAStampOutOfRangeIsRefused(): void
    {
        $refused = static fn (int $unixMs, string $id) => Sample::refusal(
            static fn () => Sample::connection()->sign(new Request('GET', 'customerlist.nv'), $unixMs, $id),
        )->getErrorCode();

        self::assertSame('stamp_invalid', $refused(-1, 'tx'));
        self::assertSame('stamp_invalid', $refused(PHP_INT_MAX, 'tx'));
        self::assertSame('stamp_invalid', $refused(Sample::UNIX_MS, ''));
        self::assertSame('stamp_invalid', $refused(Sample::UNIX_MS, "a\r\nX-Injected: b"));
    }

    public function testMissingCredentialsAreRefusedWithTheirPaths(): void
    {
        $refusal = Sample::refusal(static fn () => Connection::fromArray(['customer_key' => ''] + Sample::connectionArray()));

        self::assertSame(['connection', '/customer_key'], [$refusal->getKind(), $refusal->getPath()]);
        self::assertSame('connection', Sample::refusal(static fn () => Connection::fromJson(''))->getKind());
    }
}
