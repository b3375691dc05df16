import { expect, test } from "vitest";
import { renderGithub } from "../../../../src/lint/formats/github.ts";
import { noOutcomeFinding, reportOf, silencedTag, spaceFinding, tagFinding } from "./report.ts";

test("one command for each finding", () => {
  expect(renderGithub(reportOf([tagFinding, spaceFinding, noOutcomeFinding]))).toBe(
    [
      "::error file=features/orders.feature,line=3,endLine=3,col=17,endColumn=19,title=tags/malformed::a latency needs a unit.%0AWrite @latency:p95<300ms.",
      "::notice file=features/orders.feature,line=9,endLine=9,col=20,endColumn=21,title=layout/trailing-space::this line ends with space.%0ARemove it.",
      "::warning file=features/sign in.feature,line=12,col=3,title=structure/no-outcome::this scenario expects nothing: it has no outcome step.%0AAdd a Then that says what holds afterwards.",
      "",
    ].join("\n"),
  );
});

test("neither a file's name nor its text can begin a command of its own", () => {
  const hostile = {
    ...tagFinding,
    uri: "a\n::set-env name=x::y,line=9::b%0A.feature",
    message: "100%\r\n::add-mask::secret",
    wayOut: "\u001b[0m",
  };
  const text = renderGithub(reportOf([hostile]));
  expect(text).toBe(
    "::error file=a%0A%3A%3Aset-env name=x%3A%3Ay%2Cline=9%3A%3Ab%250A.feature,line=3,endLine=3,col=17,endColumn=19,title=tags/malformed::100%25␍%0A::add-mask::secret%0A␛[0m\n",
  );
  expect(text.split(/\r\n|\r|\n/)).toHaveLength(2);
});

test("what comments silence is one notice", () => {
  expect(renderGithub(reportOf([], { silenced: [silencedTag, silencedTag] }))).toBe(
    "::notice title=storyproof::2 silenced by a comment (2 errors).\n",
  );
});
