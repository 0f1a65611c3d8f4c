<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * What a fetch hands out: to be kept, by NetvisorKeys, and then the checkpoint to be stored. One stored before has it handed out
 * again.
 *
 * @template-covariant TBatch of array<string, mixed>
 */
final class Batch
{
    /** @param TBatch $batch as the class of the fetch describes it */
    public function __construct(public readonly array $batch)
    {
    }
}
