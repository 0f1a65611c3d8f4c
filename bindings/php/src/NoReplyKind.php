<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** How a request came to nothing. */
enum NoReplyKind: string
{
    /** No answer came in time. */
    case Timeout = 'timeout';

    /** The connection broke before the answer was complete. Also where nothing is known: it claims least. */
    case ConnectionLost = 'connection_lost';

    /** There was no connection, so that Netvisor cannot have got the request. Only to be said when that is certain. */
    case NotConnected = 'not_connected';
}
