// Small orders, the settings they are exported by, and what must be in the books afterwards.

import assert from "node:assert/strict";

/** Invoices, and payments of those paid. No doubt is waited for longer than a minute, which is the least. */
export const choices = {
  document: { type: "invoice" },
  payment: { record: "when_paid", methods: { paytrail: { name: "Paytrail" } } },
  recovery: { quarantine_minutes: 1 },
  language: "en",
};

/** So many orders of one day; every other one is paid. Some product codes need escaping in a URL. */
export function orders(count) {
  return Array.from({ length: count }, (_, index) => order(20_000 + index));
}

function order(number) {
  const buyer = number % 10;
  const total = `${1 + (number * 37) % 199}.${String((number * 13) % 100).padStart(2, "0")}`;
  const sku = ["PAITA", "ÄMPÄRI & 50%", "a+b/c", "tee; #1"][number % 4];
  const payment = { method: "paytrail", title: "Verkkopankki", paid: true, paid_on: "2026-01-14" };
  return {
    number: `${number}`,
    placed_at: "2026-01-14T10:00:00+02:00",
    currency: "EUR",
    prices_include_vat: true,
    total,
    customer: { number: `A ${buyer}`, kind: "consumer", name: `Ostaja ${buyer}` },
    billing: { name: `Ostaja ${buyer}`, street: "Esimerkkikatu 1", postcode: "00100", city: "Helsinki", country: "FI" },
    lines: [{ kind: "product", sku, name: "Tuote", quantity: "1", unit_price: total, vat_percent: "25.5", total }],
    ...(number % 2 === 0 ? { payment } : {}),
  };
}

/** One document for each order, one payment for each that is paid, sums to the cent, and never two requests at once. */
export function assertExactlyOnce(state, exported) {
  const inOrder = (rows) => rows.sort(([a], [b]) => a - b);
  const documents = inOrder(state.documents.map(({ number, amount }) => [Number(number), cents(amount)]));
  assert.deepEqual(documents, exported.map(({ number, total }) => [Number(number), cents(total)]));
  assert.ok(!state.documents.some(({ total_mismatch }) => total_mismatch));
  const numbers = new Map(state.documents.map(({ netvisor_key, number }) => [netvisor_key, Number(number)]));
  const payments = inOrder(state.payments.map(({ document_key, sum }) => [numbers.get(document_key), cents(sum)]));
  const paid = exported.filter(({ payment }) => payment !== undefined);
  assert.deepEqual(payments, paid.map(({ number, total }) => [Number(number), cents(total)]));
  const once = (codes, expected) => assert.deepEqual(codes.toSorted(), [...new Set(expected)].toSorted());
  once(state.products.map(({ code }) => code), exported.map(({ lines }) => lines[0].sku));
  // The card for sales to nobody in particular is there from the start.
  once(state.customers.map(({ code }) => code).filter((code) => code !== "TEMP"), exported.map(({ customer }) => customer.number));
  assert.equal(state.overlaps, 0);
}

/** "12.3" as 1230: without floats, as every sum here. */
function cents(sum) {
  const [, minus, euros, fraction = ""] = /^(-?)(\d+)(?:[.,](\d{1,2})0*)?$/.exec(sum) ?? assert.fail(`no sum: ${sum}`);
  return Number(`${minus}${euros}${fraction.padEnd(2, "0")}`);
}
