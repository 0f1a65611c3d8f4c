// What cold_start.mjs measures: a process that loads the library, and builds and signs one invoice.

import { Connection, preview, Settings } from "../js/dist/index.mjs";

import { connectionObject, orderJson, settingsObject } from "./order.mjs";

const [{ request }] = preview(orderJson(5), new Settings(settingsObject)).documents;
new Connection(connectionObject).sign(request, 1767323045000, "tx-1");
