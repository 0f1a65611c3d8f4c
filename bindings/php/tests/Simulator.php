<?php

declare(strict_types=1);

namespace NetvisorOrders\Tests;

use NetvisorOrders\Connection;
use PHPUnit\Framework\Assert;

/** A simulator of Netvisor as a process of its own, with one empty company. It goes with this object. */
final class Simulator
{
    private const CREDENTIALS = [
        'sender' => 'Myymälä',
        'customer_id' => 'cust_1',
        'customer_key' => 'CKEY',
        'partner_id' => 'partner_1',
        'partner_key' => 'PKEY',
        'organisation_id' => '1234567-1',
    ];

    /** @var resource */
    private $process;

    public readonly string $url;

    public function __construct()
    {
        $program = getenv('NETVISOR_SIMULATOR');
        Assert::assertIsString($program, 'NETVISOR_SIMULATOR does not name the simulator; `cargo xtask test php` sets it');
        $this->process = proc_open([$program, '--port', '0'], [['file', '/dev/null', 'r'], ['pipe', 'w'], STDERR], $pipes);
        $this->url = trim(substr(fgets($pipes[1]), \strlen('listening on ')));
    }

    public function __destruct()
    {
        proc_terminate($this->process);
        proc_close($this->process);
    }

    /** @return array<string, string> what a connection to the simulator there is made of */
    public static function connectionArray(string $url): array
    {
        return ['base_url' => $url] + self::CREDENTIALS;
    }

    public function connection(): Connection
    {
        return Connection::fromArray(self::connectionArray($this->url));
    }

    /**
     * A control request, such as `faults`.
     *
     * @return mixed what it answers
     */
    public function control(string $name, mixed $body): mixed
    {
        $context = stream_context_create(['http' => [
            'method' => 'POST',
            'header' => 'Content-Type: application/json',
            'content' => json_encode($body, JSON_THROW_ON_ERROR),
        ]]);
        $answer = file_get_contents("$this->url/_$name", false, $context);
        Assert::assertIsString($answer);

        return json_decode($answer, true);
    }

    /**
     * Adds so many products, and stock of each.
     *
     * @return array<int, string> the quantities by NetvisorKey
     */
    public function stock(int $count): array
    {
        $numbers = range(1, $count);
        $products = array_map(static fn (int $number) => [
            'code' => "SKU$number",
            'name' => "Tuote $number",
            'net_price' => '10,00',
            'vat_percentage' => '25,5',
        ], $numbers);
        $keys = $this->control('products', $products)['netvisor_keys'];
        $this->control('stock', array_map(static fn (int $key, int $number) => [
            'product_key' => $key,
            'warehouse' => 'Päävarasto',
            'on_hand' => "$number,5",
        ], $keys, $numbers));

        return array_combine($keys, array_map(static fn (int $number) => "$number.5", $numbers));
    }

    /** Faults for the coming requests; null is none. */
    public function plan(mixed ...$faults): void
    {
        $this->control('faults', ['plan' => $faults]);
    }

    /** @return array<string, mixed> */
    public function state(): array
    {
        return json_decode(file_get_contents("$this->url/_state"), true, flags: JSON_THROW_ON_ERROR);
    }

    /** How many requests for the resource have come. */
    public function requests(string $resource): int
    {
        return $this->state()['requests'][$resource] ?? 0;
    }
}
