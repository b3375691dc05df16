// The kinds of attachment that carry our evidence through cucumber's messages, and how each is made.
// Everything that goes in is redacted here; gates and invariants have files of their own. Schemas: schemas/<kind>.schema.json.
import type { PageFailure } from "../journey/browser-port.ts";
import type { Exchange } from "../journey/exchange.ts";
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { cutBodies } from "./cut-exchange.ts";
import { redactExchange, redactUrl } from "./redact-exchange.ts";

export const attachmentKinds = [
  "exchanges",
  "page",
  "file",
  "environment",
  "gates",
  "invariants",
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** `application/vnd.storyproof.<kind>+json`. */
export function nameMediaType(kind: AttachmentKind): string {
  return `application/vnd.storyproof.${kind}+json`;
}

/** What cucumber's `attach(data, mediaType)` takes. */
export interface AttachmentData {
  readonly mediaType: string;
  readonly data: string;
}

/** What a page looked like to its actor when the scenario failed; its screenshot is an attachment of its own. */
export interface PageEvidence extends Omit<PageFailure, "screenshot"> {
  readonly actor: string;
}

/** A file too large for the message stream, written beside the report. */
export interface FileEvidence {
  readonly role: "trace" | "video";
  readonly actor: string;
  /** Below the report's folder, with forward slashes. */
  readonly path: string;
  readonly sizeBytes: number;
  /** How to open it, from the report's folder. */
  readonly open: string;
}

export interface Environment {
  /** The name in the configuration. */
  readonly name: string;
  readonly baseUrl?: string;
  readonly apiUrl?: string;
  readonly browser?: { readonly name: string; readonly version: string };
  readonly versions: {
    readonly storyproof: string;
    readonly cucumber: string;
    readonly node: string;
  };
}

/** Long enough for what an error says, short enough for hundreds of failures in one report. */
export const longestBody = 16 * 1024;

/** The exchanges, redacted, with bodies cut after 16 Ki characters. */
export function exchangesAttachment(
  exchanges: readonly Exchange[],
  keeper: SecretKeeper,
): AttachmentData {
  // Learned from all of them first: the first may show a secret that only the last one names.
  for (const exchange of exchanges) keeper.learnFrom(exchange);
  return toAttachment(
    "exchanges",
    exchanges.map((exchange) => cutBodies(redactExchange(exchange, keeper), longestBody)),
  );
}

export function pageAttachment(
  actor: string,
  failure: PageFailure,
  keeper: SecretKeeper,
): AttachmentData {
  const page: PageEvidence = {
    actor,
    url: redactUrl(failure.url, keeper),
    title: keeper.redact(failure.title),
    consoleErrors: failure.consoleErrors.map((text) => keeper.redact(text)),
    failedRequests: failure.failedRequests.map(({ method, url, reason }) => ({
      method,
      url: redactUrl(url, keeper),
      reason: keeper.redact(reason),
    })),
    dialogs: failure.dialogs.map((text) => keeper.redact(text)),
  };
  return toAttachment("page", page);
}

/** `path` is below the report's folder. */
export function fileAttachment(file: Omit<FileEvidence, "open">): AttachmentData {
  const path = file.path.replaceAll("\\", "/");
  const open =
    file.role === "trace" ? `npx playwright show-trace ${path}` : "any browser or video player";
  return toAttachment("file", { ...file, path, open } satisfies FileEvidence);
}

/** Attach it once per worker; equal ones are shown once. */
export function environmentAttachment(
  environment: Environment,
  keeper: SecretKeeper,
): AttachmentData {
  const { baseUrl, apiUrl } = environment;
  return toAttachment("environment", {
    ...environment,
    ...(baseUrl === undefined ? {} : { baseUrl: redactUrl(baseUrl, keeper) }),
    ...(apiUrl === undefined ? {} : { apiUrl: redactUrl(apiUrl, keeper) }),
  });
}

function toAttachment(kind: AttachmentKind, value: unknown): AttachmentData {
  return { mediaType: nameMediaType(kind), data: JSON.stringify(value) };
}
