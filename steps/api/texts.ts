// Phrases about the text of an answer, line by line, and its size.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { failWith, withBody } from "./response-values.ts";

/** The line break at the end of a text begins no line. */
function linesOf(world: StoryWorld): readonly string[] {
  const text = world.lastResponse.text().replace(/\r?\n$/, "");
  return text === "" ? [] : text.split(/\r?\n/);
}

Then(
  ...phrase("the response text {check}", function (this: StoryWorld, check: Check) {
    failWith(check.judge(this.lastResponse.text(), "the response text"));
  }),
);

Then(
  ...phrase(
    "the response (body )(text )should have/contain {int} line(s)",
    function (this: StoryWorld, wanted: number) {
      const { length } = linesOf(this);
      if (length === wanted) return;
      throw new Error(
        withBody(
          `expected the response to have ${wanted} lines, but it has ${length}`,
          this.lastResponse,
        ),
      );
    },
  ),
);

Then(
  ...phrase(
    "line {int} of the response (body ){check}",
    function (this: StoryWorld, line: number, check: Check) {
      const lines = linesOf(this);
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
