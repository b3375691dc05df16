// Phrases that ask a GraphQL API, over HTTP POST, and judge its errors. What it answered is `the GraphQL data "…"`.
import { type DataTable, Given, Then, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { readProjectFile } from "../project-files.ts";
import { askGraphql } from "./asking-graphql.ts";
import { jsonBody } from "./bodies.ts";
import { withBody } from "./response-values.ts";

When(
  ...phrase(
    "{actor} send(s)/run(s)/execute(s)/make(s) (a )(the )(following )GraphQL {graphqlOperation}{graphqlcontent}:",
    async function (
      this: StoryWorld,
      actor: Actor,
      _word: string,
      what: string,
      content: string | DataTable,
    ) {
      draftGraphql(this, actor, what, content);
      await askGraphql(this, actor);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/run(s)/execute(s)/make(s) (a )(the )(following )GraphQL {graphqlOperation} to {address}:",
    async function (this: StoryWorld, actor: Actor, _word: string, path: string, query: string) {
      await askGraphql(this, actor, query, path);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s)/run(s)/execute(s) the GraphQL query/mutation in/from (the )file {text}",
    async function (this: StoryWorld, actor: Actor, file: string) {
      const query = Buffer.from(readProjectFile(file, this)).toString("utf8");
      await askGraphql(this, actor, query);
    },
  ),
);

function draftGraphql(
  world: StoryWorld,
  actor: Actor,
  word: string,
  content: string | DataTable,
): void {
  if (!word.startsWith("variable")) {
    if (typeof content !== "string")
      throw new StoryError('This step wants the query between """ and """.');
    actor.draft.addGraphql({ query: world.resolve(content) });
    return;
  }
  const body = jsonBody(world, content);
  if (body.kind === "json") actor.draft.addGraphql({ variables: body.value });
}

Given(
  ...phrase(
    "the (following )GraphQL {graphqldrafted}( is)( are):",
    function (this: StoryWorld, word: string, content: string | DataTable) {
      draftGraphql(this, this.actor(), word, content);
    },
  ),
);

Given(
  ...phrase(
    "{actor} set(s)/use(s)/have/has (a )(the )(following )GraphQL {graphqldrafted}( to):",
    function (this: StoryWorld, actor: Actor, word: string, content: string | DataTable) {
      draftGraphql(this, actor, word, content);
    },
  ),
);

Given(
  ...phrase(
    "the GraphQL operation( name) is {text}",
    function (this: StoryWorld, operationName: string) {
      this.actor().draft.addGraphql({ operationName });
    },
  ),
);

Given(
  ...phrase("the GraphQL endpoint is {address}", function (this: StoryWorld, path: string) {
    this.actor().draft.setAddress(path);
  }),
);

/** The messages of the answer's errors. */
function errorsOf(response: ApiResponse): readonly string[] {
  const answer = response.json();
  const errors =
    typeof answer === "object" && answer !== null && "errors" in answer ? answer.errors : [];
  return Array.isArray(errors)
    ? errors.map((error) => String((error as { message?: unknown }).message))
    : [];
}

function demandNoErrors(response: ApiResponse): void {
  const errors = errorsOf(response);
  if (errors.length === 0) {
    demandData(response);
    return;
  }
  throw new Error(
    withBody(`expected no GraphQL errors, but there are:\n  ${errors.join("\n  ")}`, response),
  );
}

/** An answer without `data` and `errors` comes from something else than GraphQL, and says nothing of its errors. */
function demandData(response: ApiResponse): void {
  const answer = response.json();
  if (typeof answer === "object" && answer !== null && "data" in answer) return;
  throw new Error(
    withBody('expected a GraphQL response without errors, but it has no "data"', response),
  );
}

Then(
  ...phrase(
    "the GraphQL response {has} (any )(an )error(s)",
    function (this: StoryWorld, negated: boolean) {
      if (negated) return demandNoErrors(this.lastResponse);
      if (errorsOf(this.lastResponse).length > 0) return;
      throw new Error(withBody("expected GraphQL errors, but there are none", this.lastResponse));
    },
  ),
);

Then(
  ...phrase(
    "the (first )GraphQL error( message) {check}",
    function (this: StoryWorld, check: Check) {
      const [first] = errorsOf(this.lastResponse);
      const failure = check.judge(first, "the message of the GraphQL error");
      if (failure !== undefined) throw new Error(withBody(failure, this.lastResponse));
    },
  ),
);

Then(
  ...phrase("the GraphQL response should have/contain no errors", function (this: StoryWorld) {
    demandNoErrors(this.lastResponse);
  }),
);

Then(
  ...phrase(
    "the GraphQL response {has} an/the error (containing )(matching )(with )(the )(message ){text}",
    function (this: StoryWorld, negated: boolean, wanted: string) {
      const errors = errorsOf(this.lastResponse);
      if (negated && errors.length === 0) demandData(this.lastResponse);
      if (errors.some((message) => message.includes(wanted)) !== negated) return;
      const told = errors.length === 0 ? "there are none" : `there are:\n  ${errors.join("\n  ")}`;
      throw new Error(
        withBody(
          `expected ${negated ? "no" : "a"} GraphQL error with "${wanted}", but ${told}`,
          this.lastResponse,
        ),
      );
    },
  ),
);
