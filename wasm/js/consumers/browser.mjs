// What a page does, once a bundler has been over it.
import { initAsync, NetvisorOrdersError, preview, Settings } from "netvisor-orders";

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
