import { attempt, jsonBytes } from "./crossing.js";
import { exportEngine } from "./export_engine.js";
import { Machine, resumed } from "./machine.js";
import { type Settings, settingsHandle } from "./settings.js";
import type { Json, Order, Output, Progress, Report } from "./types.js";

/** Gets orders into Netvisor, each exactly once: it decides what to send next and understands what comes back. */
export class OrderExport extends Machine<Output, Progress, Report> {
  /**
   * Begins an export. An order that is wrong is rejected in the report and keeps no other from being exported.
   *
   * @param orders Canonical orders, at most 100,000: a list, or the same as JSON.
   * @throws {NetvisorOrdersError} of kind `order` when it is no list.
   */
  constructor(orders: Json<readonly Order[]>, settings: Settings) {
    super(attempt(() => exportEngine.use().Machine.orderExport(jsonBytes(orders), settingsHandle(settings, exportEngine))));
  }

  /**
   * Goes on where an export stood when its checkpoint was taken. A request that was under way then is looked for before
   * anything is sent again.
   *
   * @param settings Those the export was begun with; only language and waiting times may be others.
   * @throws {NetvisorOrdersError} of kind `checkpoint` for a text that was cut or changed (`checkpoint_invalid`), one of a
   *   newer version of this package (`checkpoint_version_unknown`), and other settings (`checkpoint_settings_differ`).
   */
  static resume(checkpoint: string, settings: Settings): OrderExport {
    return resumed(OrderExport, checkpoint, (text) => exportEngine.use().Machine.resumeOrderExport(text, settingsHandle(settings, exportEngine)));
  }
}
