<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use GuzzleHttp\Client;
use GuzzleHttp\Psr7\HttpFactory;
use NetvisorOrders\CurlSender;
use NetvisorOrders\NoReplyException;
use NetvisorOrders\NoReplyKind;
use NetvisorOrders\Psr18Sender;
use NetvisorOrders\Request;
use NetvisorOrders\Response;
use NetvisorOrders\SignedRequest;
use NetvisorOrders\StreamSender;
use PHPUnit\Framework\TestCase;

require_once 'GuzzleHttp/autoload.php';

/** Each sender over real HTTP: what arrives, and what is said when no answer does. */
final class SendersTest extends TestCase
{
    private ?Simulator $simulator = null;

    /** @var list<resource> */
    private array $servers = [];

    protected function tearDown(): void
    {
        $this->simulator = null;
        foreach ($this->servers as $server) {
            proc_terminate($server);
            proc_close($server);
        }
    }

    /** @return array<string, array{callable(float): callable(SignedRequest): Response}> senders by their time-out */
    public function senders(): array
    {
        return [
            'streams' => [static fn (float $timeout = 120.0) => new StreamSender($timeout)],
            'curl' => [static fn (float $timeout = 120.0) => new CurlSender($timeout)],
            'PSR-18' => [static fn (float $timeout = 120.0) => new Psr18Sender(new Client(['timeout' => $timeout]), new HttpFactory(), new HttpFactory())],
        ];
    }

    /** @dataProvider senders */
    public function testASignedRequestArrivesUnchanged(callable $sender): void
    {
        $this->simulator = new Simulator();
        $body = '<root><product><productbaseinformation><productcode>Ä &amp; 1</productcode><productgroup>Verkkokauppa</productgroup>'
            . '<name>Ämpäri</name><unitprice type="net">1,00</unitprice><isactive>1</isactive><issalesproduct>1</issalesproduct>'
            . '</productbaseinformation></product></root>';
        $made = $sender()($this->signed(new Request('POST', 'product.nv', [['method', 'add']], $body)));
        self::assertSame(200, $made->httpStatus, $made->body);
        self::assertStringContainsString('<InsertedDataIdentifier>', $made->body);

        // The simulator checks the signature of the URL as it came, and of a sender that is not ASCII.
        $found = $sender()($this->signed(new Request('GET', 'productlist.nv', [['keyword', 'Ä & 1']])));
        self::assertSame(200, $found->httpStatus, $found->body);
        self::assertStringContainsString('Ämpäri', $found->body);
    }

    /** @dataProvider senders */
    public function testAnAnswerIsAnAnswerWhateverItsStatus(callable $sender): void
    {
        $this->simulator = new Simulator();
        $this->simulator->plan(['status' => ['code' => 503, 'when' => 'before_commit']]);
        self::assertSame(503, $sender()($this->signed(new Request('GET', 'productlist.nv')))->httpStatus);

        $signed = $this->signed(new Request('GET', 'productlist.nv'));
        self::assertSame(200, $sender()($signed)->httpStatus);
        $refused = $sender()($signed);
        self::assertSame(409, $refused->httpStatus);
        self::assertStringContainsString('REQUEST_NOT_UNIQUE', $refused->body);
    }

    /** @dataProvider senders */
    public function testARedirectIsAnAnswerToo(callable $sender): void
    {
        $elsewhere = $this->serve('HTTP/1.1 200 OK', 'elsewhere');
        $url = $this->serve("HTTP/1.1 302 Found\r\nLocation: $elsewhere", 'moved');

        self::assertEquals(new Response(302, 'moved'), $sender()(new SignedRequest('GET', $url, [], null)));
    }

    /** @dataProvider senders */
    public function testALostConnectionIsTold(callable $sender): void
    {
        $this->simulator = new Simulator();
        $this->simulator->plan(null, ['connection_reset' => 'after_commit'], ['connection_reset' => 'after_commit']);
        $send = $sender();
        self::assertSame(200, $send($this->signed(new Request('GET', 'productlist.nv')))->httpStatus);
        self::assertSame(NoReplyKind::ConnectionLost, $this->failure($send, $this->signed(new Request('GET', 'productlist.nv'))));
        self::assertSame(NoReplyKind::ConnectionLost, $this->failure($send, $this->signed(new Request('GET', 'productlist.nv'))));
        // None is sent again, on another connection than the one used before.
        self::assertSame(['productlist.nv' => 3], $this->simulator->state()['requests']);
    }

