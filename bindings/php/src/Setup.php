<?php

declare(strict_types=1);

namespace NetvisorOrders;

/**
 * What comes before the first export: which rights are needed in Netvisor, and what the shop's registers have in common with
 * Netvisor's. Nothing here is sent.
 *
 * Registers are lists; Netvisor's rows are those `Reply::read()` gives of customerlist.nv and productlist.nv, and further fields
 * are passed over. Each has at most 200,000 rows.
 *
 * @phpstan-import-type FaultArray from OrderExport
 * @phpstan-import-type Texts from OrderExport
 * @phpstan-type Feature 'export'|'stock'|'catalogue'|'catalogue_web_shop'|'catalogue_extended'|'catalogue_images'|'documents'
 *     |'number_plan'|'matching'
 * @phpstan-type RequiredPermissions array{permissions: list<RequiredPermission>, prerequisites: list<FaultArray>}
 * @phpstan-type RequiredPermission array{
 *     group: string|null, name: string|null, resource: string, features: list<Feature>, reason: Texts,
 * }
 * @phpstan-type ShopCustomer array{
 *     id: string, name: string, kind?: 'consumer'|'business'|null, business_id?: string|null, vat_id?: string|null,
 *     email?: string|null, postcode?: string|null, street?: string|null, city?: string|null, netvisor_number?: string|null,
 * }
 * @phpstan-type NetvisorCustomer array{
 *     netvisor_key: int, name: string, code?: string|null, business_id?: string|null, vat_id?: string|null,
 *     name_extension?: string|null, email?: string|null, postcode?: string|null, street?: string|null, city?: string|null,
 *     is_private?: bool|null, ...
 * }
 * @phpstan-type CustomerOptions array{language?: 'fi'|'sv'|'en', minimum_score?: int<60, 100>, csv?: bool}
 * @phpstan-type CustomerProposals array{
 *     linked: list<array{shop_id: string, netvisor_key: int, code: string}>, proposals: list<CustomerProposal>,
 *     ambiguous: list<AmbiguousCustomer>, unmatched: list<string>, findings: list<RegisterFinding>, compared: int,
 *     csv?: array{proposals: string, ambiguous: string},
 * }
 * @phpstan-type CustomerProposal array{
 *     shop_id: string, netvisor_key: int, code: string|null, score: int, reasons: list<Reason>, against: list<Contradiction>,
 * }
 * @phpstan-type CustomerCandidate array{
 *     netvisor_key: int, code: string|null, score: int, reasons: list<Reason>, against: list<Contradiction>,
 * }
 * @phpstan-type Reason 'netvisor_number'|'business_id'|'vat_id'|'email'|'name_and_postcode'|'name_and_city'|'netvisor_key'
 *     |'name'|'street'
 * @phpstan-type Contradiction 'different_id'|'different_name'|'id_unchecked'|'different_kind'|'different_postcode'
 * @phpstan-type AmbiguousCustomer array{
 *     shop_id: string, cause: 'repeated_id'|'several_candidates'|'shared_candidate'|'weak'|'common_name',
 *     candidates: list<CustomerCandidate>, more: int,
 * }
 * @phpstan-type RegisterFinding array{fault: FaultArray, shop_ids: list<string>, netvisor_keys: list<int>}
 * @phpstan-type ShopProduct array{
 *     sku?: string|null, ean?: string|null, name: string, price?: string|null, prices_include_vat?: bool|null,
 * }
 * @phpstan-type NetvisorProduct array{
 *     netvisor_key: int, name: string, code?: string|null, ean?: string|null, unit_price?: string|null,
 *     unit_gross_price?: string|null, ...
 * }
 * @phpstan-type ProductOptions array{language?: 'fi'|'sv'|'en'}
 * @phpstan-type ProductComparison array{
 *     same: list<array{sku: string, netvisor_key: int}>, different: list<DifferentProduct>,
 *     missing: list<array{sku: string, name: string}>, similar: list<SimilarProduct>, duplicates: list<DuplicateCode>,
 *     without_sku: list<array{row: int, name: string}>,
 * }
 * @phpstan-type DifferentProduct array{
 *     sku: string, netvisor_key: int, name: array{shop: string, netvisor: string}|null,
 *     price: array{type: 'net'|'gross', shop: string, netvisor: string|null}|null,
 * }
 * @phpstan-type SimilarProduct array{
 *     sku: string, name: string,
 *     candidates: list<array{netvisor_key: int, code: string|null, name: string, by: 'code'|'ean'}>, more: int,
 * }
 * @phpstan-type DuplicateCode array{code: string, shop: int, netvisor_keys: list<int>, more: int}
 */
final class Setup
{
    /**
     * The rights that these settings and features need and no others, as Netvisor's page *Rajapintaresurssien oikeudet* shows
     * them, and what must be true before.
     *
     * @param list<Feature> $features
     * @return RequiredPermissions
     * @throws NetvisorOrdersException of kind `options`: no feature, or a word that is none
     * @throws FfiUnavailableException
     */
    public static function requiredPermissions(Settings $settings, array $features): array
    {
        return Native::requiredPermissions($settings->handle, Native::jsonList($features));
    }

    /**
     * Which customers of the shop are which in Netvisor, as far as that can be said without guessing: the others are ambiguous
     * or unmatched. With `csv` the proposals also come as a file for the shop's customer import.
     *
     * @param string|list<ShopCustomer> $shop the shop's register: JSON text, or the same as an array
     * @param string|list<NetvisorCustomer> $netvisor Netvisor's. Its list holds neither e-mail nor address; the more is given
     *     of the customer cards, the more is found
     * @param string|CustomerOptions $options
     * @return CustomerProposals
     * @throws NetvisorOrdersException of kind `register`, with a path that begins with `/shop`, `/netvisor` or `/options`
     * @throws FfiUnavailableException
     */
    public static function matchCustomers(string|array $shop, string|array $netvisor, string|array $options = []): array
    {
        return Native::matchRegisters(
            'nvo_match_customers',
            Native::jsonList($shop),
            Native::jsonList($netvisor),
            Native::json($options),
        );
    }

    /**
     * Which products of the shop's Netvisor has, which an export would create, and which differ in name or price. They are
     * compared by product code.
     *
     * @param string|list<ShopProduct> $shop the shop's register: JSON text, or the same as an array
     * @param string|list<NetvisorProduct> $netvisor Netvisor's
     * @param string|ProductOptions $options
     * @return ProductComparison
     * @throws NetvisorOrdersException of kind `register`, with a path that begins with `/shop`, `/netvisor` or `/options`
     * @throws FfiUnavailableException
     */
    public static function matchProducts(string|array $shop, string|array $netvisor, string|array $options = []): array
    {
        return Native::matchRegisters(
            'nvo_match_products',
            Native::jsonList($shop),
            Native::jsonList($netvisor),
            Native::json($options),
        );
    }
}
