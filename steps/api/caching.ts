// What caching headers say (RFC 9111), for a shared reader of sentences: cacheable or not, and for how long.
import type { ApiResponse } from "../../src/journey/api-port.ts";

export interface Cacheability {
  readonly cacheable: boolean;
  /** What says so, to follow "but". */
  readonly reason: string;
}

/** Cacheable: it may be used again without asking. "no-cache" asks every time, "no-store" keeps nothing. */
export function isCacheable(response: ApiResponse): Cacheability {
  const control = response.header("cache-control");
  const told = control === undefined ? "" : `its cache-control is "${control}"`;
  if (/\bno-(?:store|cache)\b/i.test(control ?? "")) return { cacheable: false, reason: told };
  const seconds = secondsFresh(response);
  if (seconds === undefined) {
    return {
      cacheable: false,
      reason: `${told || "it has no cache-control"} and nothing says for how long`,
    };
  }
  return { cacheable: seconds > 0, reason: told || `it expires in ${seconds} s` };
}

/** Seconds that the answer may be used from now on; undefined when it does not say. */
export function secondsFresh(response: ApiResponse): number | undefined {
  const control = response.header("cache-control") ?? "";
  const age = /\bs-maxage\s*=\s*"?(\d+)/i.exec(control) ?? /\bmax-age\s*=\s*"?(\d+)/i.exec(control);
  if (age?.[1] !== undefined) return Number(age[1]);
  const expires = Date.parse(response.header("expires") ?? "");
  if (Number.isNaN(expires)) return undefined;
  const date = Date.parse(response.header("date") ?? "");
  return Math.round((expires - (Number.isNaN(date) ? Date.now() : date)) / 1000);
}
