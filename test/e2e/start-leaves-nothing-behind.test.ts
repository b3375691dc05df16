import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const scripts = pathToFileURL(resolve("scripts/")).href;
const patient = { timeout: 50_000, interval: 100 };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "storyproof-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the product as npm start does, does `work`, and writes what it wrote. */
function startWith(work: string) {
  const script = `
    const { runScript } = await import("${scripts}/interruption.mjs");
    const { withProduct } = await import("${scripts}/product.mjs");
    await runScript((signal) => withProduct({ signal }, async (url) => { console.log(url); ${work} }));
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    // ts-node keeps a cache for all programs in the temporary folder, unless told not to.
    env: { ...process.env, TMPDIR: folder, DISABLE_V8_COMPILE_CACHE: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const url = () => /http:\S+/.exec(output)?.[0];
  return { child, url, ended: once(child, "close").then(([code]) => code) };
}

const untilInterrupted = `await new Promise((go) => signal.addEventListener("abort", go)); return 0;`;

describe("the example product of npm start and npm test", () => {
  it("answers while the work is done, and is gone afterwards with its data", async () => {
    const { ended, url } = startWith("return (await fetch(url)).ok ? 7 : 1;");
    expect(await ended).toBe(7);
    await expect(fetch(`${url()}`)).rejects.toThrow("fetch failed");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is gone when the work fails", async () => {
    const { ended, url } = startWith(`throw new Error("the work failed");`);
    expect(await ended).toBe(1);
    await expect(fetch(`${url()}`)).rejects.toThrow("fetch failed");
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("is gone after %s, with code %i", async (signal, code) => {
    const { child, ended, url } = startWith(untilInterrupted);
    await expect.poll(url, patient).toBeDefined();
    child.kill(signal);
    expect(await ended).toBe(code);
    await expect(fetch(`${url()}`)).rejects.toThrow("fetch failed");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is gone when it was interrupted before it ran", async () => {
    const { child, ended, url } = startWith(untilInterrupted);
    await expect.poll(() => readdirSync(folder).length, patient).toBeGreaterThan(0);
    child.kill("SIGTERM");
    expect(await ended).toBe(143);
    expect(url()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });
});
