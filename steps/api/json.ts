// Phrases that compare a whole body, or a part of its JSON, with a whole.
import type { DataTable } from "@cucumber/cucumber";
import { Then } from "@cucumber/cucumber";
import type { MatchOptions } from "../../src/checks/json-match.ts";
import { describeMismatches } from "../../src/checks/json-mismatch.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { parseStoryJson } from "../json-text.ts";
import { matchStoryJson } from "../match-story-json.ts";
import { phrase } from "../phrase.ts";
import { readProjectFile } from "../project-files.ts";
import type { Comparison } from "./answer-parameters.ts";
import { cellValue } from "./bodies.ts";
import { demandBytes, isText } from "./compare-bytes.ts";
import { compareText, demandTexts } from "./compare-text.ts";
import { isJson, jsonOf, nameOf, type ResponsePart } from "./response-part.ts";

type Order = MatchOptions["order"];

/** Throws every mismatch, or that there is none where there should be one. */
function compareJson(
  world: StoryWorld,
  part: ResponsePart,
  { exact, negated }: Comparison,
  expected: unknown,
  order: Order = "ordered",
): void {
  const actual = jsonOf(world.lastResponse, part);
  const mismatches = matchStoryJson(actual, expected, { mode: exact ? "exact" : "partial", order });
  if (mismatches.length > 0 && !negated) {
    throw new Error(describeMismatches(mismatches, nameOf(part)));
  }
  if (mismatches.length === 0 && negated) {
    throw new Error(`expected ${nameOf(part)} not to match, but it does`);
  }
}

Then(
  ...phrase(
    "{response} {compare} (the )(this )(following )(expected ){jsonform}:",
    function (
      this: StoryWorld,
      part: ResponsePart,
      comparison: Comparison,
      _word: string,
      expected: string,
    ) {
      compareJson(this, part, comparison, parseStoryJson(this, expected));
    },
  ),
);

Then(
  ...phrase(
    "{response} {compare}( the)( following)( JSON)( values)( elements){anyorder}:",
    function (
      this: StoryWorld,
      part: ResponsePart,
      comparison: Comparison,
      _anyOrder: string,
      content: string | DataTable,
    ) {
      const expected =
        typeof content === "string"
          ? parseStoryJson(this, content)
          : content.raw().map(([cell = ""]) => cellValue(this, cell));
      compareJson(this, part, comparison, expected, "any");
    },
  ),
);

function readJsonFile(world: StoryWorld, path: string): unknown {
  return parseStoryJson(world, Buffer.from(readProjectFile(path, world)).toString("utf8"));
}

/** Text as text; a body that the file is to be byte for byte also by its bytes, which need not be text. */
function compareFile(
  world: StoryWorld,
  part: ResponsePart,
  comparison: Comparison,
  path: string,
): void {
  const content = readProjectFile(path, world);
  const isWhole = comparison.exact && part.kind !== "path";
  if (isWhole && !(isText(content) && isText(world.lastResponse.body)))
    demandBytes(world.lastResponse.body, content, comparison.negated, path);
  else compareText(world, part, comparison, Buffer.from(content).toString("utf8"));
}

Then(
  ...phrase(
    "{response} {compare} {thefile} {text}",
    function (
      this: StoryWorld,
      part: ResponsePart,
      comparison: Comparison,
      _words: string,
      path: string,
    ) {
      if (/\.json$/i.test(path)) compareJson(this, part, comparison, readJsonFile(this, path));
      else compareFile(this, part, comparison, path);
    },
  ),
);

Then(
  ...phrase(
    "{response} {compare} (the )JSON in/from/of (the )file {text} in any order",
    function (this: StoryWorld, part: ResponsePart, comparison: Comparison, path: string) {
      compareJson(this, part, comparison, readJsonFile(this, path), "any");
    },
  ),
);

Then(
  ...phrase(
    "{response} {compare}( the)( this)( following)( text)( value)( content)( body)( string)( data)( lines)( texts)( strings):",
    function (
      this: StoryWorld,
      part: ResponsePart,
      comparison: Comparison,
      content: string | DataTable,
    ) {
      if (typeof content !== "string") {
        demandTexts(this, comparison, content);
        return;
      }
      const isJsonWanted = /^\s*[[{]/.test(content) && isJson(this.lastResponse);
      // A piece of the body's text may look like JSON, and hold what no JSON is.
      if (isJsonWanted || part.kind === "json")
        compareJson(this, part, comparison, parseStoryJson(this, content));
      else compareText(this, part, comparison, this.resolve(content));
    },
  ),
);
