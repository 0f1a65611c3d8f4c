<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * A `send` function for `ExportDriver` by the extension curl. It makes a new connection for each request, since curl by itself
 * sends again what was lost on a used one, and follows no redirect: the signature covers the URL.
 */
final class CurlSender
{
    /** @param float $timeout seconds in which the answer has to be complete; the vendor advises two minutes (§4) */
    public function __construct(private readonly float $timeout = 120.0)
    {
    }

    /** @throws NoReplyException */
    public function __invoke(SignedRequest $signed): Response
    {
        $curl = curl_init($signed->url);
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $signed->method,
            // curl would ask for leave to send a larger body.
            CURLOPT_HTTPHEADER => [...$signed->headerLines(), 'Expect:'],
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT_MS => (int) (1000 * $this->timeout),
        ]);
        if ($signed->body !== null) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, $signed->body);
        }
        $body = curl_exec($curl);
        if ($body === false) {
            throw new NoReplyException(match (curl_errno($curl)) {
                CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT => NoReplyKind::NotConnected,
                CURLE_OPERATION_TIMEDOUT => NoReplyKind::Timeout,
                default => NoReplyKind::ConnectionLost,
            }, curl_error($curl));
        }

        return new Response(curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $body);
    }
}