    /** @dataProvider senders */
    public function testAnAnswerCutOffIsALostConnection(callable $sender): void
    {
        $url = $this->serve("HTTP/1.1 200 OK\r\nContent-Length: 9", '<Root');

        self::assertSame(NoReplyKind::ConnectionLost, $this->failure($sender(), new SignedRequest('GET', $url, [], null)));
    }

    /** @dataProvider senders */
    public function testAnInterimAnswerIsNotTheAnswer(callable $sender): void
    {
        $url = $this->serve("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 4", 'made');

        self::assertEquals(new Response(201, 'made'), $sender()(new SignedRequest('POST', $url, [], '<root/>')));
    }

    /** @dataProvider senders */
    public function testNoAnswerInTimeIsATimeout(callable $sender): void
    {
        $this->simulator = new Simulator();
        $this->simulator->plan('lost_before');
        $kind = $this->failure($sender(0.3), $this->signed(new Request('GET', 'productlist.nv')));
        self::assertSame($sender() instanceof Psr18Sender ? NoReplyKind::ConnectionLost : NoReplyKind::Timeout, $kind);
    }

    /** @dataProvider senders */
    public function testAnAnswerThatStopsIsATimeout(callable $sender): void
    {
        $url = $this->serve("HTTP/1.1 200 OK\r\nContent-Length: 9", '<Root', hold: true);
        $kind = $this->failure($sender(0.3), new SignedRequest('GET', $url, [], null));

        self::assertSame($sender() instanceof Psr18Sender ? NoReplyKind::ConnectionLost : NoReplyKind::Timeout, $kind);
    }

    /** @return array<string, array{string}> */
    public function nowhere(): array
    {
        return ['no host' => ['http://nowhere.invalid/'], 'no server' => ['http://127.0.0.1:' . Child::freePort() . '/']];
    }

    /** @dataProvider nowhere */
    public function testAConnectionThatWasNotMadeIsTold(string $url): void
    {
        $signed = new SignedRequest('GET', $url, [], null);
        foreach ($this->senders() as [$sender]) {
            // PSR-18 cannot tell.
            $kind = $sender() instanceof Psr18Sender ? NoReplyKind::ConnectionLost : NoReplyKind::NotConnected;
            self::assertSame($kind, $this->failure($sender(), $signed));
        }
    }

    public function testWithoutTheRightToOpenUrlsTheStreamSenderSaysWhatToDo(): void
    {
        [$status, $output] = Child::run([PHP_BINARY, '-d', 'allow_url_fopen=0', '-r', 'require $argv[1]; '
            . 'new NetvisorOrders\StreamSender();', '--', \dirname(__DIR__) . '/autoload.php']);

        self::assertNotSame(0, $status);
        self::assertStringContainsString('LogicException: PHP may not open URLs: set allow_url_fopen=1', $output);
    }

    public function testAResponseHasAStatusOfHttp(): void
    {
        $this->expectException(\ValueError::class);
        new Response(0, '');
    }

    private function signed(Request $request): SignedRequest
    {
        return $this->simulator->connection()->sign($request, (int) (microtime(true) * 1000), bin2hex(random_bytes(16)));
    }

    private function failure(callable $send, SignedRequest $signed): NoReplyKind
    {
        try {
            $response = $send($signed);
        } catch (NoReplyException $exception) {
            self::assertNotSame('', $exception->getMessage());

            return $exception->kind;
        }
        self::fail("answered: $response->httpStatus $response->body");
    }

    /** A server that answers one request with these bytes, and then closes the connection or lets the client wait. */
    private function serve(string $head, string $body, bool $hold = false): string
    {
        $script = '$server = stream_socket_server("tcp://127.0.0.1:0"); echo stream_socket_get_name($server, false), "\n"; '
            . '$client = stream_socket_accept($server, 60); fread($client, 65536); fwrite($client, $argv[1]); '
            . 'if ($argv[2] === "1") { sleep(60); }';
        $this->servers[] = proc_open(
            [PHP_BINARY, '-r', $script, '--', "$head\r\nConnection: close\r\n\r\n$body", $hold ? '1' : '0'],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR],
            $pipes,
        );

        return 'http://' . trim(fgets($pipes[1])) . '/';
    }
}
