import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeSmallClone, type SmallClone } from "./small-clone.ts";

let clone: SmallClone;

beforeEach(() => {
  clone = makeSmallClone();
});
afterEach(() => clone.remove());

const install = `mkdir -p node_modules; echo '{"packages":{}}' > node_modules/.package-lock.json`;
const patient = { timeout: 20_000 };
// npm that does its work when the test lets it.
const waiting = `echo called >> calls; until test -e go; do sleep 0.05; done; ${install}`;

describe("the set-up of a clone", () => {
  it("runs npm once when two are started at the same time", async () => {
    clone.replaceNpm(waiting);
    const first = clone.start();
    await expect.poll(() => clone.exists("calls"), patient).toBe(true);
    const second = clone.start();
    await expect.poll(second.output, patient).toContain("Another set-up is running in this clone");
    clone.write("go", "");
    const both = await Promise.all([first.ended, second.ended]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(clone.read("calls")).toBe("called\n");
    expect(clone.exists(".storyproof/setup.lock")).toBe(false);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends npm on %s with code %i, and can be run again", async (signal, code) => {
    clone.replaceNpm(`echo $$ > pid; ${waiting}`);
    const { child, ended } = clone.start();
    await expect.poll(() => clone.exists("calls"), patient).toBe(true);
    child.kill(signal);
    expect((await ended).code).toBe(code);
    expect(() => process.kill(Number(clone.read("pid")), 0)).toThrow("ESRCH");
    expect(clone.exists(".storyproof/setup.lock")).toBe(false);
    clone.replaceNpm(install);
    expect((await clone.start().ended).code).toBe(0);
  });

  it("does not wait for one that was killed", async () => {
    clone.replaceNpm(waiting);
    const { child, ended } = clone.start();
    await expect.poll(() => clone.exists("calls"), patient).toBe(true);
    child.kill("SIGKILL");
    // Its npm has outlived it, and ends now.
    clone.write("go", "");
    await ended;
    expect(clone.exists(".storyproof/setup.lock/pid")).toBe(true);
    clone.replaceNpm(install);
    expect((await clone.start().ended).code).toBe(0);
  });
});
