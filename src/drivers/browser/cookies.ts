// Cookies between our shape, which the API session shares, and Playwright's.
import type { BrowserContext } from "@playwright/test";
import type { Cookie } from "../../journey/cookie.ts";
import type { SecretKeeper } from "../../journey/secret-keeper.ts";

type PageCookie = Awaited<ReturnType<BrowserContext["cookies"]>>[number];
type NewCookie = Parameters<BrowserContext["addCookies"]>[0][number];

/** The context's cookies; those that may sign somebody in are learnt as secrets. */
export async function readCookies(
  context: BrowserContext,
  secrets: SecretKeeper,
): Promise<readonly Cookie[]> {
  const cookies = (await context.cookies()).map(toCookie);
  learnCookies(cookies, secrets);
  return cookies;
}

export function learnCookies(cookies: readonly Cookie[], secrets: SecretKeeper): void {
  for (const { name, value, httpOnly } of cookies) {
    if (httpOnly || secrets.isSecretName(name)) secrets.learn(value);
  }
}

function toCookie(cookie: PageCookie): Cookie {
  const hostOnly = !cookie.domain.startsWith(".");
  return {
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain.replace(/^\./, ""),
    path: cookie.path,
    // Playwright says -1 for a cookie that ends with the session.
    ...(cookie.expires >= 0 && { expires: cookie.expires }),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite,
    hostOnly,
  };
}

export function toPageCookie(cookie: Cookie): NewCookie {
  const { hostOnly, domain, expires, sameSite, ...same } = cookie;
  const host = domain.replace(/^\./, "");
  // Browsers refuse "None" without "Secure"; servers that name no policy are read as "Lax".
  const isRefused = sameSite === "None" && !cookie.secure;
  return {
    ...same,
    domain: hostOnly ? host : `.${host}`,
    ...(expires !== undefined && { expires }),
    sameSite: isRefused ? "Lax" : sameSite,
  };
}
