// Takes secrets out of an HTTP exchange: headers, cookies, address and bodies, each by the names it has.
import type { Exchange, HeaderList } from "../journey/exchange.ts";
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { learnFromBody, redactBody, replaceFormSecrets } from "./redact-body.ts";
import { redactedMark } from "./secret-forms.ts";

/**
 * A cookie's value is learned, and so replaced in every text, from this length on even if its name tells
 * nothing: session ids are longer, and `theme=midnight` should not take the word out of the report.
 */
const cookieThatMayBeSession = 16;

const authorisationNames = /^(?:proxy-)?authorization$/i;
const cookieNames = /^(?:set-)?cookie$/i;

/** The headers with secret values replaced. Names, cookie names and the authorisation's scheme stay readable. */
export function redactHeaders(headers: HeaderList, keeper: SecretKeeper): HeaderList {
  return headers.map(([name, value]) => [name, redactHeader(name, value, keeper)] as const);
}

function redactHeader(name: string, value: string, keeper: SecretKeeper): string {
  if (authorisationNames.test(name)) return redactAuthorisation(value);
  if (cookieNames.test(name)) return keeper.redact(redactCookies(name, value));
  if (keeper.isSecretName(name)) return value === "" ? value : redactedMark;
  return /^(?:content-)?location$|^referer$/i.test(name)
    ? redactUrl(value, keeper)
    : keeper.redact(value);
}

function redactAuthorisation(value: string): string {
  const scheme = /^([A-Za-z][\w-]*)\s+\S/.exec(value)?.[1];
  return scheme === undefined ? redactedMark : `${scheme} ${redactedMark}`;
}

function redactCookies(name: string, value: string): string {
  if (name.toLowerCase() === "set-cookie") return value.replace(/=[^;]+/, `=${redactedMark}`);
  return value.replace(/=[^;]*/g, `=${redactedMark}`);
}

/** The address without user and password, and without the values of secret keys in query and fragment. */
export function redactUrl(url: string, keeper: SecretKeeper): string {
  const withoutUser = url.replace(
    /^([a-z][a-z\d+.-]*:\/\/)[^/?#@\s]*:[^/?#\s]*@/i,
    `$1${redactedMark}@`,
  );
  const queryAt = withoutUser.search(/[?#]/);
  if (queryAt < 0) return keeper.redact(withoutUser);
  const query = withoutUser
    .slice(queryAt)
    .replace(/[^?#]+/g, (part) => replaceFormSecrets(part, keeper, () => {}));
  return keeper.redact(withoutUser.slice(0, queryAt) + query);
}

/**
 * Learns every secret an exchange shows under a secret name. Call it for each exchange as it is made:
 * then the same value is also replaced where no name gives it away, such as on a page or in an error.
 */
export function learnFromExchange(exchange: Exchange, keeper: SecretKeeper): void {
  const { request, response } = exchange;
  learnFromUrl(request.url, keeper);
  learnFromHeaders(request.headers, keeper);
  if (request.body !== undefined) {
    learnFromBody(request.body, findMediaType(request.headers), keeper);
  }
  learnFromHeaders(response?.headers ?? [], keeper);
  if (response?.body !== undefined) {
    learnFromBody(response.body, findMediaType(response.headers), keeper);
  }
}

function learnFromUrl(url: string, keeper: SecretKeeper): void {
  const password = /^[a-z][a-z\d+.-]*:\/\/[^/?#@\s]*?:([^/?#\s]*)@/i.exec(url)?.[1];
  if (password !== undefined) keeper.learn(decodeURIComponent(password));
  for (const part of url.split(/[?#]/).slice(1)) {
    replaceFormSecrets(part, keeper, (secret) => keeper.learn(secret));
  }
}

/** Learns the values of secret headers; of cookies, those that are secret by name or long enough for a session. */
export function learnFromHeaders(headers: HeaderList, keeper: SecretKeeper): void {
  for (const [name, value] of headers) {
    if (authorisationNames.test(name)) learnAuthorisation(value, keeper);
    else if (cookieNames.test(name)) learnCookies(name, value, keeper);
    else if (keeper.isSecretName(name)) keeper.learn(value);
  }
}

function learnAuthorisation(value: string, keeper: SecretKeeper): void {
  const [, scheme = "", credentials = value] = /^(\S+)\s+(.*)$/.exec(value) ?? [];
  keeper.learn(credentials);
  if (scheme.toLowerCase() !== "basic") return;
  const [, password = ""] =
    /^[^:]*:(.*)$/s.exec(Buffer.from(credentials, "base64").toString()) ?? [];
  keeper.learn(password);
}

function learnCookies(header: string, value: string, keeper: SecretKeeper): void {
  const pairs = value.split(";");
  for (const pair of header.toLowerCase() === "set-cookie" ? pairs.slice(0, 1) : pairs) {
    const [, name = "", cookie = ""] = /^\s*([^=]*)=(.*?)\s*$/s.exec(pair) ?? [];
    if (keeper.isSecretName(name) || cookie.length >= cookieThatMayBeSession) keeper.learn(cookie);
  }
}

/** The exchange as it may be attached: learns what it shows, then replaces it everywhere. */
export function redactExchange(exchange: Exchange, keeper: SecretKeeper): Exchange {
  learnFromExchange(exchange, keeper);
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, url: redactUrl(request.url, keeper), ...redactMessage(request, keeper) },
    ...(response === undefined
      ? {}
      : { response: { ...response, ...redactMessage(response, keeper) } }),
    ...(exchange.error === undefined ? {} : { error: keeper.redact(exchange.error) }),
  };
}

interface HttpMessage {
  readonly headers: HeaderList;
  readonly body?: string;
}

function redactMessage({ headers, body }: HttpMessage, keeper: SecretKeeper): HttpMessage {
  const redacted = redactHeaders(headers, keeper);
  if (body === undefined) return { headers: redacted };
  return { headers: redacted, body: redactBody(body, findMediaType(headers), keeper) };
}

function findMediaType(headers: HeaderList): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
}
