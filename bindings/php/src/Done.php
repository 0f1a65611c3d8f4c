<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * There is nothing more to do.
 *
 * @template-covariant TReport of array<string, mixed>
 */
final class Done
{
    /** @param TReport $report of the export or the fetch, as its class describes it */
    public function __construct(public readonly array $report)
    {
    }
}
