// Phrases about the text of an answer, line by line, and its size.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { readCsv } from "../../src/checks/csv-table.ts";
import { linesOf } from "../../src/checks/size.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { failWith } from "./response-values.ts";

Then(
  ...phrase("the response text {check}", function (this: StoryWorld, check: Check) {
    failWith(check.judge(this.lastResponse.text(), "the response text"));
  }),
);

/** The values of each row below the headings. */
function csvLines({ lastResponse }: StoryWorld): readonly string[] {
  return readCsv(lastResponse.text()).rows.map((row) => Object.values(row).join(","));
}

Then(
  ...phrase(
    "line/row {int} of the {linesof} {check}",
    function (this: StoryWorld, line: number, of: string, check: Check) {
      const lines = of.includes("CSV") ? csvLines(this) : linesOf(this.lastResponse.text());
      const failure = check.judge(lines[line - 1], `line ${line} of the response`);
      failWith(
        failure && lines[line - 1] === undefined
          ? `${failure}: it has ${lines.length} lines`
          : failure,
      );
    },
  ),
);

Then(
  ...phrase(
    "the (response )(body )size( in bytes)( of the response) {check}",
    function (this: StoryWorld, check: Check) {
      failWith(check.judge(this.lastResponse.body.length, "the size of the response in bytes"));
    },
  ),
);
