<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Reply;
use PHPUnit\Framework\TestCase;

final class ReplyTest extends TestCase
{
    public function testTheKeyOfWhatWasMade(): void
    {
        $reply = Reply::read('customer.nv', 200, '<Root><ResponseStatus><Status>OK</Status>'
            . '<TimeStamp>2.1.2026 3:04:05</TimeStamp></ResponseStatus>'
            . '<Replies><InsertedDataIdentifier>8</InsertedDataIdentifier></Replies></Root>');

        self::assertSame(['done', 8], [$reply->outcome, $reply->insertedKey]);
    }

    public function testARefusalIsRead(): void
    {
        $reply = Reply::read('customer.nv', 200, '<Root><ResponseStatus><Status>FAILED</Status>'
            . '<Status>INVALID_DATA :: Asiakkaan nimi puuttuu</Status><TimeStamp>2.1.2026 3:04:05</TimeStamp></ResponseStatus></Root>');

        self::assertSame(['refused', null], [$reply->outcome, $reply->insertedKey]);
        self::assertStringContainsString('Asiakkaan nimi puuttuu', json_encode($reply->data, JSON_THROW_ON_ERROR));
    }

    public function testAProxysPageIsNoReply(): void
    {
        $refusal = Sample::refusal(static fn () => Reply::read('customer.nv', 502, '<html><body>Bad Gateway</body></html>'));

        self::assertSame(['reply', 'reply_not_xml'], [$refusal->getKind(), $refusal->getErrorCode()]);
    }

    public function testAnImpossibleStatusIsAProgrammingError(): void
    {
        $this->expectException(\ValueError::class);
        Reply::read('customer.nv', 65736, '<Root/>');
    }
}
