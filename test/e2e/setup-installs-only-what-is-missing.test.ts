import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeSmallClone, type SmallClone } from "./small-clone.ts";

let clone: SmallClone;

beforeEach(() => {
  clone = makeSmallClone();
});
afterEach(() => clone.remove());

/** What npm leaves in node_modules after an installation of the lock file. */
const record = JSON.stringify({ packages: {} });
const noteCall = `echo "$@" >> calls`;
const install = `${noteCall}; mkdir -p node_modules; echo '${record}' > node_modules/.package-lock.json`;

describe("the set-up of a clone", () => {
  it("says nothing and starts nothing when nothing is missing", async () => {
    clone.replaceNpm(noteCall);
    clone.stamp();
    expect(await clone.start().ended).toEqual({ code: 0, output: "" });
    expect(clone.exists("calls")).toBe(false);
    expect(clone.exists(".storyproof")).toBe(false);
  });

  it("installs packages with the real npm, finds a browser, and has nothing to do the second time", async () => {
    const first = await clone.start().ended;
    expect(first.output).toContain("Installing the packages of package-lock.json: npm ci\n");
    expect(first.output).toContain("Looking for a browser: storyproof browser --install\n");
    expect(first.output).toMatch(/Using .+, version \d+/);
    expect(first.code).toBe(0);
    expect(await clone.start().ended).toEqual({ code: 0, output: "" });
  });

  it("leaves packages alone that somebody installed by hand", async () => {
    clone.replaceNpm(noteCall);
    clone.write("node_modules/.package-lock.json", record);
    const { code, output } = await clone.start().ended;
    expect(code).toBe(0);
    expect(output).not.toContain("npm ci");
    expect(clone.exists("calls")).toBe(false);
  });

  it("installs again when the lock file wants another version", async () => {
    clone.replaceNpm(install);
    clone.stamp();
    clone.write("node_modules/.package-lock.json", record);
    const lock = JSON.parse(clone.read("package-lock.json"));
    lock.packages["node_modules/added"] = { version: "2.0.0" };
    clone.write("package-lock.json", JSON.stringify(lock));
    const { output } = await clone.start().ended;
    expect(output).toContain("npm ci");
    expect(clone.read("calls")).toBe("ci --include=dev --no-audit --no-fund\n");
  });

  it("installs the packages of the examples when asked to, and only once", async () => {
    clone.replaceNpm(install);
    clone.stamp();
    const folders = ["examples/json-api", "examples/registry"];
    for (const folder of folders) {
      clone.write(`${folder}/package-lock.json`, clone.read("package-lock.json"));
    }
    const args = ["examples"];
    const said = folders.map(
      (each) => `Installing the packages of ${each}/package-lock.json: npm ci`,
    );
    expect(await clone.start({ args }).ended).toEqual({ code: 0, output: `${said.join("\n")}\n` });
    expect(await clone.start({ args }).ended).toEqual({ code: 0, output: "" });
    for (const folder of folders) {
      expect(clone.read(`${folder}/calls`)).toBe("ci --include=dev --no-audit --no-fund\n");
    }
  });

  it("looks for a browser again when the one it knew is gone", async () => {
    clone.stamp(join(clone.folder, "gone"));
    clone.write("node_modules/.package-lock.json", record);
    const { output } = await clone.start().ended;
    expect(output).not.toContain("npm ci");
    expect(output).toMatch(/Using .+, version \d+/);
  });

  it("does not quietly take another browser than the environment names", async () => {
    clone.stamp();
    const env = { STORYPROOF_BROWSER: "/nowhere/chrome" };
    const { code, output } = await clone.start({ env }).ended;
    expect(code).toBe(3);
    expect(output).toContain("STORYPROOF_BROWSER names a browser that cannot be used");
  });

  it("says what to do when npm fails", async () => {
    clone.replaceNpm("echo 'npm error: they differ' >&2; exit 1");
    const { code, output } = await clone.start().ended;
    expect(code).toBe(3);
    expect(output).toContain("npm error: they differ\nnpm ci failed with code 1");
    expect(output).toContain("run npm install, and commit package-lock.json");
    expect(output).not.toContain("    at ");
  });

  it("names the Node that it needs before it does anything", async () => {
    clone.replaceNpm(noteCall);
    const script = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.18.3" } })`;
    const node = ["--import", `data:text/javascript,${encodeURIComponent(script)}`];
    expect(await clone.start({ node }).ended).toEqual({
      code: 3,
      output:
        "storyproof needs Node 20.19 or newer; this is 20.18.3. Newer ones: https://nodejs.org/en/download\n",
    });
    expect(clone.exists("calls")).toBe(false);
  });
});
