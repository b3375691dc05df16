import { createServer as createHttp, type RequestListener } from "node:http";
import { createServer as createHttps } from "node:https";
import {
  type AddressInfo,
  createServer as createTcp,
  type Server,
  type Socket as Tcp,
} from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import type { EnvironmentOptions } from "../../../src/config/options.ts";
import { createStreamDriver, type StreamRequest } from "../../../src/drivers/streams.ts";
import type { Feed, Socket } from "../../../src/journey/stream-port.ts";
import { selfSigned } from "./certificate.ts";

const plain: Omit<StreamRequest, "path"> = { sessionHeaders: {}, cookies: [] };

function driverFor(environment: EnvironmentOptions, requestMs = 5_000) {
  return createStreamDriver({ environmentName: "local", environment, requestMs });
}

async function listen(server: Server): Promise<string> {
  const open = new Set<Tcp>();
  server.on("connection", (socket: Tcp) => open.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(answer: (client: WebSocket, headers: object) => void): Promise<string> {
  const server = createHttp();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (client, request) => answer(client, request.headers));
  return `http://${await listen(server)}`;
}

async function open(environment: EnvironmentOptions, request: Partial<StreamRequest> = {}) {
  const driver = driverFor(environment);
  const answer = await driver.openSocket({ path: "/live", ...plain, ...request });
  if (answer.kind === "refused") throw new Error(`refused with ${answer.status}`);
  onTestFinished(() => answer.close());
  return answer;
}

async function nextText({ inbox }: Feed): Promise<string | undefined> {
  const taken = await inbox.take(() => undefined, 10_000);
  return taken.kind === "taken" ? taken.item.text : undefined;
}

async function ended(feed: Feed): Promise<Feed["closure"]> {
  await feed.inbox.until(() => feed.closure !== undefined, 10_000);
  return feed.closure;
}

describe("a WebSocket", () => {
  test("goes below the API's address with cookies, headers and query", async () => {
    const baseUrl = await serve((client, headers) => client.send(JSON.stringify(headers)));
    const { hostname } = new URL(baseUrl);
    const cookie = { name: "session", value: "abc", domain: hostname, path: "/", httpOnly: true };
    const socket = await open(
      { apiUrl: `${baseUrl}/v2` },
      {
        query: [["room", "1"]],
        sessionHeaders: { authorization: "Bearer xyz", "x-shop": "1" },
        headers: { "X-Shop": "2" },
        cookies: [{ ...cookie, secure: false, sameSite: "Lax", hostOnly: true }],
      },
    );
    expect(JSON.parse((await nextText(socket)) ?? "")).toMatchObject({
      cookie: "session=abc",
      authorization: "Bearer xyz",
      "x-shop": "2",
    });
    expect(socket.address).toBe(`${baseUrl.replace("http", "ws")}/v2/live?room=1`);
  });

  test("uses the TLS settings of the environment", async () => {
    const { key, cert, file } = selfSigned();
    const server = createHttps({ key, cert });
    new WebSocketServer({ server }).on("connection", (client) => client.send("safe"));
    const baseUrl = `https://${await listen(server)}`;
    await expect(open({ baseUrl })).rejects.toThrow(/certificate is self-signed/);
    expect(await nextText(await open({ baseUrl, tls: { caFile: file } }))).toBe("safe");
  });

  test("that is never answered is given up, and says so", async () => {
    const address = await listen(createTcp());
    const driver = driverFor({ baseUrl: `http://${address}` }, 50);
    await expect(driver.openSocket({ path: "/live", ...plain })).rejects.toThrow(
      `The WebSocket ws://${address}/live could not be opened: it did not answer the handshake within 50 ms.`,
    );
  });

  test("that nobody listens for, and one without any address, say so", async () => {
    const server = createTcp();
    const address = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(open({ baseUrl: `http://${address}` })).rejects.toThrow(/nothing listens there/);
    await expect(open({})).rejects.toThrow(/"\/live" is only a path/);
  });

  test("that is answered with a status is a refusal with what was said", async () => {
    const server = createHttp();
    server.on("upgrade", (_request, socket) =>
      socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\nnot for you"),
    );
    const driver = driverFor({ baseUrl: `http://${await listen(server)}` });
    const answer = await driver.openSocket({ path: "/live", ...plain });
    expect(answer).toEqual({ kind: "refused", status: 403, body: "not for you" });
  });

  test("knows who closed it, and how", async () => {
    const baseUrl = await serve((client) =>
      client.on("message", (data) => {
        if (String(data) === "close") client.close(1008, "not allowed");
        else client.terminate();
      }),
    );
    const [closed, broken, left] = await Promise.all([
      open({ baseUrl }),
      open({ baseUrl }),
      open({ baseUrl }),
    ]);
    closed.send("close");
    broken.send("break");
    await left.disconnect(4000, "done");
    expect(await ended(closed)).toEqual({ by: "server", code: 1008, reason: "not allowed" });
    expect(await ended(broken)).toEqual({ by: "network", code: 1006, reason: "" });
    expect(left.closure).toEqual({ by: "client", code: 4000, reason: "done" });
  });

  test("that floods keeps the newest messages within bounds", async () => {
    const baseUrl = await serve((client) => {
      for (let count = 1; count <= 12_000; count += 1) client.send(`message ${count}`);
    });
    const { inbox } = await open({ baseUrl });
    const last = await inbox.take(
      ({ text }) => (text === "message 12000" ? undefined : "no"),
      20_000,
    );
    expect(last.kind).toBe("taken");
    expect(inbox.unread.length).toBeLessThanOrEqual(10_000);
    expect(inbox.dropped).toBe(2_000);
  });

  test("with a message that is too large ends, saying why", async () => {
    const baseUrl = await serve((client) => client.send("x".repeat(17 * 1024 * 1024)));
    const socket = await open({ baseUrl });
    expect(await ended(socket)).toMatchObject({ reason: "Max payload size exceeded" });
    expect(socket.inbox.received).toBe(0);
  });
});

async function openEvents(listener: RequestListener, answerMs = 5_000) {
  const baseUrl = `http://${await listen(createHttp(listener))}`;
  const driver = driverFor({ baseUrl }, answerMs);
  const answer = await driver.openEvents({ path: "/events", ...plain });
  if (answer.kind !== "refused") onTestFinished(() => answer.close());
  return answer;
}

const stream = { "content-type": "text/event-stream" };

describe("an event stream", () => {
  test("gives events their names, ids and data", async () => {
    const feed = (await openEvents((_request, response) => {
      response.writeHead(200, stream);
      response.end('id: 7\nevent: price\ndata: {"a":1}\n\n: comment\n\ndata: two\ndata: lines\n\n');
    })) as Feed;
    expect(await ended(feed)).toEqual({ by: "server", reason: "" });
    expect(feed.inbox.unread).toEqual([
      { event: "price", id: "7", text: '{"a":1}' },
      { event: "message", text: "two\nlines" },
    ]);
  });

  test("that is another answer is a refusal", async () => {
    const answer = await openEvents((_request, response) => response.end('{"no":"stream"}'));
    expect(answer).toEqual({ kind: "refused", status: 200, body: '{"no":"stream"}' });
  });

  test("that is never answered is given up", async () => {
    await expect(openEvents(() => {}, 50)).rejects.toThrow(/did not answer within 50 ms/);
  });

  test("that breaks off, and one that never ends a line, end with the reason", async () => {
    const broken = (await openEvents((_request, response) => {
      response.writeHead(200, stream).write("data: one\n\n", () => response.destroy());
    })) as Feed;
    expect(await ended(broken)).toMatchObject({ by: "network" });
    const endless = (await openEvents((_request, response) => {
      response.writeHead(200, stream).write(`data: ${"x".repeat(17 * 1024 * 1024)}`);
    })) as Feed;
    expect(await ended(endless)).toMatchObject({ by: "network", reason: /buffer/i });
  });
});

test("a server of the scenario hears all its clients, tells all of them, and is gone when closed", async () => {
  const driver = driverFor({});
  const server = await driver.startServer();
  expect(await server.send("nobody there", 20)).toBe(false);
  const request = { path: server.address, ...plain };
  const clients = (await Promise.all([1, 2].map(() => driver.openSocket(request)))) as Socket[];
  expect(await server.untilClients((count) => count === 2, 5_000)).toBe(true);
  clients[0]?.send("hello");
  expect(await nextText(server)).toBe("hello");
  await server.send("news", 5_000);
  expect(await Promise.all(clients.map(nextText))).toEqual(["news", "news"]);
  await server.close();
  await Promise.all(clients.map(ended));
  await expect(driver.openSocket(request)).rejects.toThrow(/nothing listens there/);
});
