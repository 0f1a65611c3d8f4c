<?php

declare(strict_types=1);

namespace NetvisorOrders;

use Psr\Http\Client\ClientExceptionInterface;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestFactoryInterface;
use Psr\Http\Message\StreamFactoryInterface;

/**
 * A `send` function for `ExportDriver` by any HTTP client of PSR-18, such as Guzzle's.
 *
 * Give the client a time-out of two minutes or more, as the vendor advises (§4), and nothing that sends again by itself. PSR-18
 * has no word for a connection that certainly was not made, so every failure is taken as a lost one.
 */
final class Psr18Sender
{
    /** One object is often both factories, such as `GuzzleHttp\Psr7\HttpFactory`. */
    public function __construct(
        private readonly ClientInterface $client,
        private readonly RequestFactoryInterface $requests,
        private readonly StreamFactoryInterface $streams,
    ) {
    }

    /** @throws NoReplyException */
    public function __invoke(SignedRequest $signed): Response
    {
        // Clients built on curl by themselves send again what was lost on a connection used before.
        $request = $this->requests->createRequest($signed->method, $signed->url)->withHeader('Connection', 'close');
        foreach ($signed->headers as $name => $value) {
            $request = $request->withHeader($name, $value);
        }
        if ($signed->body !== null) {
            $request = $request->withBody($this->streams->createStream($signed->body));
        }
        try {
            $response = $this->client->sendRequest($request);
        } catch (ClientExceptionInterface $exception) {
            throw new NoReplyException(NoReplyKind::ConnectionLost, $exception->getMessage(), $exception);
        }

        return new Response($response->getStatusCode(), (string) $response->getBody());
    }
}
