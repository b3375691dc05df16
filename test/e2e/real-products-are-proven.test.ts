import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { installExamples, startProof } from "./example-project.ts";

/** Only where no set-up ran before; npm may have to fetch everything over a slow line. */
const patientMs = 240_000;

beforeAll(installExamples, patientMs);

interface Truth {
  readonly verdict: string;
  readonly counts: { readonly proven: number; readonly refuted: number; readonly unproven: number };
  readonly run: { readonly environments: readonly { readonly baseUrl: string }[] };
}

function truthOf(folder: string): Truth {
  return JSON.parse(readFileSync(join(folder, "reports/truth.json"), "utf8"));
}

describe.each([
  ["examples/json-api", 25],
  ["examples/registry", 40],
])("%s", (folder, atLeast) => {
  it("is proven on this machine alone, and leaves nothing", { timeout: patientMs }, async () => {
    const running = startProof(folder);
    const proof = await running.ended;
    expect(proof, proof.output).toMatchObject({ code: 0, leftovers: [], outside: [] });
    const { verdict, counts, run } = truthOf(folder);
    expect(verdict).toBe("proven");
    expect(counts).toMatchObject({ refuted: 0, unproven: 0 });
    expect(counts.proven).toBeGreaterThanOrEqual(atLeast);
    expect(running.isAlive()).toBe(false);
    for (const { baseUrl } of run.environments) await expect(fetch(baseUrl)).rejects.toThrow();
  });

  it("has no steps of its own: the packaged ones are enough", () => {
    const made = ["node_modules", "reports"];
    const own = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (!entry.isDirectory()) return entry.name;
      return made.includes(entry.name) ? [] : readdirSync(join(folder, entry.name));
    });
    const code = own.filter((path) => /\.[cm]?[jt]sx?$/.test(path));
    expect(code.sort()).toEqual(["cucumber.js", "prove.mjs"]);
    expect(readFileSync(join(folder, "cucumber.js"), "utf8")).not.toContain("own");
  });

  it("says two commands, and they are there", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const [, commands] = /```console\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(commands).toBe("$ npm ci\n$ npm test\n");
  });

  it("locks the packages that storyproof needs, from nowhere in particular", () => {
    const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const remedy = `rm -r package-lock.json node_modules && npm install, in ${folder}`;
    expect(lock.packages["node_modules/storyproof"].dependencies, remedy).toEqual(dependencies);
    const resolved = Object.values<{ resolved?: string }>(lock.packages).flatMap(
      (entry) => entry.resolved ?? [],
    );
    expect(resolved).toEqual(["file:../.."]);
  });
});

it("what is typed behind npm test goes to cucumber-js", { timeout: patientMs }, async () => {
  const args = ["--dry-run", "--tags", "@smoke"];
  const { code, output } = await startProof("examples/json-api", args).ended;
  expect(code, output).toBe(0);
  const [, scenarios] = /^(\d+) scenarios/m.exec(output) ?? [];
  expect(Number(scenarios)).toBe(6);
});

it("Ctrl-C ends the registry with all it started, and says what was proven", {
  timeout: patientMs,
}, async () => {
  const running = startProof("examples/registry");
  await running.printed(".");
  running.interrupt();
  const { code, output, leftovers } = await running.ended;
  expect(output).toContain("storyproof: stopped by SIGINT");
  // npm ends by the signal that it got; what it ran, with 130.
  expect(["SIGINT", 130]).toContain(code);
  expect(leftovers).toEqual([]);
  expect(running.isAlive()).toBe(false);
});

it("a product that lost a task is refuted", { timeout: patientMs }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "json-api-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["package.json", "cucumber.js", "prove.mjs", "features"]) {
    cpSync(join("examples/json-api", name), join(folder, name), { recursive: true });
  }
  symlinkSync(resolve("examples/json-api/node_modules"), join(folder, "node_modules"), "dir");
  const data = JSON.parse(readFileSync("examples/json-api/db.json", "utf8"));
  writeFileSync(join(folder, "db.json"), JSON.stringify({ ...data, tasks: data.tasks.slice(1) }));
  const { code, output } = await startProof(folder, ["features/find-tasks.feature"]).ended;
  expect(code, output).toBe(1);
  expect(truthOf(folder).verdict).toBe("refuted");
});
