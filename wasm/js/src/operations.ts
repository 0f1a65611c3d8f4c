import { attempt, bodyBytes, checkStatus, jsonBytes, splitBodies } from "./crossing.js";
import { exportEngine } from "./export_engine.js";
import { ordersEngine } from "./orders_engine.js";
import { type Settings, settingsHandle } from "./settings.js";
import type { Json, Known, Order, Preview, ReadOrder, Reply, Shop } from "./types.js";

/** The version of this library. */
export function version(): string {
  return ordersEngine.use().version();
}

/**
 * Reads an order as a shop sent it (the body of its webhook, or what its API answered) into the canonical order.
 *
 * @throws {NetvisorOrdersError} with everything that is wrong with the order.
 */
export function readOrder(shop: Shop, order: Json<object>): ReadOrder {
  return attempt(() => JSON.parse(ordersEngine.use().readOrder(shop, jsonBytes(order))) as ReadOrder);
}

/**
 * Prepares the documents of one canonical order (such as `readOrder(...).order`). Nothing is signed, nothing is sent.
 *
 * @param known NetvisorKeys learned from replies to earlier documents of this order.
 * @throws {NetvisorOrdersError} with everything that is wrong with the order.
 */
export function preview(order: Json<Order>, settings: Settings, known: Json<Known> = "{}"): Preview {
  return attempt(() => {
    const [head, ...bodies] = splitBodies(settingsHandle(settings, ordersEngine).preview(jsonBytes(order), jsonBytes(known)));
    const preview = JSON.parse(head) as { documents: { request: { body?: string | undefined } }[] };
    preview.documents.forEach((document, index) => (document.request.body = bodies[index]));
    return preview as unknown as Preview;
  });
}

/**
 * Reads what Netvisor answered. A refusal is no error: it is read (`outcome: "refused"`).
 *
 * @param resource Of the request that was answered, such as `salesinvoice.nv`.
 * @param body As received; bytes are better than text, since Netvisor's charset is then judged here.
 * @throws {NetvisorOrdersError} when the body is not Netvisor's XML (a proxy's error page, a cut answer).
 */
export function readReply(resource: string, httpStatus: number, body: string | Uint8Array): Reply {
  checkStatus(httpStatus);
  const bytes = bodyBytes(body);
  return attempt(() => JSON.parse(exportEngine.use().readReply(resource, httpStatus, bytes)) as Reply);
}
