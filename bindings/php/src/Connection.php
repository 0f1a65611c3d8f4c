<?php

declare(strict_types=1);

namespace NetvisorOrders;

use FFI\CData;

/**
 * Where requests go and who sends them, read once and used for any number of requests.
 *
 * The keys are held by the native library, which wipes them when this object goes. Nothing shows them: no dump, no
 * exception, no serialised form.
 *
 * @phpstan-type ConnectionArray array{
 *     base_url: string, sender: string, customer_id: string, customer_key: string, partner_id: string,
 *     partner_key: string, organisation_id: string, language?: 'FI'|'EN'|'SE', mac?: 'HMACSHA256'|'SHA256',
 * }
 */
final class Connection
{
    private function __construct(private readonly CData $handle)
    {
    }

    public function __destruct()
    {
        Native::freeConnection($this->handle);
    }

    /**
     * @throws NetvisorOrdersException of kind `connection`: missing or unusable values
     * @throws FfiUnavailableException
     */
    public static function fromJson(#[\SensitiveParameter] string $json): self
    {
        return new self(Native::parseConnection($json));
    }

    /**
     * @param ConnectionArray $connection
     * @throws NetvisorOrdersException of kind `connection`
     * @throws FfiUnavailableException
     */
    public static function fromArray(#[\SensitiveParameter] array $connection): self
    {
        return self::fromJson(Native::json($connection));
    }

    /**
     * Signs one attempt to send a request. The same inputs give the same bytes.
     *
     * @param int $unixMs the time now, in milliseconds since 1970 (UTC): `(int) (microtime(true) * 1000)`
     * @param string $transactionId 1–100 characters that no other request has used, such as `bin2hex(random_bytes(16))`;
     *     new for every attempt, also when the same request is sent again
     * @throws NetvisorOrdersException of kind `request`: it still awaits a key (`request_incomplete`), or holds something
     *     that cannot be sent
     */
    public function sign(Request $request, int $unixMs, string $transactionId): SignedRequest
    {
        return Native::sign($this->handle, $request->head(), $unixMs, $transactionId, $request->body);
    }

    /** @return array{} */
    public function __debugInfo(): array
    {
        return [];
    }

    /** The native object belongs to one PHP object alone. */
    private function __clone()
    {
    }

    /** @return never */
    public function __serialize(): array
    {
        throw new \LogicException('A connection holds keys and is not serialised: build it where it is used.');
    }

    /** @param array<string, mixed> $data */
    public function __unserialize(array $data): never
    {
        throw new \LogicException('A connection holds keys and is not unserialised: build it where it is used.');
    }
}
