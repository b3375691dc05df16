// Which hosts pages may reach: the product's own, and those that `browser.allowedHosts` lists.
import type { BrowserContext } from "@playwright/test";

export interface AllowedHosts {
  /** True when everything may be reached, so that no request needs to be looked at. */
  readonly all: boolean;
  allows(url: string): boolean;
  readonly reason: string;
  readonly redirectReason: string;
}

/** The rule for a list of host names, with `*` for any characters, beside the product's own addresses. */
export function allowHosts(
  patterns: readonly string[],
  ownAddresses: readonly (string | undefined)[],
): AllowedHosts {
  const own = ownAddresses.flatMap((address) => (address ? [new URL(address).hostname] : []));
  const rules = [...patterns, ...own].map(toRule);
  return {
    all: patterns.includes("*"),
    allows: (address) => {
      const url = URL.canParse(address) ? new URL(address) : undefined;
      // data:, blob:, about: and the like stay inside the browser.
      if (url === undefined || !/^(https?|wss?):$/.test(url.protocol)) return true;
      return rules.some((rule) => rule.test(url.hostname) || rule.test(url.host));
    },
    reason: "blocked: not in browser.allowedHosts",
    redirectReason: "not in browser.allowedHosts, reached by a redirect, which cannot be blocked",
  };
}

function toRule(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*");
  return new RegExp(`^${escaped}$`, "i");
}

/** Blocks everything else. Where all hosts are allowed nothing is intercepted, since that costs time. */
export async function blockOtherHosts(context: BrowserContext, hosts: AllowedHosts): Promise<void> {
  if (hosts.all) return;
  const isForeign = (url: URL) => !hosts.allows(url.href);
  await context.route(isForeign, (route) => route.abort("blockedbyclient"));
  await context.routeWebSocket(isForeign, (socket) => socket.close({ reason: hosts.reason }));
}
