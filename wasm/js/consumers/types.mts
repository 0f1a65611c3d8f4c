// What TypeScript must accept, and refuse, with `import`. Only compiled.
import {
  Connection,
  type ConnectionObject,
  type Fault,
  type FaultCode,
  type Fetch,
  type FetchReport,
  fetchSender,
  initAsync,
  initExportAsync,
  NetvisorOrdersError,
  type NoReplyKind,
  type Order,
  OrderExport,
  type OrderReport,
  type Output,
  preview,
  type Preview,
  readOrder,
  readReply,
  type Reply,
  type Report,
  type Request,
  run as runExport,
  type Sender,
  Settings,
  type SettingsObject,
  type SignedRequest,
  version,
} from "netvisor-orders";
import {
  type CatalogueBatch,
  CatalogueFetch,
  type DocumentBatch,
  DocumentFetch,
  type DocumentState,
  matchCustomers,
  matchProducts,
  NumberPlan,
  requiredPermissions,
  SetupCheck,
  type SetupResult,
  type StockBatch,
  StockFetch,
  type StockResult,
} from "netvisor-orders/fetch";
import { CheckpointFile } from "netvisor-orders/checkpoint-file";

/** Fails to compile when `T` is `any`. */
type NotAny<T> = 0 extends 1 & T ? never : T;
function known<T>(value: NotAny<T>): T {
  return value;
}

const access: ConnectionObject = {
  base_url: "https://isvapi.netvisor.fi",
  sender: "Shop",
  customer_id: "c",
  customer_key: "k",
  partner_id: "p",
  partner_key: "k",
  organisation_id: "1234567-1",
  mac: "HMACSHA256",
};
const order: Order = {
  number: "1",
  placed_at: "2026-01-02T10:15:00+02:00",
  currency: "EUR",
  prices_include_vat: true,
  total: "10.00",
  customer: { kind: "consumer", name: "Aino" },
  billing: { name: "Aino", country: "FI" },
  lines: [{ kind: "product", sku: "A", name: "A", quantity: "1", unit_price: "10.00", vat_percent: "25.5", total: "10.00" }],
};
const choices: SettingsObject = { document: { type: "invoice", status: "open" }, terms: { net_days: 14 } };

export function run(): SignedRequest[] {
  using settings = new Settings(choices);
  const connection = new Connection(access);
  const previewed: Preview = known(preview(order, settings, { customer_key: 8 }));
  for (const warning of previewed.warnings) show(warning);
  const byHand: Request = { method: "GET", resource: "customerlist.nv", query: [["keyword", "TEMP"]] };
  const requests = [...previewed.documents.map(({ request }) => request), byHand];
  return requests.map((request) => known(connection.sign(request, Date.now(), "tx")));
}

export function outcome(status: number, body: Uint8Array): string {
  const reply: Reply = known(readReply("salesinvoice.nv", status, body));
  return reply.outcome === "done" ? `key ${reply.inserted_key ?? "none"}` : known(reply.outcome);
}

export async function handle(webhook: string): Promise<Order | FaultCode | undefined> {
  await initAsync();
  await initExportAsync();
  try {
    return known(readOrder("woocommerce", webhook).order);
  } catch (error) {
    if (error instanceof NetvisorOrdersError) return error.faults[0]?.code ?? known(error.code);
    throw error;
  }
}

export async function exportAll(orders: readonly Order[], stop: MySignal): Promise<string[]> {
  using settings = new Settings(choices);
  const file = new CheckpointFile("export.state");
  using orderExport = known(await file.resume(settings)) ?? new OrderExport(orders, settings);
  const retried: Sender = async (request) => {
    const answer = known(await fetchSender({ timeoutMs: 200_000 })(request));
    return "noReply" in answer ? { noReply: known(answer.noReply) } : { status: answer.status, body: answer.body };
  };
  const host = { store: file.store, send: retried, signal: stop, maxWaitMs: 0 };
  const report: Report = known(await runExport(orderExport, new Connection(access), host));
  return report.orders.map(ended);
}

/** By hand. */
export function step(orderExport: OrderExport, lost: NoReplyKind): number | Request {
  const output: Output = known(orderExport.pollOutput(Date.now()));
  switch (output.kind) {
    case "send":
      orderExport.handleNoReply(output.id, lost);
      return known(output.request);
    case "wait":
      return known(output.until);
    case "done":
      return known(output.report.requests + orderExport.progress().done);
  }
}

export async function stock(quantities: Map<string, string>, cursor: string | null): Promise<string | null> {
  using settings = new Settings();
  const file = new CheckpointFile("stock.state");
  const resumed: StockFetch | undefined = known(await file.resume(settings, StockFetch));
  using fetch = resumed ?? new StockFetch({ changed_since: cursor, warehouses: ["Verkkokauppa"], reserved: "subtract" }, settings);
  const report: FetchReport<StockResult> = known(
    await runExport(fetch, new Connection(access), {
      store: file.store,
      deliver: ({ products }) => {
        for (const { code, quantity } of known(products)) if (code !== null) quantities.set(code, known(quantity));
      },
      onProgress: ({ total, done }) => show(`${known(total) ?? "?"} ${known(done)}`),
    }),
  );
  return known(report.result.cursor);
}

