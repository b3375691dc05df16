// Phrases about the status of an answer.
import { Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import type { Outcome } from "./answer-parameters.ts";
import { withBody } from "./response-values.ts";

function checkStatus(response: ApiResponse, check: Check, whose = "the response"): void {
  const failure = check.judge(response.status, `${whose} status`);
  if (failure !== undefined) throw new Error(withBody(failure, response));
}

Then(
  ...phrase("{statusof} {check}", function (this: StoryWorld, _words: string, check: Check) {
    checkStatus(this.lastResponse, check);
  }),
);

Then(
  ...phrase("{actor}'s response status( code) {check}", (actor: Actor, check: Check) => {
    checkStatus(actor.api.lastResponse, check, `${actor.name}'s response`);
  }),
);

function demandStatus(response: ApiResponse, wanted: number): void {
  if (response.status === wanted) return;
  const failure = `expected a ${wanted} response, but it was ${response.status}`;
  throw new Error(withBody(failure, response));
}

Then(
  ...phrase(
    "{actor} {receives} (a )(an )(the )(HTTP )(response )(with )(a )(the )(status )(code )(of ){status}( response)( error)( status)( code)",
    (actor: Actor, _word: string, wanted: number) => demandStatus(actor.api.lastResponse, wanted),
  ),
);

Then(
  ...phrase(
    "the request/response/server/API/service {failing} (with )(a )(an )(HTTP )(status )(code )(of ){status}( response)( error)",
    function (this: StoryWorld, _verb: string, wanted: number) {
      demandStatus(this.lastResponse, wanted);
    },
  ),
);

function judgeHas(this: StoryWorld, negated: boolean, wanted: number): void {
  if (!negated) {
    demandStatus(this.lastResponse, wanted);
    return;
  }
  if (this.lastResponse.status !== wanted) return;
  throw new Error(withBody(`expected another status than ${wanted}`, this.lastResponse));
}

Then(
  ...phrase(
    "the response {has} (a )(the )(an )(HTTP )(response )status( code) (of )(equal to ){status}",
    judgeHas,
  ),
);

Then(...phrase("the response {has} a/the {status} (HTTP )(response )status( code)", judgeHas));

Then(
  ...phrase("the request/response {outcome}", function (this: StoryWorld, outcome: Outcome) {
    const { status, redirects } = this.lastResponse;
    // A redirect that was followed is one as well.
    if (outcome.words === "redirected" && redirects > 0 && !outcome.negated) return;
    if (isSo(status, outcome.words) !== outcome.negated) return;
    const words = tellOutcome(outcome);
    throw new Error(withBody(`expected ${words}, but its status is ${status}`, this.lastResponse));
  }),
);

const namedStatuses: Readonly<Record<string, number>> = {
  created: 201,
  accepted: 202,
  "bad request": 400,
  unauthorized: 401,
  forbidden: 403,
  "not found": 404,
  conflict: 409,
};

function isSo(status: number, words: string): boolean {
  if (/^succe(?:ed|eded)/.test(words)) return status >= 200 && status < 400;
  if (/^(?:fail|error)/.test(words)) return status >= 400;
  const named = namedStatuses[words.replace("authoris", "authoriz")];
  if (named !== undefined) return status === named;
  if (words === "rejected") return status >= 400 && status < 500;
  if (words === "informational") return status < 200;
  if (words.startsWith("redirect")) return status >= 300 && status < 400;
  if (words === "client error") return status >= 400 && status < 500;
  if (words === "server error") return status >= 500;
  return status >= 200 && status < 300;
}

function tellOutcome({ words, negated }: Outcome): string {
  const verb = /^(?:succeed|fail)/.exec(words)?.[0];
  const not = negated ? "not " : "";
  return `the request ${not}to ${verb ?? `be ${/error|redirect/.test(words) ? "a " : ""}${words}`}`;
}
