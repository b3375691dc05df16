import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
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

  // Other systems have no such device.
  it.skipIf(process.platform !== "linux").each([
    ["stdout", "storyproof: the output cannot be written (ENOSPC).\n"],
    ["stderr", ""],
  ] as const)("fails when %s goes to a full disk", (name, message) => {
    const full = openSync("/dev/full", "w");
    const isOut = name === "stdout";
    const { status, stderr } = spawnSync(
      process.execPath,
      [...source, bin, isOut ? "--version" : "nonsense"],
      { stdio: ["ignore", isOut ? full : "pipe", isOut ? "pipe" : full], encoding: "utf8" },
    );
    closeSync(full);
    expect({ status, stderr: stderr ?? "" }).toEqual({ status: 3, stderr: message });
  });

  it("takes a reader that went away for no failure", async () => {
    const child = spawn(process.execPath, [...source, bin, "help"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.push(child);
    child.stdout?.destroy();
    let told = "";
    child.stderr?.on("data", (chunk) => {
      told += chunk;
    });
    const [code] = await once(child, "close");
    expect({ code, told }).toEqual({ code: 0, told: "" });
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends a search through the whole disk on %s, with code %i", async (signal, code) => {
    // Tells us that it has begun: the search opens the disk's root.
    const watch = `import fs from "node:fs"; const { readdir } = fs; fs.readdir = (path, ...rest) => { if (path === "/") process.stderr.write("begun"); return readdir(path, ...rest); };`;
    const child = spawn(
      process.execPath,
      [
        ...source,
        "--import",
        `data:text/javascript,${encodeURIComponent(watch)}`,
        bin,
        "stories",
        "/",
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    children.push(child);
    if (child.stderr !== null) await once(child.stderr, "data");
    child.kill(signal);
    const [ended] = await once(child, "exit");
    expect(ended).toBe(code);
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
