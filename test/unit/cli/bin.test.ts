import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findNodeProblem, neededNode } from "../../../src/cli/node-version.ts";

const source = ["--import", "./scripts/typescript.mjs"];
const bin = "src/cli/bin.ts";

function pretendNode(version: string): readonly string[] {
  const script = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
  return ["--import", `data:text/javascript,${encodeURIComponent(script)}`];
}

describe("the Node that is needed", () => {
  it("is the one in package.json", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(engines.node).toBe(`>=${neededNode.join(".")}`);
  });

  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0", "100.0.0"])("%s is enough", (version) => {
    expect(findNodeProblem(version)).toBeUndefined();
  });

  it.each(["20.18.9", "18.20.4", "9.11.2"])("%s is not", (version) => {
    expect(findNodeProblem(version)).toMatch(
      `storyproof needs Node 20.19 or newer; this is ${version}.`,
    );
  });

  it("is asked for in one sentence before anything else is loaded", () => {
    const args = [...source, ...pretendNode("18.20.4"), bin, "browser"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr.trim()).toBe(findNodeProblem("18.20.4"));
  });
});

describe("the bin file", () => {
  const children: ChildProcess[] = [];
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  it("leaves the command's exit code", () => {
    const args = [...source, bin, "nonsense"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("unknown command nonsense");
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends an installer with it on %s, with code %i", async (signal, code) => {
    const builds = mkdtempSync(join(tmpdir(), "storyproof-builds-"));
    const temporary = mkdtempSync(join(tmpdir(), "storyproof-temporary-"));
    folders.push(builds, temporary);
    // A mirror that takes the connection and never answers.
    const mirror = createServer(() => {}).listen(0, "127.0.0.1");
    await once(mirror, "listening");
    const { port } = mirror.address() as AddressInfo;
    const child = spawn(
      process.execPath,
      [...source, bin, "browser", "--engine", "firefox", "--install"],
      {
        stdio: "ignore",
        env: {
          PATH: process.env["PATH"],
          HOME: "/nonexistent",
          PLAYWRIGHT_DOWNLOAD_HOST: `http://127.0.0.1:${port}`,
          PLAYWRIGHT_BROWSERS_PATH: builds,
          TMPDIR: temporary,
          DISABLE_V8_COMPILE_CACHE: "1",
        },
      },
    );
    children.push(child);
    const [request] = await once(mirror, "request");
    child.kill(signal);
    const [[ended]] = await Promise.all([once(child, "exit"), once(request.socket, "close")]);
    expect(ended).toBe(code);
    expect(readdirSync(temporary)).toEqual([]);
    mirror.close();
  });
});
