<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * A request any HTTP client can send as it is: URL and headers must reach the wire unchanged, since the signature covers
 * them. It holds no key.
 */
final class SignedRequest
{
    /**
     * @param 'GET'|'POST' $method
     * @param array<string, string> $headers values by names, in ISO-8859-1 as they travel
     * @param string|null $body the XML document of a POST
     */
    public function __construct(
        public readonly string $method,
        public readonly string $url,
        public readonly array $headers,
        public readonly ?string $body,
    ) {
    }

    /**
     * The headers as CURLOPT_HTTPHEADER and stream contexts take them.
     *
     * @return list<string> "Name: value"
     */
    public function headerLines(): array
    {
        $lines = [];
        foreach ($this->headers as $name => $value) {
            $lines[] = "$name: $value";
        }

        return $lines;
    }
}
