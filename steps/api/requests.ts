// Phrases by which an actor sends something.
import { type DataTable, When } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { readJsonPath } from "../../src/checks/json-path.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiRequest, ApiResponse, RequestBody } from "../../src/journey/api-port.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { pairsOf } from "../tables.ts";
import { docStringBody, fileBody, formBody, jsonBody, multipartBody, textBody } from "./bodies.ts";

type Content = string | DataTable;

function drafted(actor: Actor, method: string, path: string, body?: RequestBody): ApiRequest {
  const { headers, query, redirects, body: draftedBody } = actor.draft.take();
  return { method, path, headers, query, redirects, body: body ?? draftedBody };
}

async function send(actor: Actor, method: string, path: string, body?: RequestBody): Promise<void> {
  await actor.api.send(drafted(actor, method, path, body));
}

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text}",
    async (actor: Actor, method: string, path: string) => {
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase("{actor} {method} {text}", async (actor: Actor, method: string, path: string) => {
    await send(actor, method, path);
  }),
);

When(
  ...phrase("{actor} request(s) {text}", async (actor: Actor, path: string) => {
    await send(actor, "GET", path);
  }),
);

When(
  ...phrase(
    "{actor} request(s) {text} using (HTTP ){method}",
    async (actor: Actor, path: string, method: string) => {
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with (the )(following )JSON( body):",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      content: Content,
    ) {
      await send(actor, method, path, jsonBody(this, content));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with (the )(following )body:",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      content: Content,
    ) {
      const body =
        typeof content === "string" ? docStringBody(this, content) : jsonBody(this, content);
      await send(actor, method, path, body);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with (the )(following )text:",
    async function (this: StoryWorld, actor: Actor, method: string, path: string, text: string) {
      await send(actor, method, path, textBody(this, text));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with body {text}",
    async function (this: StoryWorld, actor: Actor, method: string, path: string, body: string) {
      await send(actor, method, path, docStringBody(this, body));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with (the )(following )form( data)( fields):",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      table: DataTable,
    ) {
      await send(actor, method, path, formBody(this, table));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with (the )(following )parts:",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      table: DataTable,
    ) {
      await send(actor, method, path, multipartBody(this, table));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with (the )file {text}",
    async (actor: Actor, method: string, path: string, file: string) => {
      await send(actor, method, path, fileBody(file));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with (the )(following )headers:",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      table: DataTable,
    ) {
      for (const [name, value] of pairsOf(this, table, "  | accept | text/csv |")) {
        actor.draft.addHeader(name, value);
      }
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} with (the )(following )query( parameters):",
    async function (
      this: StoryWorld,
      actor: Actor,
      method: string,
      path: string,
      table: DataTable,
    ) {
      for (const [name, value] of pairsOf(this, table, "  | limit | 10 |"))
        actor.draft.addQuery(name, value);
      await send(actor, method, path);
    },
  ),
);

When(
  ...phrase("{actor} repeat(s) the (last )request", async (actor: Actor) => {
    await actor.api.send(actor.api.lastRequest);
  }),
);

/** Judges each answer; at the end of the time the last failure is the error. */
async function sendUntil(
  actor: Actor,
  request: ApiRequest,
  judge: (response: ApiResponse) => string | undefined,
  withinMs?: number,
): Promise<void> {
  let failure: string | undefined;
  const passes = (response: ApiResponse): boolean => {
    failure = judge(response);
    return failure === undefined;
  };
  await actor.api.poll(request, passes, withinMs === undefined ? {} : { withinMs });
  if (failure !== undefined)
    throw new Error(`${failure}\n(asked again and again until time was up)`);
}

function judgeStatus(check: Check): (response: ApiResponse) => string | undefined {
  return (response) => check.judge(response.status, "the response status");
}

function judgePath(path: string, check: Check): (response: ApiResponse) => string | undefined {
  return (response) => {
    const found = readJsonPath(response.json(), path);
    return check.judge(found.kind === "found" ? found.value : undefined, path, "data");
  };
}

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} until the (response )status( code) {check}",
    async (actor: Actor, method: string, path: string, check: Check) => {
      await sendUntil(actor, drafted(actor, method, path), judgeStatus(check));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} until the (response )status( code) {check} within {duration}",
    async (actor: Actor, method: string, path: string, check: Check, withinMs: number) => {
      await sendUntil(actor, drafted(actor, method, path), judgeStatus(check), withinMs);
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} until the response path/property/field {text} {check}",
    async (actor: Actor, method: string, path: string, field: string, check: Check) => {
      await sendUntil(actor, drafted(actor, method, path), judgePath(field, check));
    },
  ),
);

When(
  ...phrase(
    "{actor} send(s) a/an {method} request to {text} until the response path/property/field {text} {check} within {duration}",
    async (
      actor: Actor,
      method: string,
      path: string,
      field: string,
      check: Check,
      withinMs: number,
    ) => {
      await sendUntil(actor, drafted(actor, method, path), judgePath(field, check), withinMs);
    },
  ),
);
