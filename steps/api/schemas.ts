// Phrases that judge an answer by a JSON Schema or an OpenAPI document.
import { Then } from "@cucumber/cucumber";
import { judgeSchema, tellViolations } from "../../src/checks/json-schema.ts";
import { loadYaml } from "../../src/checks/libraries.ts";
import { judgeOpenApi, type OpenApiVerdict } from "../../src/checks/openapi.ts";
import { readOpenApi } from "../../src/checks/openapi-document.ts";
import type { ApiResponse } from "../../src/journey/api-port.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { parseStoryJson } from "../json-text.ts";
import { phrase } from "../phrase.ts";
import { readProjectFile } from "../project-files.ts";
import { belowBase } from "./base-address.ts";
import { jsonOf, nameOf, type ResponsePart } from "./response-part.ts";
import { withBody } from "./response-values.ts";

function demandSchema(
  world: StoryWorld,
  part: ResponsePart,
  negated: boolean,
  schema: unknown,
): void {
  const { lastResponse } = world;
  const verdict = judgeSchema(jsonOf(lastResponse, part), schema);
  if (verdict.kind === "unusable")
    throw new StoryError(`This schema cannot be used: ${verdict.message}`);
  if (verdict.kind === "invalid" && !negated) {
    throw new Error(
      `expected ${nameOf(part)} to match the schema, ${tellViolations(verdict.violations, "it")}`,
    );
  }
  if (verdict.kind === "valid" && negated) {
    throw new Error(`expected ${nameOf(part)} not to match the schema, but it does`);
  }
}

Then(
  ...phrase(
    "{response} {conform} (the )(this )(following )(given )(JSON )schema:",
    function (this: StoryWorld, part: ResponsePart, negated: boolean, schema: string) {
      demandSchema(this, part, negated, parseStoryJson(this, schema));
    },
  ),
);

Then(
  ...phrase(
    "{response} {conform} (the )(a )(JSON )schema (in )(from )(of )(the )(file )(named ){text}",
    function (this: StoryWorld, part: ResponsePart, negated: boolean, path: string) {
      const text = Buffer.from(readProjectFile(path, this)).toString("utf8");
      demandSchema(this, part, negated, readSchema(this, path, text));
    },
  ),
);

function readSchema(world: StoryWorld, path: string, text: string): unknown {
  if (!/\.ya?ml$/i.test(path)) return parseStoryJson(world, text);
  try {
    return loadYaml().parse(text);
  } catch (cause) {
    throw new StoryError(`${path} is not YAML: ${(cause as Error).message}`);
  }
}

Then(
  ...phrase(
    "{response} {conform} (the ){text} (JSON )schema",
    function (this: StoryWorld, part: ResponsePart, negated: boolean, path: string) {
      const text = Buffer.from(readProjectFile(path, this)).toString("utf8");
      demandSchema(this, part, negated, readSchema(this, path, text));
    },
  ),
);

Then(
  ...phrase(
    "{response} {conform} (the )(a )(an )(our ){openapiDocument} (at )(in )(from )(the )(file ){text}",
    async function (
      this: StoryWorld,
      _part: ResponsePart,
      negated: boolean,
      _word: string,
      place: string,
    ) {
      await demandOpenApi(this, negated, place);
    },
  ),
);

/** Where products serve their document when a sentence does not say where. */
const usualDocument = "/openapi.json";

Then(
  ...phrase(
    "{response} {conform} (the )(a )(an )(our ){openapiDocument}",
    async function (this: StoryWorld, _part: ResponsePart, negated: boolean, _word: string) {
      await demandOpenApi(this, negated, usualDocument);
    },
  ),
);

async function demandOpenApi(world: StoryWorld, negated: boolean, place: string): Promise<void> {
  const { lastResponse } = world;
  const api = readDocument(place, await fetchDocument(world, place));
  const verdict = judgeOpenApi(api, answeredBy(lastResponse));
  if (verdict.kind === "unusable") throw new StoryError(`${place}: ${verdict.message}`);
  // Of what the document does not speak of, "does not comply" would always be true.
  if (verdict.kind === "undescribed" && negated)
    throw new StoryError(`${place} cannot tell: ${verdict.message}`);
  if ((verdict.kind === "conforms") !== negated) return;
  throw new Error(withBody(tellVerdict(place, verdict), lastResponse));
}

/** A file of the project where there is one, else what the product serves there. */
async function fetchDocument(world: StoryWorld, place: string): Promise<string> {
  if (!/^(?:https?:\/)?\//.test(place))
    return Buffer.from(readProjectFile(place, world)).toString("utf8");
  const actor =
    world.actors.find(({ openApi }) => openApi?.lastResponseAtMs !== undefined) ?? world.actor();
  const response = await actor.api.peek({ method: "GET", path: belowBase(world, place) });
  if (response.status === 200) return response.text();
  throw new Error(withBody(`There is no OpenAPI document at ${place}.`, response));
}

function readDocument(place: string, text: string) {
  try {
    return readOpenApi(text);
  } catch (error) {
    throw new StoryError(`${place}: ${(error as Error).message}`);
  }
}

function answeredBy(response: ApiResponse) {
  return {
    method: response.exchange.request.method,
    path: new URL(response.url).pathname,
    status: response.status,
    contentType: response.header("content-type"),
    header: (name: string) => response.header(name),
    json: () => response.json(),
    isEmpty: response.body.length === 0,
  };
}

function tellVerdict(
  place: string,
  verdict: Exclude<OpenApiVerdict, { readonly kind: "unusable" }>,
): string {
  const expectation = `expected the response to comply with ${place}`;
  switch (verdict.kind) {
    case "breaks":
      return `${expectation}, ${tellViolations(verdict.violations, verdict.operation)}`;
    case "undescribed":
      return `${expectation}, but ${verdict.message}`;
    case "conforms":
      return `expected the response not to comply with ${place}, but it does (${verdict.operation})`;
  }
}
