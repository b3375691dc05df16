// Why a request got no answer, in words that say what to look at.
import { StoryError } from "../../journey/story-error.ts";

export interface FailedRequest {
  readonly method: string;
  readonly url: string;
  readonly timeoutMs: number;
  readonly addressSetting: string;
}

export class NoResponseError extends Error {
  override readonly name = "NoResponseError";
}

/** The request was ended at its deadline. */
export function deadlineError(request: FailedRequest): NoResponseError {
  return new NoResponseError(
    `${request.method} ${request.url} did not answer within ${request.timeoutMs} ms and was cancelled.\n` +
      "If the product may take that long, raise `timeouts.requestMs` in cucumber.js.",
  );
}

/** Whoever sent it was not waited for any more. */
export function scenarioOver({ method, path }: { method: string; path: string }): Error {
  return new Error(
    `${method} ${path} was not sent: the scenario is over, and its sessions are closed.`,
  );
}

/** The request failed below HTTP. */
export function connectionError(request: FailedRequest, cause: unknown): NoResponseError {
  return new NoResponseError(
    `${request.method} ${request.url} got no response: ${reasonOf(cause)}.\n` +
      `Is the product running? The address comes from \`${request.addressSetting}\` in cucumber.js.`,
    { cause },
  );
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there (connection refused)",
  ENOTFOUND: "the host name is not known",
  EAI_AGAIN: "the host name cannot be looked up just now",
  ECONNRESET: "the connection was closed before an answer came",
  UND_ERR_SOCKET: "the connection was closed before the answer was complete",
  EPIPE: "the connection was closed while the request was being sent",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "the body is larger than 128 MiB",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "its certificate is self-signed (trust it with `tls.caFile`, or set `tls.allowInvalid`)",
  SELF_SIGNED_CERT_IN_CHAIN:
    "its certificate chain is self-signed (trust it with `tls.caFile`, or set `tls.allowInvalid`)",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "its certificate cannot be verified (trust it with `tls.caFile`, or set `tls.allowInvalid`)",
  CERT_HAS_EXPIRED: "its certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host name",
};

/** A cause in plain words: known network codes explained, anything else by its own message. */
export function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  const known = code === undefined ? undefined : reasons[code];
  if (known !== undefined) return known;
  return cause instanceof Error ? cause.message || String(code) : String(cause);
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}

/** Looking at an answer before anything was asked is a mistake of the story. */
export function nothingSent(actor: string): StoryError {
  return new StoryError(
    `${actor} ${actor === "I" ? "have" : "has"} sent no request yet, so there is no response to look at.\n` +
      'Send one first, for example: When I send a GET request to "/health"',
  );
}
