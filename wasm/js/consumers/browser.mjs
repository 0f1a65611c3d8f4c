// What a page does, once a bundler has been over it.
import { Connection, initAsync, initExportAsync, NetvisorOrdersError, OrderExport, preview, run, Settings } from "netvisor-orders";
import { initAsync as initFetchAsync, StockFetch } from "netvisor-orders/fetch";

globalThis.previewOrder = async (order) => {
  let early;
  try {
    new Settings();
  } catch (error) {
    early = error.message;
  }
  await initAsync();
  let refused;
  try {
    preview({}, new Settings());
  } catch (error) {
    refused = error instanceof NetvisorOrdersError && error.code;
  }
  return { early, refused, preview: preview(order, new Settings()) };
};

/** Exports to a service that answers the same to everything, with the page's own fetch. */
globalThis.exportOrder = async (order, access) => {
  const checkpoints = [];
  let early;
  try {
    new OrderExport([order], new Settings());
  } catch (error) {
    early = error.message;
  }
  await initExportAsync();
  const orderExport = new OrderExport([order], new Settings());
  const host = { store: (checkpoint) => checkpoints.push(checkpoint), maxWaitMs: 0 };
  const report = await run(orderExport, new Connection({ ...access, base_url: location.origin }), host);
  return { early, report, resumed: OrderExport.resume(checkpoints.at(-1), new Settings()).progress() };
};

/** Fetches from the same service. */
globalThis.fetchStock = async (access) => {
  let early;
  try {
    new StockFetch({}, new Settings());
  } catch (error) {
    early = error.message;
  }
  await initFetchAsync();
  const connection = new Connection({ ...access, base_url: location.origin });
  return { early, report: await run(new StockFetch({}, new Settings()), connection, { deliver: () => {}, maxWaitMs: 0 }) };
};
