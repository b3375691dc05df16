import { createServer as createTlsServer } from "node:https";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bodyOf, driverFor, listen, listeningKeeper, serve } from "./api-server.ts";
import { selfSigned } from "./certificate.ts";

const secrets = listeningKeeper();

describe("what is sent", () => {
  test("a path is added to the address, its query kept and added to", async () => {
    const url = await serve((request, response) => response.end(request.url));
    const api = driverFor({ apiUrl: `${url}/v2/` }).open("I", secrets);
    const response = await api.get("/orders?open=1", {
      query: [
        ["q", "a b&c"],
        ["q", "ü"],
      ],
    });
    expect(response.text()).toBe("/v2/orders?open=1&q=a+b%26c&q=%C3%BC");
  });

  test("JSON, forms and raw text carry their media type and content", async () => {
    const url = await serve(async (request, response) => {
      response.end(`${request.headers["content-type"]} ${await bodyOf(request)}`);
    });
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    expect((await api.post("/", { a: [1, "ü"] })).text()).toBe('application/json {"a":[1,"ü"]}');
    const form = {
      kind: "form",
      fields: [
        ["a", "1 2"],
        ["a", "&"],
      ],
    } as const;
    expect((await api.send({ method: "put", path: "/", body: form })).text()).toBe(
      "application/x-www-form-urlencoded a=1+2&a=%26",
    );
    const raw = { kind: "raw", content: "<x/>", mediaType: "application/xml" } as const;
    expect((await api.send({ method: "POST", path: "/", body: raw })).text()).toBe(
      "application/xml <x/>",
    );
  });

  test("multipart parts arrive as fields and files", async () => {
    const url = await serve(async (request, response) => {
      const form = await new Response(await bodyOf(request), {
        headers: { "content-type": request.headers["content-type"] ?? "" },
      }).formData();
      const file = form.get("picture") as File;
      response.end(`${form.get("title")} ${file.name} ${file.type} ${await file.text()}`);
    });
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    const response = await api.send({
      method: "POST",
      path: "/",
      body: {
        kind: "multipart",
        parts: [
          { kind: "field", name: "title", value: "Mine" },
          {
            kind: "file",
            name: "picture",
            fileName: "me.txt",
            content: Buffer.from("hi"),
            mediaType: "text/plain",
          },
        ],
      },
    });
    expect(response.text()).toBe("Mine me.txt text/plain hi");
  });

  test.each([
    [{ kind: "bearer", token: "t0ken-value" } as const, "Bearer t0ken-value"],
    [
      { kind: "basic", user: "ada", password: "pa:ss" } as const,
      `Basic ${Buffer.from("ada:pa:ss").toString("base64")}`,
    ],
    [{ kind: "scheme", scheme: "Token", credentials: "abc" } as const, "Token abc"],
    [{ kind: "none" } as const, "none"],
  ])("authorisation %j", async (authorisation, header) => {
    const url = await serve((request, response) =>
      response.end(request.headers.authorization ?? "none"),
    );
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    api.authorise(authorisation);
    expect((await api.get("/")).text()).toBe(header);
  });

  test("headers of the environment, the session and the request, the nearest winning", async () => {
    const url = await serve((request, response) => {
      const { "x-a": a, "x-b": b, "x-c": c } = request.headers;
      response.end(JSON.stringify([a, b, c]));
    });
    const api = driverFor({
      baseUrl: url,
      headers: { "X-A": "environment", "X-B": "environment" },
    }).open("I", secrets);
    api.setHeader("x-b", "session");
    api.setHeader("X-C", "session");
    expect((await api.get("/", { headers: { "X-c": "request" } })).json()).toEqual([
      "environment",
      "session",
      "request",
    ]);
    api.setHeader("X-B", undefined);
    expect((await api.get("/")).json()).toEqual(["environment", null, "session"]);
  });
});

