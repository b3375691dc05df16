// The marks of this project's own stories, judged by hand: test/golden/gaps/own-stories.txt. A change of it is a change of
// judgement; read what became better or worse before it is taken over (vitest -u). Known to be wrong: "Signing in makes up for the
// mistakes before" is no repetition, "To drop it twice is told" is no happy path, and neither is "A link to sign-in never
// leads on to <where>".
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { kindsOf } from "../../../src/gaps/kinds-of.ts";
import { readSignals } from "../../../src/gaps/read-signals.ts";
import { storyOf } from "../story/parse-feature.ts";
import { scenariosOf } from "./story-with.ts";

const folders = ["features", "examples/json-api/features", "examples/registry/features"];

test("every scenario has the kinds that were judged right", async () => {
  const signals = readSignals();
  const lines = listFiles().flatMap((file) => {
    const story = storyOf(readFileSync(file, "utf8"), file);
    const scenarios = scenariosOf(story).map((scenario) => {
      // Tiers are tags; there is nothing to judge.
      const marks = kindsOf(scenario, story, signals).filter(({ kind }) => kind !== "smoke");
      const kinds = marks.map(({ kind, state }) => (state === "planned" ? `(${kind})` : kind));
      return `  ${scenario.title}\n    ${kinds.join(", ")}`;
    });
    return [story.id, ...scenarios];
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../../golden/gaps/own-stories.txt");
});

function listFiles(): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".feature"))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
}
