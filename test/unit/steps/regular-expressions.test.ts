import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** Of a process: the flags of V8 hold for the whole of it. Those made before are interpreted by then. */
const program = `
  import { compileRegularExpressionsAtOnce } from "./steps/regular-expressions.ts";
  const made = () => Array.from({ length: 300 }, (_, index) => new RegExp("(\\\\w+)" + index + "x?y"));
  const replaceAll = (all, text) =>
    all.reduce((count, one) => count + text.replace(one, (found) => found + "!").length, 0);
  const before = made();
  replaceAll(before, "ab");
  compileRegularExpressionsAtOnce();
  let count = 0;
  for (let round = 0; round < 100; round += 1) count += replaceAll(before, "zz" + "q".repeat(round % 50) + round);
  const [one] = made();
  one.exec("0xy");
  process.stdout.write(JSON.stringify([count > 0, %RegexpHasBytecode(one, true), %RegexpHasNativeCode(one, true)]));
`;

test("those made before go on as they began, and those made after are compiled at their first use", () => {
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--allow-natives-syntax",
      "--import",
      `${repository}scripts/typescript.mjs`,
      "--input-type=module",
      "--eval",
      program,
    ],
    { cwd: repository, encoding: "utf8" },
  );
  expect({ status, signal, stdout }, stderr).toEqual({
    status: 0,
    signal: null,
    stdout: "[true,false,true]",
  });
});