describe("cookies and redirects", () => {
  test("each actor has cookies of their own, sent where they belong", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/in")
        response.setHeader("set-cookie", ["sid=1; Path=/; HttpOnly", "deep=1; Path=/deep"]);
      response.end(request.headers.cookie ?? "none");
    });
    const driver = driverFor({ baseUrl: url });
    const [ada, bob] = [driver.open("Ada", secrets), driver.open("Bob", secrets)];
    await ada.get("/in");
    expect((await ada.get("/")).text()).toBe("sid=1");
    expect((await ada.get("/deep")).text().split("; ").sort()).toEqual(["deep=1", "sid=1"]);
    expect((await bob.get("/")).text()).toBe("none");
    await bob.setCookies(await ada.cookies());
    expect((await bob.get("/")).text()).toBe("sid=1");
  });

  test("a redirect after a POST is followed with GET, 307 keeps method and body", async () => {
    const url = await serve(async (request, response) => {
      const status = Number(request.url?.slice(1));
      if (status > 0) response.writeHead(status, { location: "/" }).end();
      else
        response.end(
          `${request.method} ${request.headers["content-type"]} ${await bodyOf(request)}`,
        );
    });
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    expect((await api.post("/303", { a: 1 })).text()).toBe("GET undefined ");
    expect((await api.post("/302", { a: 1 })).text()).toBe("GET undefined ");
    expect((await api.post("/307", { a: 1 })).text()).toBe('POST application/json {"a":1}');
    expect((await api.post("/303", undefined, { redirects: "manual" })).status).toBe(303);
    expect(api.exchanges.map(({ response }) => response?.status)).toEqual([
      303, 200, 302, 200, 307, 200, 303,
    ]);
  });

  test("credentials do not follow a redirect to another origin", async () => {
    const other = await serve((request, response) =>
      response.end(request.headers.authorization ?? "none"),
    );
    const url = await serve((_, response) => response.writeHead(302, { location: other }).end());
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    api.authorise({ kind: "bearer", token: "t0ken-value" });
    expect((await api.get("/")).text()).toBe("none");
  });

  test("a loop of redirects ends with where it led", async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: "/again" }).end());
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    await expect(api.get("/")).rejects.toThrow(
      "GET / was redirected 20 times; the last answer led to /again.",
    );
  });
});

describe("answers", () => {
  test("compressed bodies and charsets are read as text", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/gzip")
        response.setHeader("content-encoding", "gzip").end(gzipSync('{"a":"ü"}'));
      else
        response
          .setHeader("content-type", "text/plain; charset=iso-8859-1")
          .end(Buffer.from("ü", "latin1"));
    });
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    expect((await api.get("/gzip")).json()).toEqual({ a: "ü" });
    expect((await api.get("/latin")).text()).toBe("ü");
  });

  test("JSON that is none says so and shows the beginning", async () => {
    const url = await serve((_, response) =>
      response.setHeader("content-type", "text/html").end("<h1>Oops</h1>"),
    );
    const response = await driverFor({ baseUrl: url }).open("I", secrets).get("/x");
    expect(() => response.json()).toThrow(
      `The response of GET ${url}/x is not JSON (text/html). It begins:\n<h1>Oops</h1>`,
    );
  });

  test("repeated headers are joined, missing ones are undefined", async () => {
    const url = await serve((_, response) => response.setHeader("vary", ["a", "b"]).end());
    const response = await driverFor({ baseUrl: url }).open("I", secrets).get("/");
    expect([response.header("Vary"), response.header("etag")]).toEqual(["a, b", undefined]);
  });

  test("polling goes on until the answer is right", async () => {
    let asked = 0;
    const url = await serve((_, response) => response.end(String(++asked)));
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    const response = await api.poll({ method: "GET", path: "/" }, (each) => each.text() === "4", {
      everyMs: 1,
    });
    expect(response.text()).toBe("4");
    const last = await api.poll({ method: "GET", path: "/" }, () => false, {
      everyMs: 1,
      withinMs: 50,
    });
    expect(Number(last.text())).toBeGreaterThan(5);
  });
});

