// Reads the attachments that this package makes. Evidence may come from another version, or from someone who
// used our media type for something else: what has not the shape is shown as the text it is.
import type { Exchange } from "../journey/exchange.ts";
import {
  attachmentKinds,
  type Environment,
  type FileEvidence,
  nameMediaType,
  type PageEvidence,
} from "./attachment-kinds.ts";
import type { CheckedInvariant } from "./checked-invariant.ts";
import {
  areTexts,
  type Fields,
  isFields,
  isListOf,
  isOptionalText,
  isText,
} from "./json-shapes.ts";
import type { MeasuredGates } from "./measured-gates.ts";
import { readCheckedInvariant } from "./read-checked-invariant.ts";
import { isExchange } from "./read-exchange.ts";
import { readMeasuredGates } from "./read-measured-gates.ts";

export type OwnAttachment =
  | { readonly kind: "exchanges"; readonly exchanges: readonly Exchange[] }
  | { readonly kind: "page"; readonly page: PageEvidence }
  | { readonly kind: "file"; readonly file: FileEvidence }
  | { readonly kind: "environment"; readonly environment: Environment }
  | { readonly kind: "gates"; readonly gates: MeasuredGates }
  | { readonly kind: "invariants"; readonly invariant: CheckedInvariant };

/** The attachment as a value; undefined when it is not ours or not of our shape. */
export function readOwnAttachment(mediaType: string, body: string): OwnAttachment | undefined {
  const kind = attachmentKinds.find((one) => nameMediaType(one) === mediaType);
  const value = kind === undefined ? undefined : parseJson(body);
  if (kind === "exchanges" && isListOf(value, isExchange)) return { kind, exchanges: value };
  if (kind === "page" && isPage(value)) return { kind, page: value };
  if (kind === "file" && isFile(value)) return { kind, file: value };
  if (kind === "environment" && isEnvironment(value)) return { kind, environment: value };
  if (kind === "gates") {
    const gates = readMeasuredGates(value);
    return gates === undefined ? undefined : { kind, gates };
  }
  if (kind === "invariants") {
    const invariant = readCheckedInvariant(value);
    return invariant === undefined ? undefined : { kind, invariant };
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPage(value: unknown): value is PageEvidence {
  return (
    isFields(value) &&
    areTexts(value, ["actor", "url", "title"]) &&
    isListOf(value["consoleErrors"], isText) &&
    isListOf(value["failedRequests"], isFailedRequest) &&
    isListOf(value["dialogs"], isText)
  );
}

function isFailedRequest(value: unknown): value is PageEvidence["failedRequests"][number] {
  return isFields(value) && areTexts(value, ["method", "url", "reason"]);
}

function isFile(value: unknown): value is FileEvidence {
  return (
    isFields(value) &&
    (value["role"] === "trace" || value["role"] === "video") &&
    areTexts(value, ["actor", "path", "open"]) &&
    typeof value["sizeBytes"] === "number"
  );
}

function isEnvironment(value: unknown): value is Environment {
  if (!isFields(value) || !isFields(value["versions"])) return false;
  const { browser, versions } = value;
  return (
    isText(value["name"]) &&
    isOptionalText(value["baseUrl"]) &&
    isOptionalText(value["apiUrl"]) &&
    (browser === undefined || (isFields(browser) && areTexts(browser, ["name", "version"]))) &&
    areTexts(versions as Fields, ["storyproof", "cucumber", "node"])
  );
}
