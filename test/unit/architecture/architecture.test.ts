// The import rules of .dependency-cruiser.cjs hold for what is there, and would not hold for what is wrong.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

function cruise(
  folder: string,
  paths: readonly string[],
): { readonly code: number | null; readonly rules: string[] } {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(repository, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      ...paths,
      "--config",
      join(repository, ".dependency-cruiser.cjs"),
      "--output-type",
      "json",
    ],
    { cwd: folder, encoding: "utf8", maxBuffer: 100_000_000 },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string } }[] };
  };
  return {
    code: status,
    rules: [...new Set(summary.violations.map(({ rule }) => rule.name))].sort(),
  };
}

test("every arrow points where the architecture wants it", () => {
  expect(cruise(repository, ["src", "steps", "reporters"])).toEqual({ code: 0, rules: [] });
});

const forbidden = [
  ["story-imports-no-sibling", "src/story/a.ts", "src/tags/b.ts"],
  ["checks-import-no-sibling", "src/checks/a.ts", "src/journey/b.ts"],
  ["measure-imports-no-sibling", "src/measure/a.ts", "src/gates/b.ts"],
  ["tags-know-stories-only", "src/tags/a.ts", "src/evidence/b.ts"],
  ["journey-owns-the-port", "src/journey/a.ts", "src/drivers/b.ts"],
  ["drivers-implement-the-port", "src/drivers/a.ts", "src/evidence/b.ts"],
  ["evidence-is-made-of-messages", "src/evidence/a.ts", "src/drivers/b.ts"],
  ["gaps-read-stories", "src/gaps/a.ts", "src/evidence/b.ts"],
  ["policy-judges-stories", "src/policy/a.ts", "src/evidence/b.ts"],
  ["config-imports-no-sibling", "src/config/a.ts", "src/journey/b.ts"],
  ["nothing-imports-the-edges", "src/policy/a.ts", "src/cli/b.ts"],
  ["reporters-know-evidence-only", "reporters/a.ts", "src/drivers/b.ts"],
  ["no-grab-bags", "src/history/a.ts", "src/history/utils/b.ts"],
  ["no-cycles", "src/gates/a.ts", "src/gates/b.ts"],
  ["no-cycles", "src/gates/b.ts", "src/gates/a.ts"],
] as const;

test("every rule finds what it forbids", () => {
  const folder = mkdtempSync(join(tmpdir(), "arrows-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = new Map<string, string>([["tsconfig.json", "{}"]]);
  for (const [, , to] of forbidden) files.set(to, "export const b = 1;\n");
  for (const [, from, to] of forbidden) {
    const path = `${"../".repeat(from.split("/").length - 1)}${to}`;
    files.set(from, `import * as other from "${path}";\nexport const b = other;\n`);
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(cruise(folder, ["src", "reporters"]).rules).toEqual(
    [...new Set(forbidden.map(([rule]) => rule))].sort(),
  );
});
