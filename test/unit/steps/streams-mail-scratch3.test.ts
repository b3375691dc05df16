import { test } from "vitest";
import { sentencesFor } from "./phrase-samples.ts";
import { runCucumber } from "./run-cucumber.ts";
const f = (x: readonly string[]) => `Feature: Phrases\n  Scenario: All\n${x.map((one) => `    * ${one}`).join("\n")}\n`;
test("own", async () => {
  const own = [...(await runCucumber(f(["x"]), { pack: "streams", dryRun: true })).definitions, ...(await runCucumber(f(["x"]), { pack: "mail", dryRun: true })).definitions];
  const sentences = [...new Set(own.flatMap((p) => sentencesFor(p)))];
  const { steps } = await runCucumber(f(sentences), { pack: "index", dryRun: true });
  const bad = steps.filter(({ definitions: d }) => d.length !== 1).map(({ text, definitions: d }) => `${text} → ${d.join(" | ")}`);
  const used = new Set(steps.flatMap(({ definitions: d }) => d));
  console.log(sentences.length, own.length, bad.length);
  console.log(bad.slice(0,40).join("\n"));
  console.log(own.filter((p) => !used.has(p)));
}, 200_000);
