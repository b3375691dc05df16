// Where a redirect leads and what goes along (RFC 9110, section 15.4; Fetch standard for the method).
import type { ApiResponse } from "../../journey/api-port.ts";
import { type Hop, HopAddress } from "./hop.ts";

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

export function isRedirect(response: ApiResponse): boolean {
  return redirectStatuses.has(response.status) && response.header("location") !== undefined;
}

/** The request that follows a redirect: credentials stay with the origin they were meant for. */
export function nextHop(hop: Hop, response: ApiResponse): Hop {
  const url = HopAddress.of(new URL(response.header("location") ?? "", hop.url.href));
  const becomesGet =
    (response.status === 303 && hop.method !== "HEAD") ||
    ((response.status === 301 || response.status === 302) && hop.method === "POST");
  const { cookie: _cookie, ...headers } = hop.headers;
  if (url.origin !== hop.url.origin) delete headers["authorization"];
  if (!becomesGet) return { ...hop, url, headers };
  delete headers["content-type"];
  return { method: "GET", url, headers, body: undefined };
}
