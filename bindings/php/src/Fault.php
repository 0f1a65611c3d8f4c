<?php

declare(strict_types=1);

namespace NetvisorOrders;

/** One thing that is wrong with an input (or, as a warning, worth knowing), and where. It can be logged and shown as it is. */
final class Fault
{
    /**
     * @param string $code stable, such as `line_sku_missing`: compare this, never the message
     * @param string $path where in the input, as a JSON pointer; empty where the whole input is meant
     * @param string $message what is wrong and what to do about it, in the language of the settings
     * @param array{fi: string, sv: string, en: string} $messages the same in Finnish, Swedish and English
     */
    public function __construct(
        public readonly string $code,
        public readonly string $path,
        public readonly string $message,
        public readonly array $messages,
    ) {
    }

    /**
     * @internal
     * @param list<array{code: string, path: string, message: string, messages: array{fi: string, sv: string, en: string}}> $faults
     * @return list<self>
     */
    public static function list(array $faults): array
    {
        $list = [];
        foreach ($faults as $fault) {
            $list[] = new self($fault['code'], $fault['path'], $fault['message'], $fault['messages']);
        }

        return $list;
    }
}
