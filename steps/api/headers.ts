// Phrases about the headers of an answer: types, caching, redirects.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import type { Comparison } from "./answer-parameters.ts";
import { isCacheable, secondsFresh } from "./caching.ts";
import { judgeCell, judgeNotCell } from "./cells.ts";
import { demandFormat } from "./formats.ts";
import { failWith, failWithAll, withBody } from "./response-values.ts";

function checkHeader(this: StoryWorld, name: string, check: Check): void {
  failWith(check.judge(this.lastResponse.header(name), `the header "${name}"`));
}

Then(...phrase("{headerof} {check}", checkHeader));

const shape = "  | content-type | application/json   |\n  | x-request-id | should be a uuid   |";

function checkHeaders(world: StoryWorld, negated: boolean, table: DataTable): void {
  failWithAll(
    pairsOf(world, table, shape).map(([name, expected]) => {
      const value = world.lastResponse.header(name);
      const judge = negated ? judgeNotCell : judgeCell;
      return judge(world, expected, value, `the header "${name}"`, "text");
    }),
  );
}

Then(
  ...phrase(
    "the response headers {compare}:",
    function (this: StoryWorld, { negated }: Comparison, table: DataTable) {
      checkHeaders(this, negated, table);
    },
  ),
);

Then(
  ...phrase(
    "the response {has} (the )(following )headers:",
    function (this: StoryWorld, negated: boolean, table: DataTable) {
      checkHeaders(this, negated, table);
    },
  ),
);

Then(
  ...phrase(
    "the (response ){contentType}( of the response) {check}",
    function (this: StoryWorld, _word: string, check: Check) {
      const whole = this.lastResponse.header("content-type");
      const bare = whole?.split(";")[0]?.trim();
      const failure = check.judge(whole, "the content type");
      // "application/json" is meant with whatever charset follows it.
      const ofBare = check.judge(bare, "the content type");
      failWith(check.negated ? (failure ?? ofBare) : failure && ofBare && failure);
    },
  ),
);

Then(
  ...phrase(
    "(the )response (body )(format )(type ){is} (in )(a )(valid ){format}( format)",
    function (this: StoryWorld, negated: boolean, format: string) {
      demandFormat(this.lastResponse, format, negated);
    },
  ),
);

Then(
  ...phrase(
    "the response {is} encoded in/as {text}",
    function (this: StoryWorld, negated: boolean, wanted: string) {
      const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(
        this.lastResponse.header("content-type") ?? "",
      )?.[1];
      if ((charset?.toLowerCase() === wanted.toLowerCase()) !== negated) return;
      throw new Error(
        `expected the response ${negated ? "not " : ""}to be encoded in ${wanted}, but its charset is ${charset ?? "not told"}`,
      );
    },
  ),
);

Then(
  ...phrase("the response {is} compressed", function (this: StoryWorld, negated: boolean) {
    const encoding = this.lastResponse.header("content-encoding");
    if ((encoding !== undefined && encoding !== "identity") !== negated) return;
    throw new Error(
      `expected the response ${negated ? "not " : ""}to be compressed, but its content encoding is ${encoding ?? "not told"}`,
    );
  }),
);

Then(
  ...phrase("the response {is} cacheable", function (this: StoryWorld, negated: boolean) {
    const { cacheable, reason } = isCacheable(this.lastResponse);
    if (cacheable !== negated) return;
    throw new Error(`expected the response ${negated ? "not " : ""}to be cacheable, but ${reason}`);
  }),
);

Then(
  ...phrase(
    "the response should expire in/within/after {duration}",
    function (this: StoryWorld, lifeMs: number) {
      const seconds = secondsFresh(this.lastResponse);
      if (seconds !== undefined && Math.abs(seconds - lifeMs / 1000) <= 5) return;
      const told = seconds === undefined ? "nothing says when" : `it expires in ${seconds} s`;
      throw new Error(`expected the response to expire in ${lifeMs / 1000} s, but ${told}`);
    },
  ),
);

Then(
  ...phrase("the max-age( of the response) {check}", function (this: StoryWorld, check: Check) {
    failWith(check.judge(secondsFresh(this.lastResponse), "the max-age"));
  }),
);

Then(
  ...phrase(
    "the response {has} (a )(the ){contentType} (of ){text}",
    function (this: StoryWorld, negated: boolean, _word: string, wanted: string) {
      const type = this.lastResponse.header("content-type") ?? "";
      if ((type === wanted || type.split(";")[0]?.trim() === wanted) !== negated) return;
      throw new Error(
        `expected the content type ${negated ? "not " : ""}to be ${wanted}, but it was ${type || "not told"}`,
      );
    },
  ),
);

Then(
  ...phrase(
    "the response headers {has} (the )(header ){text}",
    function (this: StoryWorld, negated: boolean, name: string) {
      const value = this.lastResponse.header(name);
      if ((value !== undefined) !== negated) return;
      throw new Error(
        negated
          ? `expected no header "${name}", but it was "${value}"`
          : `expected the header "${name}", but there is none`,
      );
    },
  ),
);

Then(
  ...phrase("the response {has} an ETag", function (this: StoryWorld, negated: boolean) {
    const etag = this.lastResponse.header("etag");
    if ((etag !== undefined) !== negated) return;
    throw new Error(
      negated ? `there is the ETag ${etag}, and there should be none` : "the response has no ETag",
    );
  }),
);

Then(
  ...phrase(
    "the request/response {redirects} (me )(the user )(the client )to {address}",
    function (this: StoryWorld, _word: string, wanted: string) {
      const { lastResponse } = this;
      const location = lastResponse.header("location");
      const isRedirected = lastResponse.redirects > 0;
      const led = location ?? (isRedirected ? lastResponse.url : undefined);
      if (led !== undefined && isSameAddress(led, wanted, lastResponse.url)) return;
      const told = led === undefined ? "it leads nowhere" : `it leads to ${led}`;
      throw new Error(withBody(`expected a redirect to ${wanted}, but ${told}`, lastResponse));
    },
  ),
);

/** A path alone fits any origin. */
function isSameAddress(led: string, wanted: string, base: string): boolean {
  const [left, right] = [new URL(led, base), new URL(wanted, base)];
  const isPath = wanted.startsWith("/");
  return (
    (isPath || left.origin === right.origin) &&
    left.pathname + left.search === right.pathname + right.search
  );
}

Then(
  ...phrase(
    "the request should be redirected {int} time(s)",
    function (this: StoryWorld, times: number) {
      const { redirects } = this.lastResponse;
      if (redirects === times) return;
      throw new Error(`expected ${times} redirects, but there were ${redirects}`);
    },
  ),
);
