// Makes exchanges small enough to be attached. It is given what was redacted already, so that no secret is cut in two.
import type { Exchange, HeaderList } from "../journey/exchange.ts";

/** The exchange with bodies of at most so many characters, and a note of how many are missing. */
export function cutBodies(exchange: Exchange, longest: number): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: cutBody(request, longest),
    ...(response === undefined ? {} : { response: cutBody(response, longest) }),
  };
}

/** As `cutBodies`, and nothing else in it is longer either: for where many exchanges must fit into little. */
export function cutExchange(exchange: Exchange, longest: number): Exchange {
  const { request, response, error } = cutBodies(exchange, longest);
  const cut = (text: string) => cutText(text, longest);
  return {
    ...exchange,
    request: { ...request, url: cut(request.url), headers: cutHeaders(request.headers) },
    ...(response === undefined
      ? {}
      : { response: { ...response, headers: cutHeaders(response.headers) } }),
    ...(error === undefined ? {} : { error: cut(error) }),
  };
}

/** Browsers send some twenty, and only a cookie is as long. */
const mostHeaders = 60;
const longestHeader = 512;

function cutHeaders(headers: HeaderList): HeaderList {
  const cut = (text: string) => cutText(text, longestHeader);
  return headers.slice(0, mostHeaders).map(([name, value]) => [cut(name), cut(value)] as const);
}

/** The beginning of a text, with a note of how many characters are missing. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half an emoji is no text.
  const kept = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept}… [${text.length - kept.length} more characters cut]`;
}

function cutBody<Message extends { readonly body?: string }>(
  message: Message,
  longest: number,
): Message {
  const { body } = message;
  return body === undefined ? message : { ...message, body: cutText(body, longest) };
}
