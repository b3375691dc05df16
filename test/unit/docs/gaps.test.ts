// docs/gaps.md has every kind and every built-in signal, as they are.
import { expect, test } from "vitest";
import { signalPlaces } from "../../../src/config/gaps-options.ts";
import { builtInSignalNames } from "../../../src/config/gaps-signal-names.ts";
import { findConfigProblems } from "../../../src/config/validate.ts";
import { guaranteeKinds } from "../../../src/gaps/kinds.ts";
import { kindsOf } from "../../../src/gaps/kinds-of.ts";
import { readSignals } from "../../../src/gaps/read-signals.ts";
import { builtInSignals } from "../../../src/gaps/signals.ts";
import { storyOf } from "../story/parse-feature.ts";
import { readBlocks, readTables } from "./markdown-page.ts";

const page = "docs/gaps.md";
const bare = (cell = "") => cell.replaceAll("`", "");

test("every kind with its question, in the order in which they are shown", () => {
  const rows = readTables(page, ["kind", "question that its scenarios answer"]);
  expect(rows.map(([id, question]) => [bare(id), question])).toEqual(
    guaranteeKinds.map(({ id, question }) => [id, question]),
  );
});

test("every built-in signal with its place and reason, in the order in which they count", () => {
  const rows = readTables(page, ["signal", "looks at", "because", "only"]);
  expect(rows.map(([id, from, because]) => [bare(id), from, because])).toEqual(
    builtInSignals.map(({ id, from, because }) => [id, [from].flat().join(", "), because]),
  );
  expect(new Set(rows.map(([id]) => id)).size).toBe(builtInSignals.length);
});

test("the configuration knows every built-in signal", () => {
  expect(builtInSignalNames).toEqual(builtInSignals.map(({ id }) => id));
});

test("every place that a signal can look at", () => {
  const rows = readTables(page, ["place", "what it is"]);
  expect(rows.flatMap(([name]) => bare(name).split(", "))).toEqual(signalPlaces);
});

function readConfig(code = "") {
  const body = /export default defineConfig\((.*)\);\s*$/s.exec(code)?.[1];
  return new Function(`return (${body});`)();
}

test("the example of a configuration is right", () => {
  const [code] = readBlocks(page).flatMap((one) => (one.language === "js" ? one.code : []));
  const options = readConfig(code);
  expect(findConfigProblems(options)).toEqual([]);
  expect(options.gaps.signals).toHaveLength(2);
});

test("the example in another language: its signals tell what nothing built in does", () => {
  const blocks = readBlocks(page);
  const [, code] = blocks.flatMap((one) => (one.language === "js" ? one.code : []));
  const options = readConfig(code);
  expect(findConfigProblems(options)).toEqual([]);
  const [text = ""] = blocks.flatMap((one) => (one.language === "gherkin" ? one.code : []));
  const story = storyOf(text);
  const tell = (gaps: object) =>
    story.scenarios.map((one) => kindsOf(one, story, readSignals(gaps)).map(({ kind }) => kind));
  expect(tell({})).toEqual([[], [], []]);
  expect(tell(options.gaps)).toEqual([
    ["happy-path"],
    ["unhappy-path", "expiry"],
    ["unhappy-path", "repetition"],
  ]);
});
