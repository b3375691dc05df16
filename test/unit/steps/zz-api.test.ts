import { test } from "vitest";
import { sentencesFor } from "./phrase-samples.ts";
import { runCucumber } from "./run-cucumber.ts";
test("x", async () => {
  const pack = "index";
  const mine = (await runCucumber("Feature: a\n  Scenario: b\n    * I am\n", { pack, dryRun: true })).definitions;
  const sentences = [...new Set(mine.flatMap((p) => sentencesFor(p)))];
  const { steps } = await runCucumber(`Feature: a\n  Scenario: b\n${sentences.map((s) => `    * ${s}`).join("\n")}\n`, { pack, dryRun: true });
  const bad = steps.filter((s) => s.definitions.length !== 1).map((s) => `${s.text} → ${s.definitions.join(" | ")}`);
  console.log(mine.length, sentences.length, bad.length, "\n" + bad.slice(0, 30).join("\n"));
}, 400000);
