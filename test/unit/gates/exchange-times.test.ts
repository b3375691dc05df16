import { expect, it } from "vitest";
import { ExchangeTimesRecorder } from "../../../src/gates/exchange-times.ts";
import type { JourneyRun } from "../../../src/gates/journey-run.ts";
import { completed, failed, measure } from "./products.ts";

function run(...requests: readonly (readonly [method: string, url: string, durationMs: number])[]) {
  const exchanges = requests.map(([method, url, durationMs]) => {
    return { actor: "I", request: { method, url, headers: [] }, startedAtMs: 0, durationMs };
  });
  return { ...completed(1), exchanges } satisfies JourneyRun;
}

it("tells requests apart by method and path, without what is another one in each journey", () => {
  const recorder = new ExchangeTimesRecorder();
  const paths = [
    "http://user:pw@shop.test:8080/orders/17?token=x",
    "/orders/8d3c2f60-1111-4222-8333-444455556666",
    "https://shop.test/orders/a1b2c3d4e5f6#top",
    "/orders/ada@shop.test",
  ];
  for (const [at, path] of paths.entries()) recorder.take(run(["GET", path, at], ["POST", "/", 9]));
  recorder.take(run(["GET", "http://shop.test/orders/latest", 5], ["GET", "http://shop.test", 6]));
  expect(recorder.snapshot().requests.map(({ request, times }) => [request, times.count])).toEqual([
    ["GET /orders/…", 4],
    ["POST /", 4],
    ["GET /orders/latest", 1],
    ["GET /", 1],
  ]);
});

it("is spread evenly over many journeys, and reads fewer and fewer of them", () => {
  const recorder = new ExchangeTimesRecorder();
  let read = 0;
  for (let at = 0; at < 100_000; at += 1) {
    const { exchanges, ...rest } = run(["GET", "/", at]);
    recorder.take({
      ...rest,
      get exchanges() {
        read += 1;
        return exchanges;
      },
    });
  }
  const { journeys, requests } = recorder.snapshot();
  expect(journeys).toBeGreaterThan(400);
  expect(journeys).toBeLessThanOrEqual(1_000);
  const times = requests[0]?.times;
  const values = times?.kind === "exact" ? times.values : [];
  expect(new Set(values.slice(1).map((value, at) => value - (values[at] ?? 0)))).toEqual(
    new Set([128]),
  );
  expect(read).toBeLessThan(6_000);
});

it("counts together what has more addresses than anybody reads", () => {
  const recorder = new ExchangeTimesRecorder();
  const words = Array.from(
    { length: 80 },
    (_, at) => `/word-${"abcdefghij"[at % 10]}${"x".repeat(at)}`,
  );
  for (const path of words) recorder.take(run(["GET", path, 1]));
  const { requests } = recorder.snapshot();
  expect(requests).toHaveLength(51);
  expect(requests.at(-1)).toMatchObject({ request: "other requests", times: { count: 30 } });
});

it("is about journeys that succeeded after the warm-up", async () => {
  const { report } = await measure(["@latency:p95<1s", "@errors:<50%"], (at) =>
    at % 10 === 0 ? failed("gone") : run(["GET", "/", at]),
  );
  const [request] = report.exchanges.requests;
  expect(request).toMatchObject({ request: "GET /" });
  const { ended, warmUp } = report.journeys;
  expect(request?.times.count).toBe(report.exchanges.journeys);
  expect(report.exchanges.journeys).toBeLessThan(ended - warmUp);
  expect(request?.times.kind === "exact" && request.times.values[0]).toBeGreaterThanOrEqual(warmUp);
});
