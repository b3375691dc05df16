// The peer of lint.mjs: reads every file below a folder, parses and compiles it, keeps nothing.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from "@cucumber/gherkin";
import { IdGenerator } from "@cucumber/messages";

const folder = process.argv[2];
const newId = IdGenerator.incrementing();
let pickles = 0;
let steps = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
  const document = parser.parse(readFileSync(path, "utf8"));
  for (const pickle of compile(document, path, newId)) {
    pickles += 1;
    steps += pickle.steps.length;
  }
}
console.log(`${pickles} pickles, ${steps} steps`);
