<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** What an export or a fetch wants done: poll again at that time. Who cannot wait so long stores the checkpoint and resumes it later. */
final class Wait
{
    /**
     * @param int $until in milliseconds since 1970 (UTC); polling earlier is harmless
     * @param 'in_flight'|'back_off'|'maintenance'|'quarantine' $reason `in_flight`: the request given last has no answer
     *     yet; `back_off`: Netvisor could not be reached; `maintenance`: Netvisor's own; `quarantine`: what was sent for an
     *     order may still be carried out, and is looked up before it is sent again
     */
    public function __construct(
        public readonly int $until,
        public readonly string $reason,
    ) {
    }
}
