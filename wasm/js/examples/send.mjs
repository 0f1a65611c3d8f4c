// Sends one canonical order to Netvisor, or to the simulator:
//
//   node send.mjs CONNECTION.json ORDER.json [BASE_URL]
//
// It sends the customer and the products as new ones. A shop that has sent to this company before looks them up first,
// and skips those documents whose `when` is "if_missing".

import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

import { Connection, preview, readReply, Settings } from "netvisor-orders";

const [connectionFile, orderFile, baseUrl] = process.argv.slice(2);
const access = JSON.parse(await readFile(connectionFile, "utf8"));
const connection = new Connection(baseUrl === undefined ? access : { ...access, base_url: baseUrl });
const settings = new Settings({
  document: { type: "invoice" },
  numbering: { mode: "automatic" },
  payment: { record: "when_paid", methods: { paytrail: { name: "Paytrail" } } },
});
const order = await readFile(orderFile, "utf8");

const known = {};
for (let { kind, awaits, request } of preview(order, settings).documents) {
  if (awaits.length > 0) {
    // The replies so far have brought what this document awaited.
    ({ request } = preview(order, settings, known).documents.find((document) => document.kind === kind));
  }
  const { method, url, headers, body } = connection.sign(request, Date.now(), randomUUID());
  const response = await fetch(url, { method, headers, body });
  const reply = readReply(request.resource, response.status, new Uint8Array(await response.arrayBuffer()));
  if (reply.outcome !== "done") throw new Error(`${kind}: Netvisor refused: ${JSON.stringify(reply)}`);
  console.log(`${kind}: ${reply.inserted_key ?? "done"}`);
  if (kind === "customer") known.customer_key = reply.inserted_key;
  if (kind === "sales_invoice") known.document_key = reply.inserted_key;
}
