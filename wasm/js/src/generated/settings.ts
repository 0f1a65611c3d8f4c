// Generated from core/schema/settings.schema.json by `npm run generate`. Do not edit.

export type DocumentStatus = "undelivered" | "delivered" | "open" | "unsent";
export type BuyerKind = "consumer" | "business";
/**
 * One value or a list of them; any of them fits.
 */
export type OneOrMany = string | CountryTerm[];
/**
 * One of: domestic, eu, outside, ISO 3166 alpha-2.
 */
export type CountryTerm = string;
/**
 * One value or a list of them; any of them fits.
 */
export type OneOrMany3 = ("product" | "shipping" | "fee" | "discount" | "gift_card") | LineKind[];
export type LineKind = "product" | "shipping" | "fee" | "discount" | "gift_card";
/**
 * One value or a list of them; any of them fits.
 */
export type OneOrMany2 = string | RateTerm[];
/**
 * One of: zero, nonzero, "25.5".
 */
export type RateTerm = string;

/**
 * All settings.
 */
export interface Settings {
  comment?: Comment;
  customers?: Customers;
  document?: Document;
  /**
   * The language of messages.
   */
  language?: "fi" | "sv" | "en";
  lines?: Lines;
  numbering?: Numbering;
  payment?: Payments;
  products?: Products;
  recovery?: Recovery;
  rounding?: Rounding;
  terms?: Terms;
  /**
   * What happens to texts longer than their field in Netvisor.
   */
  text_overflow?: "truncate_and_warn" | "refuse";
  /**
   * VAT codes: rules tried in order before the built-in ones, the first that fits wins.
   */
  vat?: VatRule[];
  xml?: Xml;
}
/**
 * The buyer's message.
 */
export interface Comment {
  /**
   * Where it goes.
   */
  as?: "comment_line" | "free_text_before_lines" | "free_text_after_lines" | "private_comment" | "none";
}
/**
 * Linking to customers.
 */
export interface Customers {
  /**
   * The customer group of created cards.
   */
  group?: string | null;
  /**
   * What they are linked by.
   */
  match?: "customer_number" | "netvisor_number" | "business_id" | "temporary";
  /**
   * What happens to unknown ones.
   */
  missing?: "create" | "temporary" | "reject";
  /**
   * The code of the temporary customer (§6.1).
   */
  temporary_code?: string;
  /**
   * Whether cards that are there are changed.
   */
  update?: "never" | "changed";
}
/**
 * What orders become.
 */
export interface Document {
  /**
   * The auxiliary trade name, for a number series of the shop's own (§6.11).
   */
  second_name?: string | null;
  /**
   * The state it is created in: `undelivered` (default) or `delivered` for an order, `open` (default) or `unsent`
   * for an invoice, none for a draft.
   */
  status?: DocumentStatus | null;
  /**
   * Order, invoice or draft.
   */
  type?: "order" | "invoice" | "draft";
}
/**
 * Prices and sums of lines.
 */
export interface Lines {
  /**
   * Unit prices with or without VAT.
   */
  price?: "as_shop" | "net" | "gross";
  /**
   * Line sums with or without VAT.
   */
  sum?: "gross" | "net" | "omit";
}
/**
 * Document numbers.
 */
export interface Numbering {
  /**
   * The first number of the range left to documents made by hand; ours stay below it.
   */
  manual_from?: number | null;
  /**
   * Where numbers come from.
   */
  mode?: "order_number" | "automatic";
  /**
   * Added to the order's number, to stay clear of numbers already in Netvisor.
   */
  offset?: number;
}
/**
 * Payments.
 */
export interface Payments {
  comment?: PaymentComment;
  /**
   * How gift cards used to pay are shown. As a payment, the method is `gift_card`.
   */
  gift_cards?: "line" | "payment";
  /**
   * The shop's payment methods by their identifiers; needed for recording.
   */
  methods?: {
    [k: string]: PaymentMethod;
  };
  /**
   * Netvisor's prepayment account; needed to record payments for orders (§6.5).
   */
  prepayment_account?: string | null;
  /**
   * Whether payments are recorded.
   */
  record?: "never" | "when_paid";
}
/**
 * The payment method as a text on the document.
 */
export interface PaymentComment {
  /**
   * Where it goes.
   */
  as?: "comment_line" | "free_text_before_lines" | "free_text_after_lines" | "private_comment" | "none";
  /**
   * The text, with `{title}`, `{method}`, `{transaction_id}` and `{paid_on}` filled in.
   */
  template?: string;
}
/**
 * A payment method of the shop as Netvisor knows it.
 */
