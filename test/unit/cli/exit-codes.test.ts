import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { exitCodes } from "../../../src/cli/exit-codes.ts";

it("are the ones that docs/exit-codes.md lists", () => {
  const text = readFileSync("docs/exit-codes.md", "utf8");
  const documented = [...text.matchAll(/^\| (\d+) \| (\w+) \| (.+) \|$/gm)].map((row) =>
    row.slice(1),
  );
  const defined = Object.entries(exitCodes).map(([name, { code, meaning }]) => [
    String(code),
    name,
    meaning,
  ]);
  expect(documented).toEqual(defined);
});