describe("no answer", () => {
  test("a request that hangs is cancelled at its deadline, and the server sees it end", async () => {
    let ended: (() => void) | undefined;
    const serverSawTheEnd = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const url = await serve((request) => void request.on("close", () => ended?.()));
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    await expect(api.get("/slow", { timeoutMs: 50 })).rejects.toThrow(
      `GET ${url}/slow did not answer within 50 ms and was cancelled.\n` +
        "If the product may take that long, raise `timeouts.requestMs` in cucumber.js.",
    );
    await serverSawTheEnd;
    expect(api.exchanges[0]?.error).toContain("did not answer within 50 ms");
  });

  test("a body that never ends is cut off by the deadline as well", async () => {
    const url = await serve((_, response) => void response.write("for ever"));
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    await expect(api.get("/", { timeoutMs: 50 })).rejects.toThrow("did not answer within 50 ms");
  });

  test("closing the session and an outer signal end requests under way", async () => {
    const url = await serve(() => {});
    const api = driverFor({ baseUrl: url }).open("I", secrets);
    const aborting = new AbortController();
    const requests = [api.get("/a"), api.get("/b", { signal: aborting.signal })];
    aborting.abort();
    await expect(requests[1]).rejects.toThrow("got no response");
    await api.close();
    await expect(requests[0]).rejects.toThrow("got no response");
  });

  test("a product that is not there is named with the setting", async () => {
    const url = "http://127.0.0.1:1";
    const api = driverFor({ apiUrl: url }).open("I", secrets);
    await expect(api.get("/health")).rejects.toThrow(
      `GET ${url}/health got no response: nothing listens there (connection refused).\n` +
        "Is the product running? The address comes from `environments.local.apiUrl` in cucumber.js.",
    );
  });

  test("a path without an address says what to set", async () => {
    const api = driverFor({}).open("I", secrets);
    await expect(api.get("/x")).rejects.toThrow(
      "Set environments.local.apiUrl (or baseUrl) in cucumber.js",
    );
  });

  test("a certificate that cannot be verified is refused, unless trusted or allowed", async () => {
    const { key, cert, file } = selfSigned();
    const url = await listen(
      createTlsServer({ key, cert }, (_, response) => response.end("secret place")),
      "https",
    );
    const refused = driverFor({ apiUrl: url }).open("I", secrets);
    await expect(refused.get("/")).rejects.toThrow("its certificate is self-signed");
    const trusting = driverFor({ apiUrl: url, tls: { caFile: file } }).open("I", secrets);
    expect((await trusting.get("/")).text()).toBe("secret place");
    const allowing = driverFor({ apiUrl: url, tls: { allowInvalid: true } }).open("I", secrets);
    expect((await allowing.get("/")).text()).toBe("secret place");
  });
});

describe("what is kept", () => {
  test("the last twenty exchanges, and their secrets are reported once", async () => {
    const url = await serve((_, response) => response.end("ok"));
    const keeper = listeningKeeper();
    const api = driverFor({ baseUrl: url }).open("Ada", keeper);
    for (let index = 0; index < 22; index += 1) await api.get(`/${index}`);
    expect(api.exchanges.map(({ request }) => request.url)).toEqual(
      Array.from({ length: 20 }, (_, index) => `${url}/${index + 2}`),
    );
    api.learnSecrets();
    api.learnSecrets();
    expect(keeper.learnt).toEqual(
      Array.from({ length: 20 }, (_, index) => `exchange ${url}/${index + 2}`),
    );
  });

  test("credentials are secrets from the moment they are set", () => {
    const keeper = listeningKeeper();
    const api = driverFor({}).open("Ada", keeper);
    api.setHeader("Authorization", "Token abc123");
    api.authorise({ kind: "basic", user: "ada", password: "horse" });
    const pair = Buffer.from("ada:horse").toString("base64");
    expect(keeper.learnt).toEqual(["Token abc123", "abc123", "horse", `Basic ${pair}`, pair]);
  });

  test("looking at a response before any request says which step to take", () => {
    const api = driverFor({}).open("Ada", secrets);
    expect(() => api.lastResponse).toThrow(
      "Ada has sent no request yet, so there is no response to look at.",
    );
  });
});
