// How this repository's TypeScript becomes JavaScript: types are taken away, nothing is checked. What was made is kept
// in node_modules/.cache, one file for each source, since every test that starts a program loads the same sources.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL("../node_modules/.cache/typescript/", import.meta.url));
const { version } = require("typescript/package.json");
// Emits what the sources are; where they stand is told by the map.
const options = { target: "ES2022", module: "ESNext", inlineSourceMap: true, inlineSources: true };
const recipe = JSON.stringify([version, options]);

/** Node's hook: TypeScript files are modules, whatever the package.json beside them says. */
export async function load(url, context, nextLoad) {
  if (!/^file:.+\.[cm]?ts(?:$|\?)/.test(url) || url.includes("/node_modules/")) {
    return nextLoad(url, context);
  }
  return { format: "module", shortCircuit: true, source: compile(fileURLToPath(url)) };
}

function compile(path) {
  const source = readFileSync(path, "utf8");
  const key = createHash("sha256").update(recipe).update(source).digest("hex");
  const kept = join(folder, createHash("sha256").update(path).digest("hex"));
  return read(kept, key) ?? make(path, source, { key, kept });
}

/** What was made of the same text before: the key stands in the first line. */
function read(kept, key) {
  try {
    const text = readFileSync(kept, "utf8");
    return text.startsWith(`${key}\n`) ? text.slice(key.length + 1) : undefined;
  } catch {
    return undefined;
  }
}

function make(path, source, { key, kept }) {
  const { transpileModule, ModuleKind, ScriptTarget } = require("typescript");
  const compilerOptions = {
    ...options,
    target: ScriptTarget[options.target],
    module: ModuleKind[options.module],
    verbatimModuleSyntax: true,
  };
  const { outputText } = transpileModule(source, { compilerOptions, fileName: path });
  keep(kept, `${key}\n${outputText}`);
  return outputText;
}

/** Whoever reads meanwhile sees the whole of it or the one before. Without a place to keep it, it is made again. */
function keep(kept, text) {
  const own = `${kept}.${process.pid}.${Math.random()}`;
  try {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(own, text);
    renameSync(own, kept);
  } catch {}
}
