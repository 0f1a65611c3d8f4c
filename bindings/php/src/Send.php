<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** What an export wants done: sign this request, send it, and hand in what became of it. No other is given before that. */
final class Send
{
    /**
     * @param int $id to hand in with the answer
     * @param bool $mustCheckpoint whether the checkpoint must be stored before sending: the request changes something in
     *     Netvisor, and a process that is killed on the way has to find out whether it was carried out
     * @param string|null $order the number of the order it is for; null for a look-up over the whole run, and for a fetch
     */
    public function __construct(
        public readonly int $id,
        public readonly Request $request,
        public readonly bool $mustCheckpoint,
        public readonly ?string $order,
    ) {
    }
}