export async function products(keep: (batch: CatalogueBatch) => Promise<void>): Promise<number> {
  const fetch = new CatalogueFetch({ source: "extended", images: true, languages: ["fi", "se"] }, new Settings());
  const { result, stopped } = await runExport(fetch, new Connection(access), { deliver: keep });
  return known(stopped) === undefined ? result.products + result.images : 0;
}

export function picture(batch: CatalogueBatch): string | undefined {
  switch (batch.kind) {
    case "groups":
      return known(batch.groups[0]?.names.se);
    case "products":
      return known(batch.products[0]?.net_price ?? batch.products[0]?.variants[0]?.price ?? undefined);
    case "deleted":
      return `${known(batch.netvisor_keys.length)}`;
    case "image":
      return known(batch.image.data);
  }
}

export function states(batch: DocumentBatch): (DocumentState | null)[] {
  return batch.kind === "documents" ? batch.documents.map(({ status }) => known(status)) : [];
}

export async function setUp(): Promise<boolean> {
  const settings = new Settings(choices);
  const { permissions } = known(requiredPermissions(settings, ["export", "stock"]));
  const { result } = await runExport(new SetupCheck({ features: ["export"] }, settings), new Connection(access));
  const found: SetupResult = known(result);
  return found.ok && found.permissions.length === permissions.length;
}

export function registers(reply: Reply): string | undefined {
  if (reply.outcome === "refused") return undefined;
  const shop = [{ id: "17", name: "Kahvila Kukka Oy", business_id: "1234567-1" }];
  const { proposals, csv } = known(matchCustomers(shop, reply.customers ?? [], { csv: true }));
  const { different } = known(matchProducts([{ sku: "PAITA", name: "Paita" }], reply.products ?? []));
  return known(csv?.proposals) ?? proposals[0]?.code ?? different[0]?.price?.netvisor ?? undefined;
}

export async function numbers(settings: Settings): Promise<number | undefined> {
  const { result } = await runExport(new NumberPlan({ next_number: 10_400, per_day: "12.5" }, settings), new Connection(access));
  return known(result.plan?.proposed)?.offset ?? known(result.plan?.present.collides_at) ?? undefined;
}

/** Any fetch. */
export function told<Batch, Result>(fetch: Fetch<Batch, Result>): number | Result {
  const output = fetch.pollOutput(0);
  return output.kind === "done" ? output.report.result : fetch.progress().done;
}

function ended({ order, outcome, document, refusal, faults }: OrderReport): string {
  const reason = refusal?.permission?.name ?? refusal?.netvisor_text ?? faults[0]?.code;
  return `${known(order)} ${known(outcome)} ${document?.number ?? "no number"} ${reason ?? ""}`;
}

/** What an `AbortSignal` has, where neither the browser's types nor Node's are there. */
interface MySignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void, options?: boolean): void;
  removeEventListener(type: "abort", listener: () => void, options?: boolean): void;
}

function show(fault: Fault | string): string {
  return typeof fault === "string" ? fault : `${known(fault.path)} ${fault.messages.fi} ${version()}`;
}

// @ts-expect-error a typo in an order
export const typo: Order = { ...order, currencyy: "EUR" };
// @ts-expect-error amounts are text, never floats
export const float: Order = { ...order, total: 10 };
// @ts-expect-error an unknown choice
export const choice: SettingsObject = { document: { type: "receipt" } };
// @ts-expect-error settings are read once, not given as an object
export const unread = (): Preview => preview(order, choices);
// @ts-expect-error an unknown shop
export const shop = (): unknown => readOrder("magento", "{}");
// @ts-expect-error results are read-only
export const written = (result: Preview): unknown => (result.documents = []);
// @ts-expect-error one of three kinds
export const kind = (orderExport: OrderExport): unknown => orderExport.handleNoReply(1, "lost");
// @ts-expect-error checkpoints have to be kept
export const unkept = (orderExport: OrderExport): unknown => runExport(orderExport, new Connection(access), {});
// @ts-expect-error what is fetched has to be kept
export const undelivered = (fetch: StockFetch): unknown => runExport(fetch, new Connection(access), {});
// @ts-expect-error batches of the stock are no documents
export const confused = (fetch: StockFetch, deliver: (batch: DocumentBatch) => void): unknown => runExport(fetch, new Connection(access), { deliver });
// @ts-expect-error an unknown option
export const option = (settings: Settings): unknown => new DocumentFetch({ pdf: [1] }, settings);
// @ts-expect-error an unknown feature
export const feature = (settings: Settings): unknown => requiredPermissions(settings, ["import"]);
// @ts-expect-error quantities are text, never floats
export const quantity = (batch: StockBatch): number => batch.products[0]!.quantity;
