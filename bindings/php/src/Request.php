<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** A request before it is signed: it names the resource, and holds neither host nor credentials. */
final class Request
{
    /**
     * @param 'GET'|'POST' $method
     * @param string $resource such as `customerlist.nv`
     * @param list<array{string, string}> $query names and values, in their order
     * @param string|null $body the XML document of a POST
     * @param list<'customer_key'|'document_key'> $awaits what the document still waits for; such a request is not signed
     */
    public function __construct(
        public readonly string $method,
        public readonly string $resource,
        public readonly array $query = [],
        public readonly ?string $body = null,
        public readonly array $awaits = [],
    ) {
    }

    /**
     * As JSON, without the body: no signature covers it.
     *
     * @internal
     */
    public function head(): string
    {
        return Native::json([
            'method' => $this->method,
            'resource' => $this->resource,
            'query' => $this->query,
            'awaits' => $this->awaits,
        ]);
    }
}
