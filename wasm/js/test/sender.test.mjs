// What `fetchSender` says of real connections.

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { afterEach, test } from "node:test";

import { fetchSender } from "netvisor-orders";

let server;
let received;

/** A server that does `answer` with each connection once a whole request has come. */
async function listen(answer) {
  received = "";
  server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (data) => {
      received += data.toString("latin1");
      if (received.includes("<root>") || /^GET[^]*\r\n\r\n$/.test(received)) answer(socket);
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${server.address().port}/customerlist.nv?keyword=a%20b`;
}

afterEach(() => server?.close());

const get = (url) => ({ method: "GET", url, headers: { "X-Netvisor-Authentication-Sender": "Myymälä" } });
const post = (url) => ({ ...get(url), method: "POST", body: "<root>ä</root>" });

test("sends what was signed, and gives status and bytes as they came", async () => {
  const url = await listen((socket) => socket.end("HTTP/1.1 503 No\r\nContent-Length: 2\r\n\r\n\xe4\0", "latin1"));
  assert.deepEqual(await fetchSender()(post(url)), { status: 503, body: new Uint8Array([0xe4, 0]) });
  assert.match(received, /^POST \/customerlist\.nv\?keyword=a%20b HTTP/);
  assert.match(received, /\r\nX-Netvisor-Authentication-Sender: Myym\xe4l\xe4\r\n/i);
  assert.ok(received.endsWith("\r\n\r\n<root>Ã¤</root>"), "the body in UTF-8");
});

test("follows no redirect", async () => {
  const url = await listen((socket) => socket.end("HTTP/1.1 307 Elsewhere\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"));
  assert.equal((await fetchSender()(get(url))).status, 307);
  assert.equal(received.match(/ HTTP\/1\.1\r\n/g).length, 1);
});

const lost = {
  "a connection that is reset": [(socket) => socket.resetAndDestroy(), "connection_lost"],
  "a connection that is closed": [(socket) => socket.end(), "connection_lost"],
  "an answer that is cut": [(socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<Root>"), "connection_lost"],
  "an answer that is none": [(socket) => socket.end("garbage\r\n\r\n"), "connection_lost"],
  "no answer": [() => {}, "timeout"],
  "half an answer": [(socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<Root>"), "timeout"],
};
for (const [what, [answer, noReply]] of Object.entries(lost)) {
  test(`${what}: ${noReply}`, { timeout: 20_000 }, async () => {
    const url = await listen(answer);
    const timeoutMs = noReply === "timeout" ? 100 : 10_000;
    assert.deepEqual(await fetchSender({ timeoutMs })(post(url)), { noReply });
  });
}

test("a port where nobody listens, and a name that is none: not_connected", { timeout: 20_000 }, async () => {
  const url = new URL(await listen(() => {}));
  await new Promise((closed) => server.close(closed));
  for (const hostname of ["127.0.0.1", "localhost", "nobody.invalid"]) {
    url.hostname = hostname;
    assert.deepEqual(await fetchSender()(post(url.href)), { noReply: "not_connected" }, hostname);
  }
});

test("a time-out that no timer can hold is refused", () => {
  for (const timeoutMs of [0, -1, NaN, Infinity, 2 ** 31]) assert.throws(() => fetchSender({ timeoutMs }), RangeError);
});
