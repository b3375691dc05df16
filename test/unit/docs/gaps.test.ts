// docs/gaps.md has every kind and every built-in signal, as they are.
import { expect, test } from "vitest";
import { signalPlaces } from "../../../src/config/gaps-options.ts";
import { guaranteeKinds } from "../../../src/gaps/kinds.ts";
import { builtInSignals } from "../../../src/gaps/signals.ts";
import { readTables } from "./markdown-page.ts";

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

test("every place that a signal can look at", () => {
  const rows = readTables(page, ["place", "what it is"]);
  expect(rows.flatMap(([name]) => bare(name).split(", "))).toEqual(signalPlaces);
});
