import { expect, test } from "vitest";
import { coloured, plain } from "../../../../src/lint/formats/palette.ts";
import { renderText } from "../../../../src/lint/formats/text.ts";
import { noOutcomeFinding, reportOf, silencedTag, spaceFinding, tagFinding } from "./report.ts";

test("findings stand by file, with line, pointer and way out, and are counted", () => {
  const report = reportOf([tagFinding, spaceFinding, noOutcomeFinding]);
  expect(renderText(report, plain)).toBe(`features/orders.feature
  3:17  error  a latency needs a unit.  tags/malformed
      @latency:p95<300 @smoke
                  ^~~
      features/other.feature:1: where it is right
      Write @latency:p95<300ms.

  9:20  note  this line ends with space.  layout/trailing-space (--fix)
      Remove it.

features/sign in.feature
  12:3  warning  this scenario expects nothing: it has no outcome step.  structure/no-outcome
      Scenario: A customer signs in
      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      Add a Then that says what holds afterwards.

1 error, 1 warning and 1 note in 2 of 14 files. --fix mends 1 of them.
`);
});

test("nothing found is said too, and what was mended", () => {
  expect(renderText(reportOf([]), plain)).toBe("Nothing to say about 14 files.\n");
  expect(renderText(reportOf([], { files: 1, mended: 2 }), plain)).toBe(
    "Mended 2 problems. Nothing to say about 1 file.\n",
  );
  expect(renderText(reportOf([noOutcomeFinding], { mended: 1 }), plain)).toMatch(
    /\nMended 1 problem\. 1 warning in 1 of 14 files\.\n$/,
  );
});

test("what weighs more stands out by its colour", () => {
  const text = renderText(reportOf([tagFinding, noOutcomeFinding]), coloured);
  expect(text).toContain("\u001b[31merror\u001b[39m");
  expect(text).toContain("\u001b[33mwarning\u001b[39m");
  expect(text).toContain("\u001b[1mfeatures/orders.feature\u001b[22m");
  expect(text).toContain("\u001b[31m^~~\u001b[39m");
});

test("no text of a file steers the terminal", () => {
  const hostile = {
    ...tagFinding,
    uri: "a\u001b[2J\n.feature",
    message: "\u001b]0;x\u0007",
    excerpt: "\u001b[31m@latency",
    wayOut: "b\rc",
    related: [{ uri: "\u009b.feature", line: 1, message: "\u001b" }],
  };
  expect(renderText(reportOf([hostile]), plain)).not.toMatch(/(?!\n)\p{Cc}/u);
});

test("what comments silence is told at the end, whatever else there is", () => {
  const one = { silenced: [silencedTag] };
  expect(renderText(reportOf([], one), plain)).toBe(
    "Nothing to say about 14 files. 1 silenced by a comment (1 error).\n",
  );
  const two = { silenced: [silencedTag, { ...silencedTag, finding: spaceFinding, line: 8 }] };
  expect(renderText(reportOf([noOutcomeFinding], two), plain)).toMatch(
    /\n1 warning in 1 of 14 files\. 2 silenced by comments \(1 error\)\.\n$/,
  );
  const light = { silenced: [{ ...silencedTag, finding: spaceFinding }] };
  expect(renderText(reportOf([], light), plain)).toMatch(/ 1 silenced by a comment\.\n$/);
});
