import { expect, it } from "vitest";
import type { Tag, TagLevel } from "../../../src/story/story.ts";
import { readTags } from "../../../src/tags/read-tags.ts";

function tag(level: TagLevel, ...names: string[]): readonly Tag[] {
  return names.map((name) => ({ name, level, line: 1, column: 1 }));
}

it("reads nothing from the author's own tags", () => {
  expect(readTags(tag("scenario", "@JIRA-12", "@team-blue", "@latency-notes"))).toEqual({
    links: {},
    gates: [],
    invariant: false,
    planned: false,
    productionSafe: false,
  });
});

it("takes the nearest tier and the nearest of single links, and adds up the others", () => {
  const reading = readTags([
    ...tag("feature", "@regression", "@owner:a", "@story:s", "@incident:1", "@touches:x"),
    ...tag("scenario", "@smoke", "@owner:b", "@incident:2", "@incident:1"),
  ]);
  expect(reading.tier).toBe("smoke");
  expect(reading.links).toEqual({
    owner: "b",
    story: "s",
    incident: ["1", "2"],
    touches: ["x"],
  });
});

it("recognises every gate, and flags", () => {
  const names = ["@latency:p95<300ms", "@rpm:600", "@errors:<1%", "@availability:99.9%"];
  const vitals = ["@lcp:p75<2.5s", "@inp:p75<200ms", "@cls:p75<0.1"];
  const reading = readTags(
    tag("scenario", ...names, ...vitals, "@invariant", "@planned", "@production-safe"),
  );
  expect(reading.gates.map((gate) => `@${gate.text}`)).toEqual([...names, ...vitals]);
  expect(reading).toMatchObject({ invariant: true, planned: true, productionSafe: true });
});

it("keeps gates of one kind that bound different things, and the nearest of those that bound the same", () => {
  const { gates } = readTags([
    ...tag("feature", "@latency:p95<500ms", "@latency:p99<1s", "@errors:<5%"),
    ...tag("scenario", "@latency:p95<300ms", "@errors:<1%"),
  ]);
  expect(gates.map((gate) => gate.text)).toEqual([
    "latency:p95<300ms",
    "latency:p99<1s",
    "errors:<1%",
  ]);
});

it("drops no gate, however odd: contradicting ones stand together, and one without a bound stays", () => {
  const { gates } = readTags(tag("scenario", "@rpm:10", "@rpm:20", "@latency"));
  expect(gates.map((gate) => gate.text)).toEqual(["rpm:10", "rpm:20", "latency"]);
});

it("says what a gate bounds, and leaves a malformed one as text", () => {
  const { gates } = readTags(tag("scenario", "@latency:p95<2.5s", "@errors:1%"));
  const bound = { limit: 2500, isInclusive: false };
  expect(gates).toEqual([
    {
      kind: "latency",
      text: "latency:p95<2.5s",
      value: { kind: "latency", quantile: 0.95, bound },
    },
    { kind: "errors", text: "errors:1%" },
  ]);
});

it("takes p95.0 for p95", () => {
  const reading = readTags([
    ...tag("feature", "@latency:p95<1s", "@latency:p99.90<3s"),
    ...tag("scenario", "@latency:p95.0<2s", "@latency:p99.9<4s"),
  ]);
  expect(reading.gates.map(({ text }) => text)).toEqual(["latency:p95.0<2s", "latency:p99.9<4s"]);
});