export interface PaymentMethod {
  /**
   * The account to book to, where it is not the one behind the method.
   */
  account?: string | null;
  /**
   * Its name in Netvisor, or the bank account; `null` takes the shop's identifier.
   */
  name?: string | null;
  /**
   * Whether `name` is a payment method's name or a bank account.
   */
  type?: "alternative" | "bankaccount";
}
/**
 * Linking to products.
 */
export interface Products {
  discount?: SpecialProduct;
  /**
   * The product used for lines without a code, and for unknown products where `missing` is `fallback`.
   */
  fallback_code?: string | null;
  fee?: SpecialProduct1;
  gift_card?: SpecialProduct2;
  /**
   * The product group of created products.
   */
  group?: string;
  /**
   * What they are linked by.
   */
  match?: "code" | "ean";
  /**
   * What happens to unknown ones.
   */
  missing?: "create" | "fallback" | "reject";
  rounding?: SpecialProduct3;
  shipping?: SpecialProduct4;
}
/**
 * Discount lines; code `ALENNUS` by default.
 */
export interface SpecialProduct {
  /**
   * Its product code in Netvisor; `null` takes the default.
   */
  code?: string | null;
  /**
   * Its name on the document; `null` takes the order's own text.
   */
  name?: string | null;
}
/**
 * Fee lines; code `MAKSU` by default.
 */
export interface SpecialProduct1 {
  /**
   * Its product code in Netvisor; `null` takes the default.
   */
  code?: string | null;
  /**
   * Its name on the document; `null` takes the order's own text.
   */
  name?: string | null;
}
/**
 * Gift cards used to pay; code `LAHJAKORTTI` by default.
 */
export interface SpecialProduct2 {
  /**
   * Its product code in Netvisor; `null` takes the default.
   */
  code?: string | null;
  /**
   * Its name on the document; `null` takes the order's own text.
   */
  name?: string | null;
}
/**
 * The rounding line; code `PYORISTYS` and name `Pyöristys` by default.
 */
export interface SpecialProduct3 {
  /**
   * Its product code in Netvisor; `null` takes the default.
   */
  code?: string | null;
  /**
   * Its name on the document; `null` takes the order's own text.
   */
  name?: string | null;
}
/**
 * Shipping lines; code `TOIMITUS` by default.
 */
export interface SpecialProduct4 {
  /**
   * Its product code in Netvisor; `null` takes the default.
   */
  code?: string | null;
  /**
   * Its name on the document; `null` takes the order's own text.
   */
  name?: string | null;
}
/**
 * What an export does after a request without a certain answer.
 */
export interface Recovery {
  /**
   * Minutes, 1–10080, without any answer after which a run ends.
   */
  give_up_minutes?: number;
  /**
   * Minutes, 1–1440, for which an order is set aside before what was sent for it is sent again: so long a request
   * that timed out may still be carried out.
   */
  quarantine_minutes?: number;
}
/**
 * Differences between the lines and the total.
 */
export interface Rounding {
  /**
   * The largest difference that becomes a rounding line; a larger one is refused.
   */
  tolerance?: string;
}
/**
 * The term of payment.
 */
export interface Terms {
  /**
   * How it is given.
   */
  as?: "net_days" | "due_date";
  /**
   * Days from the order's date, 0–999.
   */
  net_days?: number;
}
/**
 * A rule of the merchant: which VAT code fits which lines.
 */
export interface VatRule {
  /**
   * The code.
   */
  code: "NONE" | "KOMY" | "KOMY0" | "EUMY" | "EUUM" | "EUPM312" | "EUPM309" | "MUUL" | "RAMY";
  when: VatCondition;
}
/**
 * When it fits; `{}` fits always.
 */
export interface VatCondition {
  /**
   * Consumer or business.
   */
  buyer?: BuyerKind | null;
  /**
   * The country of the delivery address.
   */
  country?: OneOrMany | null;
  /**
   * What the line stands for.
   */
  kind?: OneOrMany3 | null;
  /**
   * The line's VAT rate.
   */
  rate?: OneOrMany2 | null;
}
/**
 * How documents are written.
 */
export interface Xml {
  /**
   * How characters outside ASCII are written.
   */
  characters?: "ascii" | "utf8";
}
