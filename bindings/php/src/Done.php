<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * There is nothing more to do.
 *
 * @phpstan-import-type Report from OrderExport
 */
final class Done
{
    /** @param Report $report */
    public function __construct(public readonly array $report)
    {
    }
}
