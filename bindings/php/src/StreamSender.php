<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * A `send` function for `ExportDriver` that needs nothing but PHP itself, with `allow_url_fopen` on, and for HTTPS the
 * extension openssl. It makes a new connection for each request, and follows no redirect: the signature covers the URL.
 */
final class StreamSender
{
    /** @param float $timeout seconds in which the answer has to begin, and to go on; the vendor advises two minutes (§4) */
    public function __construct(private readonly float $timeout = 120.0)
    {
        if (!filter_var(\ini_get('allow_url_fopen'), FILTER_VALIDATE_BOOL)) {
            throw new \LogicException('PHP may not open URLs: set allow_url_fopen=1, or send with CurlSender or Psr18Sender.');
        }
    }

    /** @throws NoReplyException */
    public function __invoke(SignedRequest $signed): Response
    {
        $connected = false;
        $context = stream_context_create(
            ['http' => [
                'method' => $signed->method,
                'header' => $signed->headerLines(),
                'content' => $signed->body ?? '',
                'protocol_version' => '1.1',
                'follow_location' => 0,
                'ignore_errors' => true,
                'timeout' => $this->timeout,
            ]],
            // Nothing is written before this is said.
            ['notification' => static function (int $code) use (&$connected): void {
                $connected = $connected || $code === STREAM_NOTIFY_CONNECT;
            }],
        );
        $started = hrtime(true);
        $warning = '';
        set_error_handler(static function (int $level, string $message) use (&$warning): bool {
            $warning = $message;

            return true;
        });
        try {
            $stream = fopen($signed->url, 'rb', false, $context);
            if ($stream === false) {
                throw new NoReplyException(match (true) {
                    !$connected => NoReplyKind::NotConnected,
                    hrtime(true) - $started >= 1e9 * $this->timeout => NoReplyKind::Timeout,
                    default => NoReplyKind::ConnectionLost,
                }, $warning);
            }

            return self::read($stream);
        } finally {
            restore_error_handler();
        }
    }

    /** @param resource $stream */
    private static function read($stream): Response
    {
        $body = (string) stream_get_contents($stream);
        $data = stream_get_meta_data($stream);
        fclose($stream);
        if ($data['timed_out']) {
            throw new NoReplyException(NoReplyKind::Timeout, 'The answer did not end in time.');
        }
        [$httpStatus, $length] = self::head($data['wrapper_data']);
        if (\strlen($body) < $length) {
            throw new NoReplyException(NoReplyKind::ConnectionLost, 'The answer was cut off.');
        }

        return new Response($httpStatus, $body);
    }

    /**
     * @param list<string> $lines status line and headers
     * @return array{int, int} HTTP status and length of the body, 0 where it is not told
     */
    private static function head(array $lines): array
    {
        $httpStatus = $length = 0;
        foreach ($lines as $line) {
            if (preg_match('#^HTTP/\S+ (\d+)#i', $line, $match) === 1) {
                // A later one is the answer proper: before it can come `100 Continue`.
                [$httpStatus, $length] = [(int) $match[1], 0];
            } elseif (preg_match('#^content-length:\s*(\d+)#i', $line, $match) === 1) {
                $length = (int) $match[1];
            }
        }

        return [$httpStatus, $length];
    }
}
