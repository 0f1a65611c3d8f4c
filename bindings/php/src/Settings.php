<?php

declare(strict_types=1);

namespace NetvisorOrders;

use FFI\CData;

/**
 * The merchant's choices, read once and used for any number of orders. What is not given has its default, so `{}` is usable
 * as it is.
 *
 * @phpstan-type SettingsArray array{
 *     document?: array{type?: 'order'|'invoice'|'draft', status?: 'undelivered'|'delivered'|'open'|'unsent'|null, second_name?: string|null},
 *     numbering?: array{mode?: 'order_number'|'automatic', offset?: int, manual_from?: int|null},
 *     customers?: array{
 *         match?: 'customer_number'|'netvisor_number'|'business_id'|'temporary', missing?: 'create'|'temporary'|'reject',
 *         temporary_code?: string, group?: string|null, update?: 'never'|'changed',
 *     },
 *     products?: array{
 *         match?: 'code'|'ean', missing?: 'create'|'fallback'|'reject', group?: string, fallback_code?: string|null,
 *         shipping?: SpecialProduct, fee?: SpecialProduct, discount?: SpecialProduct, gift_card?: SpecialProduct,
 *         rounding?: SpecialProduct,
 *     },
 *     payment?: array{
 *         comment?: array{as?: CommentPlace, template?: string}, record?: 'never'|'when_paid',
 *         methods?: array<string, array{name?: string|null, type?: 'alternative'|'bankaccount', account?: string|null}>,
 *         prepayment_account?: string|null, gift_cards?: 'line'|'payment',
 *     },
 *     comment?: array{as?: CommentPlace},
 *     terms?: array{as?: 'net_days'|'due_date', net_days?: int},
 *     vat?: list<array{when: \stdClass|VatCondition, code: 'NONE'|'KOMY'|'KOMY0'|'EUMY'|'EUUM'|'EUPM312'|'EUPM309'|'MUUL'|'RAMY'}>,
 *     lines?: array{price?: 'as_shop'|'net'|'gross', sum?: 'gross'|'net'|'omit'},
 *     rounding?: array{tolerance?: string},
 *     language?: 'fi'|'sv'|'en',
 *     text_overflow?: 'truncate_and_warn'|'refuse',
 *     recovery?: array{quarantine_minutes?: int, give_up_minutes?: int},
 *     xml?: array{characters?: 'ascii'|'utf8'},
 * }
 * @phpstan-type SpecialProduct array{code?: string|null, name?: string|null}
 * @phpstan-type CommentPlace 'comment_line'|'free_text_before_lines'|'free_text_after_lines'|'private_comment'|'none'
 * @phpstan-type VatCondition non-empty-array{
 *     country?: string|list<string>, buyer?: 'consumer'|'business', rate?: string|list<string>,
 *     kind?: LineKind|list<LineKind>,
 * }
 * @phpstan-type LineKind 'product'|'shipping'|'fee'|'discount'|'gift_card'
 */
final class Settings
{
    private function __construct(
        /** @internal */
        public readonly CData $handle,
    ) {
    }

    public function __destruct()
    {
        Native::freeSettings($this->handle);
    }

    /**
     * @throws NetvisorOrdersException of kind `settings`: unknown keys, values that are not permitted, and combinations
     *     that contradict one another
     * @throws FfiUnavailableException
     */
    public static function fromJson(string $json): self
    {
        return new self(Native::parseSettings($json));
    }

    /**
     * The same from an array. PHP cannot tell an empty object from an empty list: leave it out, or write `(object) []`.
     *
     * @param SettingsArray $settings
     * @throws NetvisorOrdersException of kind `settings`
     * @throws FfiUnavailableException
     */
    public static function fromArray(array $settings): self
    {
        return self::fromJson(Native::json($settings));
    }

    /** The native object belongs to one PHP object alone. Settings never change, so one is as good as two. */
    private function __clone()
    {
    }

    /** @return never */
    public function __serialize(): array
    {
        throw new \LogicException('Settings cannot be serialised: keep the JSON they were read from.');
    }

    /** @param array<string, mixed> $data */
    public function __unserialize(array $data): never
    {
        throw new \LogicException('Settings cannot be unserialised: keep the JSON they were read from.');
    }
}
