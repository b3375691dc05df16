// Phrases that say what an answer's body must be: one check type, a few subjects.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { readCheck } from "../read-check.ts";
import { pairsOf } from "../tables.ts";
import { judgeCell } from "./cells.ts";
import { judgePart, pathValue, type ResponsePart } from "./response-part.ts";
import { failWith, failWithAll } from "./response-values.ts";

Then(
  ...phrase("{response} {check}", function (this: StoryWorld, part: ResponsePart, check: Check) {
    failWith(judgePart(this.lastResponse, part, check));
  }),
);

Then(
  ...phrase(
    "{response} {check} in/at (the )(path )(field )(array )(list )(object ){text}",
    function (this: StoryWorld, _part: ResponsePart, check: Check, path: string) {
      failWith(judgePart(this.lastResponse, { kind: "path", path }, check));
    },
  ),
);

Then(
  ...phrase(
    "{response} {check} in the response( body)",
    function (this: StoryWorld, part: ResponsePart, check: Check) {
      failWith(judgePart(this.lastResponse, part, check));
    },
  ),
);

/** What a response has under that name, and what that is called: a header, a cookie it sets, a place in its JSON. */
function memberOf(
  response: ApiResponse,
  member: string,
  name: string,
): { value: unknown; words: string; hint?: string } {
  if (member === "header") return { value: response.header(name), words: `the header "${name}"` };
  if (member === "cookie") {
    const set = response.headers.find(
      ([key, value]) => key.toLowerCase() === "set-cookie" && value.startsWith(`${name}=`),
    );
    return { value: set?.[1].slice(name.length + 1).split(";")[0], words: `the cookie "${name}"` };
  }
  return { ...pathValue(response, name), words: `"${name}" of the response` };
}

function demandMember(world: StoryWorld, negated: boolean, member: string, name: string): void {
  const { value, words, hint } = memberOf(world.lastResponse, member, name);
  if ((value !== undefined) !== negated) return;
  throw new Error(
    negated
      ? `expected ${words} not to exist, but it was ${JSON.stringify(value)}`
      : `expected ${words} to exist, but there is none${hint === undefined ? "" : `\n${hint}`}`,
  );
}

Then(
  ...phrase(
    "the (JSON )response (body )(JSON ){has} (the )(a )(an ){member} (named )(called ){text}",
    function (this: StoryWorld, negated: boolean, member: string, name: string) {
      demandMember(this, negated, member, name);
    },
  ),
);

Then(
  ...phrase(
    "the (JSON )response (body )(JSON ){has} (the )(a )(an ){text} {member}",
    function (this: StoryWorld, negated: boolean, name: string, member: string) {
      demandMember(this, negated, member, name);
    },
  ),
);

Then(
  ...phrase(
    "the (JSON )response (body )(JSON ){has} (the )(a )(an ){member} {text} (with )(the )(a )(value )(equal to )(of )(set to ){value}",
    function (this: StoryWorld, negated: boolean, member: string, name: string, wanted: unknown) {
      const { value, words, hint } = memberOf(this.lastResponse, member, name);
      const isSo = typeof wanted === "string" ? String(value) === wanted : value === wanted;
      // Headers and cookies are wished away; a misspelt path has no value that could be the wrong one.
      const isKnown = value !== undefined || !negated || /header|cookie/.test(member);
      if (isSo !== negated && isKnown) return;
      const told =
        value === undefined
          ? `there is none${hint === undefined ? "" : `\n${hint}`}`
          : `it was ${JSON.stringify(value)}`;
      throw new Error(
        `expected ${words} ${negated ? "not " : ""}to be ${JSON.stringify(wanted)}, but ${told}`,
      );
    },
  ),
);

const valuesShape =
  '  | customer.email | "ada@example.com" |\n  | total          | should be greater than 5 |';

/** One column: these are there ("values" want two). Two: path and value, or path and check. */
function judgeFields(
  world: StoryWorld,
  part: ResponsePart,
  word: string,
  table: DataTable,
  verb = "be",
): readonly (string | undefined)[] {
  const { lastResponse } = world;
  if (word === "values") pairsOf(world, table, valuesShape);
  return table.raw().map(([path = "", cell, ...more]) => {
    if (more.length > 0) {
      throw new StoryError(
        `This table has ${more.length + 2} columns, but the step wants 1 or 2:\n${valuesShape}`,
      );
    }
    const place = world.resolve(path);
    const { value, hint } = pathValue(lastResponse, belowPart(part, place));
    const subject = `"${place}" of the response`;
    if (cell !== undefined && verb === "contain")
      return readCheck(world, `should contain ${JSON.stringify(cell)}`).judge(value, subject);
    if (cell !== undefined) return judgeCell(world, cell, value, subject);
    return value === undefined
      ? `expected ${subject} to exist, but there is none\n${hint ?? ""}`.trimEnd()
      : undefined;
  });
}

/** The place below the part of which the sentence speaks. */
function belowPart(part: ResponsePart, place: string): string {
  if (part.kind !== "path") return place;
  const below = place.replace(/^\$\.?/, "");
  return below.startsWith("[") ? part.path + below : `${part.path}.${below}`;
}

Then(
  ...phrase(
    "{response} should have/contain/include/match (the )(following )(expected ){fields}:",
    function (this: StoryWorld, part: ResponsePart, word: string, table: DataTable) {
      failWithAll(judgeFields(this, part, word, table));
    },
  ),
);

Then(
  ...phrase(
    "the JSON {fields} should {becontain}:",
    function (this: StoryWorld, word: string, verb: string, table: DataTable) {
      failWithAll(judgeFields(this, { kind: "json" }, word, table, verb));
    },
  ),
);

Then(
  ...phrase(
    "{response} should not have/contain/include (any of )(the )(following ){fields}:",
    function (this: StoryWorld, part: ResponsePart, _word: string, table: DataTable) {
      const there = table.raw().flatMap(([path = ""]) => {
        const place = this.resolve(path);
        const { value } = pathValue(this.lastResponse, belowPart(part, place));
        return value === undefined
          ? []
          : [
              `expected "${place}" of the response not to exist, but it was ${JSON.stringify(value)}`,
            ];
      });
      failWithAll(there);
    },
  ),
);

// A piece of the text; at a path the value itself.
Then(
  ...phrase(
    "{actor} {seesin} {value} in/at {response}",
    function (
      this: StoryWorld,
      _actor: Actor,
      negated: boolean,
      wanted: unknown,
      part: ResponsePart,
    ) {
      const verb = part.kind === "path" ? "be" : "contain";
      const check = readCheck(
        this,
        `should ${negated ? "not " : ""}${verb} ${JSON.stringify(wanted)}`,
      );
      const text: ResponsePart = part.kind === "path" ? part : { kind: "text" };
      failWith(judgePart(this.lastResponse, text, check));
    },
  ),
);
