// npm run coverage: which lines the tests of the code and the stories reach together, counted by c8 over both.
// Fails below 90 % of the lines of src, steps and reporters.
import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { runChild } from "./children.mjs";
import { runScript } from "./interruption.mjs";
import { withProduct } from "./product.mjs";
import { root, setUp } from "./setup.mjs";
import { runStories } from "./stories.mjs";

const folder = join(root, "coverage");
const temporary = join(folder, "tmp");
const folders = ["src", "steps", "reporters"];
const leastLinePercent = 90;

await runScript(async (signal) => {
  await setUp({ signal });
  await rm(folder, { recursive: true, force: true });
  const env = { ...process.env, NODE_V8_COVERAGE: temporary };
  const codes = [await testCode(env, signal), await proveStories(env, signal)];
  codes.push(await report(signal));
  return codes.find((code) => code !== 0) ?? 0;
});

function testCode(env, signal) {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const args = ["--import=./scripts/typescript.mjs", vitest, "run", "--config"];
  const config = "scripts/coverage.config.mjs";
  return runChild(process.execPath, [...args, config], { cwd: root, env, signal });
}

function proveStories(env, signal) {
  return withProduct({ signal }, (url) => runStories(["-p", "full"], { url, signal, env }));
}

/** Files that hold types alone have no line that could run, and would count as never reached. */
async function listTypesOnly() {
  const { default: typescript } = await import("typescript");
  const { ModuleKind, ScriptTarget, transpileModule } = typescript;
  const compilerOptions = {
    module: ModuleKind.ESNext,
    target: ScriptTarget.ESNext,
    verbatimModuleSyntax: true,
    removeComments: true,
  };
  const holdsTypesOnly = (path) => {
    const { outputText } = transpileModule(readFileSync(path, "utf8"), { compilerOptions });
    return outputText.trim() === "export {};";
  };
  const files = folders.flatMap((name) =>
    readdirSync(join(root, name), { recursive: true })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => join(name, path)),
  );
  return files.filter((path) => holdsTypesOnly(join(root, path)));
}

async function report(signal) {
  const c8 = join(root, "node_modules", "c8", "bin", "c8.js");
  const where = ["--temp-directory", temporary, "--reports-dir", folder];
  const what = [
    "--all",
    "--extension",
    ".ts",
    ...folders.flatMap((name) => ["--include", `${name}/**`]),
  ];
  const not = (await listTypesOnly()).flatMap((path) => ["--exclude", path]);
  const how = ["--reporter", "text", "--reporter", "html"];
  const least = ["--check-coverage", "--lines", String(leastLinePercent)];
  const others = ["--branches", "0", "--functions", "0", "--statements", "0"];
  const args = ["report", ...where, ...what, ...not, ...how, ...least, ...others];
  return runChild(process.execPath, [c8, ...args], { cwd: root, signal });
}
