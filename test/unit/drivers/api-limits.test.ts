// What an answer may not do to the run, and what a session does beside sending.
import { createServer } from "node:http";
import { type AddressInfo, createServer as createPlainServer } from "node:net";
import { setImmediate } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { driverFor, listeningKeeper, serve } from "./api-server.ts";

const secrets = listeningKeeper();

function open(url: string) {
  return driverFor({ baseUrl: url }, 20_000).open("I", secrets);
}

test("a body without end is cut off at its limit, with the reason", async () => {
  const megabyte = Buffer.alloc(1024 * 1024);
  const url = await serve((_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(megabyte));
    };
    response.on("drain", more);
    more();
  });
  await expect(open(url).get("/")).rejects.toThrow("the body is larger than 128 MiB");
});

test("a small body that unpacks to more than the limit is not unpacked", async () => {
  const bomb = gzipSync(Buffer.alloc(129 * 1024 * 1024), { level: 1 });
  const url = await serve((_, response) =>
    response.setHeader("content-encoding", "gzip").end(bomb),
  );
  const response = await open(url).get("/");
  expect(() => response.text()).toThrow("cannot be unpacked as gzip: it is larger than 128 MiB");
});

test("what is called compressed and is not says so; an empty body is empty", async () => {
  const url = await serve((request, response) => {
    response.setHeader("content-encoding", "gzip");
    response.end(request.url === "/empty" ? "" : "plain");
  });
  const api = open(url);
  const response = await api.get("/");
  expect(() => response.text()).toThrow("cannot be unpacked as gzip");
  expect((await api.get("/empty")).text()).toBe("");
});

test("polling goes on while a product is starting", async () => {
  const server = createServer((_, response) => response.end("ready"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  onTestFinished(() => void server.close());
  const api = open(`http://127.0.0.1:${port}`);
  const request = { method: "GET", path: "/" };
  await expect(api.poll(request, () => true, { everyMs: 1, withinMs: 30 })).rejects.toThrow(
    "connection refused",
  );
  const polled = api.poll(request, () => true, { everyMs: 5, withinMs: 15_000 });
  server.listen(port, "127.0.0.1");
  expect((await polled).text()).toBe("ready");
});

test("polling asks once more before its time is up, however far apart its requests are", async () => {
  let asked = 0;
  const url = await serve((_, response) => response.end(String(++asked)));
  const polling = { everyMs: 60_000, withinMs: 600 };
  const last = await open(url).poll({ method: "GET", path: "/" }, () => asked > 1, polling);
  expect(last.text()).toBe("2");
});

test("a request beside the story leaves the last answer as it was", async () => {
  const url = await serve((request, response) => response.end(request.url));
  const api = open(url);
  await api.get("/story");
  expect((await api.peek({ method: "GET", path: "/beside" })).text()).toBe("/beside");
  expect(api.lastResponse.text()).toBe("/story");
  expect(api.lastRequest.path).toBe("/story");
});

test("redirects are counted", async () => {
  const url = await serve((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) return void response.end();
    response.writeHead(302, { location: `/${left - 1}` }).end();
  });
  const api = open(url);
  expect((await api.get("/2")).redirects).toBe(2);
  expect((await api.get("/0")).redirects).toBe(0);
});

test("cookies can be set and forgotten, one or all", async () => {
  const url = await serve((request, response) => response.end(request.headers.cookie ?? "none"));
  const api = open(url);
  await api.setCookie("a", "1");
  await api.setCookie("b", "2");
  expect((await api.get("/deep/below")).text()).toBe("a=1; b=2");
  await api.removeCookies("a");
  expect((await api.get("/")).text()).toBe("b=2");
  await api.removeCookies();
  expect((await api.get("/")).text()).toBe("none");
});

/** Answers the first request of each connection, and closes it in the moment in which the next one arrives. */
async function serveOncePerConnection(): Promise<{
  readonly url: string;
  readonly seen: string[];
}> {
  const seen: string[] = [];
  const server = createPlainServer((socket) => {
    let answered = 0;
    socket.on("error", () => {});
    socket.on("data", (data) => {
      const [line = ""] = data.toString().split(" HTTP/");
      seen.push(line);
      if (answered > 0 || line.endsWith(" /closes")) return void socket.destroy();
      answered += 1;
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** Once an answer is read, its connection is free for the next request after one turn. */
const connectionIsFree = (): Promise<void> => setImmediate();

test("a connection that the server closes while it is idle costs no answer", async () => {
  const { url, seen } = await serveOncePerConnection();
  const api = open(url);
  for (const path of ["/1", "/2", "/3"]) {
    expect((await api.get(path)).text()).toBe("ok");
    await connectionIsFree();
  }
  expect(seen).toEqual(["GET /1", "GET /2", "GET /2", "GET /3", "GET /3"]);
  expect(api.exchanges).toHaveLength(3);
});

test("what may change something is sent once, whatever became of it", async () => {
  const { url, seen } = await serveOncePerConnection();
  const api = open(url);
  await api.get("/1");
  await connectionIsFree();
  await expect(api.post("/2", {})).rejects.toThrow("POST");
  expect(seen).toEqual(["GET /1", "POST /2"]);
});

test("a request whose own connection is closed is told as such, and not sent again", async () => {
  const { url, seen } = await serveOncePerConnection();
  await expect(open(url).get("/closes")).rejects.toThrow(/the connection was closed before/);
  expect(seen).toEqual(["GET /closes"]);
});

test("hints that come before the answer are no answer, and a body in many pieces is one", async () => {
  const piece = "x".repeat(100_000);
  const url = await serve((_, response) => {
    response.writeEarlyHints({ link: "</style.css>; rel=preload; as=style" });
    for (let pieces = 0; pieces < 20; pieces += 1) response.write(piece);
    response.end("end");
  });
  const response = await open(url).get("/");
  expect(response.status).toBe(200);
  expect(response.header("link")).toBeUndefined();
  expect(response.text()).toBe(`${piece.repeat(20)}end`);
});

test("a request that waits for a connection ends at its deadline as well", async () => {
  // Whoever connects over TLS waits for a greeting that never comes.
  const server = createPlainServer((socket) => void socket.on("error", () => {}));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const api = open(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect(api.get("/", { timeoutMs: 50 })).rejects.toThrow("did not answer within 50 ms");
  expect(api.exchanges).toHaveLength(1);
});

test("a signal that was given before ends the request, and one given afterwards changes nothing", async () => {
  const url = await serve((_, response) => response.end("ok"));
  const api = open(url);
  const { signal } = new AbortController();
  await expect(api.get("/", { signal: AbortSignal.abort() })).rejects.toThrow("Request aborted");
  expect((await api.get("/", { signal })).text()).toBe("ok");
});

test("a tunnel is no answer", async () => {
  const server = createServer();
  server.on("connect", (_, socket) => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const api = open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect(api.send({ method: "CONNECT", path: "/" })).rejects.toThrow("opened a tunnel");
});
