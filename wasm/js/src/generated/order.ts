// Generated from core/schema/order.schema.json by `npm run generate`. Do not edit.

/**
 * A decimal number as a string, 0 to 100, at most 4 decimals.
 */
export type Percent = string;
/**
 * A decimal number as a string, -999999999 to 999999999, at most 6 decimals.
 */
export type Quantity = string;
/**
 * A decimal number as a string, -999999999999 to 999999999999, at most 2 decimals.
 */
export type Money = string;
/**
 * A decimal number as a string, -999999999 to 999999999, at most 8 decimals.
 */
export type UnitPrice = string;
/**
 * Such as 2026-01-15.
 */
export type Date = string;

/**
 * An order in the canonical form.
 */
export interface Order {
  billing: Address;
  /**
   * The buyer's message.
   */
  comment?: string | null;
  /**
   * The currency of every amount.
   */
  currency: string;
  customer: Customer;
  /**
   * Where the goods go, if elsewhere.
   */
  delivery?: Address1 | null;
  /**
   * How the goods go, such as `Matkahuolto`.
   */
  delivery_method?: string | null;
  /**
   * What was bought, and what else makes up the total.
   */
  lines: Line[];
  /**
   * The order's number in the shop; the document's number is made of its digits.
   */
  number: string;
  /**
   * The seller's reference.
   */
  our_reference?: string | null;
  /**
   * How it was or will be paid.
   */
  payment?: Payment | null;
  /**
   * When it was placed, with the shop's offset from UTC.
   */
  placed_at: string;
  /**
   * Whether unit prices and line totals include VAT.
   */
  prices_include_vat: boolean;
  /**
   * A Finnish reference number the buyer has already been given (§5.3).
   */
  reference_number?: string | null;
  /**
   * The number of the order this one refunds; amounts are then negative, and the document a credit note (§6.6).
   */
  refund_of?: string | null;
  /**
   * A decimal number as a string, -999999999999 to 999999999999, at most 2 decimals.
   */
  total: string;
  /**
   * The VAT in `total`, if the shop says it.
   */
  total_vat?: Money | null;
  /**
   * The buyer's reference.
   */
  your_reference?: string | null;
}
/**
 * Where the invoice goes.
 */
export interface Address {
  /**
   * Second line of the street address.
   */
  additional_street?: string | null;
  /**
   * Post office or city.
   */
  city?: string | null;
  /**
   * Country.
   */
  country: string;
  /**
   * Who lives or works there.
   */
  name: string;
  /**
   * Second line of the name, such as a contact person.
   */
  name_extension?: string | null;
  /**
   * Postcode; may be absent where the country has none.
   */
  postcode?: string | null;
  /**
   * Street and house number.
   */
  street?: string | null;
}
/**
 * Who bought.
 */
export interface Customer {
  /**
   * The Finnish business id (Y-tunnus), such as `1234567-1`.
   */
  business_id?: string | null;
  /**
   * The address e-invoices go to, for a customer card that is made (§2.3). Needs `einvoice_operator`.
   */
  einvoice_address?: string | null;
  /**
   * The code of the operator behind `einvoice_address`, such as `NDEAFIHH` (§5.5).
   */
  einvoice_operator?: string | null;
  /**
   * E-mail address.
   */
  email?: string | null;
  /**
   * Consumer or business.
   */
  kind: "consumer" | "business";
  /**
   * The name of the person or business.
   */
  name: string;
  /**
   * The customer's number in Netvisor, where the shop keeps it in a field of its own.
   */
  netvisor_number?: string | null;
  /**
   * The customer's number in the shop; absent for a guest.
   */
  number?: string | null;
  /**
   * Telephone number.
   */
  phone?: string | null;
  /**
   * The VAT id, such as `FI12345671`.
   */
  vat_id?: string | null;
}
/**
 * A postal address. Netvisor takes an address whole or not at all (§2.1), so one without street, postcode or city is
 * left off the document with a warning.
 */
export interface Address1 {
  /**
   * Second line of the street address.
   */
  additional_street?: string | null;
  /**
   * Post office or city.
   */
  city?: string | null;
  /**
   * Country.
   */
  country: string;
  /**
   * Who lives or works there.
   */
  name: string;
  /**
   * Second line of the name, such as a contact person.
   */
  name_extension?: string | null;
  /**
   * Postcode; may be absent where the country has none.
   */
  postcode?: string | null;
  /**
   * Street and house number.
   */
  street?: string | null;
}
/**
 * A line as it stands in JSON. All kinds but `comment` need quantity, unit price, VAT rate and total.
 */
export interface Line {
  /**
   * The line's discount.
   */
  discount_percent?: Percent | null;
  /**
   * The EAN or GTIN.
   */
  ean?: string | null;
  /**
   * What the line stands for. A `gift_card` is one used to pay; a gift card sold is a product.
   */
  kind: "product" | "shipping" | "fee" | "discount" | "gift_card" | "comment";
  /**
   * What the buyer saw; the text of a comment.
   */
  name: string;
  /**
   * More about the line, such as the chosen variant.
   */
  note?: string | null;
  /**
   * How many.
   */
  quantity?: Quantity | null;
  /**
   * The product code.
   */
  sku?: string | null;
  /**
   * The line's total as the shop computed it, with or without VAT as the order says.
   */
  total?: Money | null;
  /**
   * The unit's name, such as `kpl`.
   */
  unit?: string | null;
  /**
   * The price of one before the line's discount, with or without VAT as the order says.
   */
  unit_price?: UnitPrice | null;
  /**
   * The VAT rate.
   */
  vat_percent?: Percent | null;
  /**
   * The line's VAT as the shop computed it; else computed from total and rate.
   */
  vat_total?: Money | null;
}
/**
 * How the order was or will be paid.
 */
export interface Payment {
  /**
   * How much was received, if not the order's total.
   */
  amount?: Money | null;
  /**
   * The shop's identifier of the payment method, such as `paytrail`; the settings map it to Netvisor's name.
   */
  method: string;
  /**
   * Whether the money has been received.
   */
  paid: boolean;
  /**
   * The day it was received.
   */
  paid_on?: Date | null;
  /**
   * What the buyer saw, such as `Verkkopankki`.
   */
  title: string;
  /**
   * The payment provider's identifier.
   */
  transaction_id?: string | null;
}
