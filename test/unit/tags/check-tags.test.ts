import { describe, expect, it } from "vitest";
import { checkTags, listTagGroups } from "../../../src/tags/check-tags.ts";
import { makeTagParser, parseTag } from "../../../src/tags/parse-tag.ts";
import { explainSpacedTag } from "../../../src/tags/spaced-tag.ts";
import { storyOf } from "../story/parse-feature.ts";
import { readGoldenFiles } from "./golden.ts";

const everywhere = `@story:shop @latency:p95<1
Feature: Shop
  @smok
  Scenario: outside
    * a step
  @rpm:10k @errors:1%
  Rule: Inside
    @Smoke
    Scenario: a
      * a step
    @planned
    Scenario Outline: b
      * a <step>
      @runs:x
      Examples:
        | step |
        | one  |
`;

it("tells every problem of a story once, in the order of the file, also of what is inherited", () => {
  const problems = checkTags(storyOf(everywhere));
  expect(problems.map(({ tag, line, column }) => `${line}:${column} ${tag}`)).toEqual([
    "1:26 @latency:p95<1",
    "3:4 @smok",
    "6:8 @rpm:10k",
    "6:19 @errors:1%",
    "8:6 @Smoke",
    "14:13 @runs:x",
  ]);
});

it("gives the same with a parser that remembers", () => {
  const story = storyOf(everywhere);
  const parse = makeTagParser();
  expect(checkTags(story, parse)).toEqual(checkTags(story));
  expect(checkTags(story, parse)).toEqual(checkTags(story, parseTag));
});

it("gives the same for every golden tag, in any order of keys", () => {
  const parse = makeTagParser();
  for (const name of readGoldenFiles().flatMap(({ tags }) => [...tags, ...tags])) {
    const tag = { name, level: "scenario", line: 1, column: 1 } as const;
    expect(parse(tag, "a"), name).toEqual(parseTag(tag, "a"));
  }
});

it("places a problem where the tag stands, in the file that is asked about", () => {
  const tag = { name: "@hold:30", level: "rule", line: 7, column: 5 } as const;
  for (const parse of [parseTag, makeTagParser()]) {
    parse(tag, "first.feature");
    expect(parse({ ...tag, line: 9 }, "features/a.feature")).toEqual({
      kind: "malformed",
      problems: [
        {
          tag: "@hold:30",
          uri: "features/a.feature",
          line: 9,
          column: 11,
          length: 2,
          message: "the time has no unit: ms, s or min",
          wayOut: "Write @hold:30s.",
        },
      ],
    });
  }
});

it("lists the tags of a story as they were written, place by place", () => {
  const groups = [...listTagGroups(storyOf(everywhere))].filter((group) => group.length > 0);
  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([
    ["@story:shop", "@latency:p95<1"],
    ["@smok"],
    ["@rpm:10k", "@errors:1%"],
    ["@Smoke"],
    ["@planned"],
    ["@runs:x"],
  ]);
});

describe("tags beside each other", () => {
  const messages = (tags: string): readonly string[] =>
    checkTags(storyOf(`Feature: a\n\n  ${tags}\n  Scenario: b\n    * c\n`)).map(
      ({ column, length, message, wayOut }) => `${column}+${length} ${message}. ${wayOut}`,
    );

  it.each([
    [
      "@smoke @regression",
      "10+11 @smoke stands beside it, and there can be only one tier. Keep either @smoke or @regression.",
    ],
    [
      "@latency:p95<1s @latency:p95.0<=2s",
      "19+18 @latency:p95<1s stands beside it, and there can be only one latency at p95. Keep either @latency:p95<1s or @latency:p95.0<=2s.",
    ],
    [
      "@rpm:10 @rpm:20",
      "11+7 @rpm:10 stands beside it, and there can be only one rpm. Keep either @rpm:10 or @rpm:20.",
    ],
    [
      "@owner:a @owner:b",
      "12+8 @owner:a stands beside it, and there can be only one owner. Keep either @owner:a or @owner:b.",
    ],
    [
      "@id:a @id:b",
      "9+5 @id:a stands beside it, and there can be only one id. Keep either @id:a or @id:b.",
    ],
    [
      "@seed:1 @seed:2",
      "11+7 @seed:1 stands beside it, and there can be only one seed. Keep either @seed:1 or @seed:2.",
    ],
  ])("%s contradict each other", (tags, message) => {
    expect(messages(tags)).toEqual([message]);
  });

  it.each([
    "@smoke @smoke",
    "@latency:p95<1s @latency:p99<2s @latency:max<3s",
    "@latency:p95<1s @lcp:p95<1s",
    "@incident:1 @incident:2 @compliance:a @compliance:b @touches:x @touches:y",
    "@invariant @planned @production-safe @always",
    "@samples:5 @runs:5 @warmup:5",
    "@errors:<1% @availability:99%",
    "@planned @rpm:600",
    "@samples:500",
  ])("%s go together, as far as this looks", (tags) => {
    expect(messages(tags)).toEqual([]);
  });

  it("may say another thing at another place: the nearest wins", () => {
    const story = storyOf("@smoke @rpm:1\nFeature: a\n  @full @rpm:2\n  Scenario: b\n    * c\n");
    expect(checkTags(story)).toEqual([]);
  });
});

describe("a tag with spaces", () => {
  const place = { uri: "a.feature", line: 3 };

  it("is told what it was meant to be", () => {
    expect(explainSpacedTag("  @smoke @latency:p95 < 300 @rpm:1", place)).toEqual({
      tag: "@latency:p95 < 300",
      ...place,
      column: 10,
      length: 18,
      message: "a tag has no spaces",
      wayOut: "Write @latency:p95<300ms.",
    });
    expect(explainSpacedTag("@errors: <1% # soon", place)?.wayOut).toBe("Write @errors:<1%.");
  });

  it("of the author's own is joined, or was more than one", () => {
    expect(explainSpacedTag("@team blue", place)?.wayOut).toBe(
      "Write @team-blue, or @ before each of the tags.",
    );
  });

  it("is not seen where there is none", () => {
    expect(explainSpacedTag("@a  @b @c #d e", place)).toBeUndefined();
  });
});
