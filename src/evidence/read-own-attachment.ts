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

export type OwnAttachment =
  | { readonly kind: "exchanges"; readonly exchanges: readonly Exchange[] }
  | { readonly kind: "page"; readonly page: PageEvidence }
  | { readonly kind: "file"; readonly file: FileEvidence }
  | { readonly kind: "environment"; readonly environment: Environment };

/** The attachment as a value; undefined when it is not ours or not of our shape. */
export function readOwnAttachment(mediaType: string, body: string): OwnAttachment | undefined {
  const kind = attachmentKinds.find((one) => nameMediaType(one) === mediaType);
  const value = kind === undefined ? undefined : parseJson(body);
  if (kind === "exchanges" && isListOf(value, isExchange)) return { kind, exchanges: value };
  if (kind === "page" && isPage(value)) return { kind, page: value };
  if (kind === "file" && isFile(value)) return { kind, file: value };
  if (kind === "environment" && isEnvironment(value)) return { kind, environment: value };
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || isText(value);
}

function isListOf<T>(value: unknown, test: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(test);
}

function areTexts(fields: Fields, names: readonly string[]): boolean {
  return names.every((name) => isText(fields[name]));
}

function isExchange(value: unknown): value is Exchange {
  if (!isFields(value) || !isFields(value["request"])) return false;
  const { request, response } = value;
  return (
    isText(value["actor"]) &&
    areTexts(request as Fields, ["method", "url"]) &&
    isHttpMessage(request) &&
    (response === undefined ||
      (isHttpMessage(response) && typeof response["status"] === "number")) &&
    isOptionalText(value["error"]) &&
    typeof value["startedAtMs"] === "number" &&
    typeof value["durationMs"] === "number"
  );
}

function isHttpMessage(value: unknown): value is Fields {
  return isFields(value) && isListOf(value["headers"], isHeader) && isOptionalText(value["body"]);
}

function isHeader(value: unknown): value is [string, string] {
  return isListOf(value, isText) && value.length === 2;
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
