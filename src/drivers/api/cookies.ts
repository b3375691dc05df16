// One actor's cookies, kept by tough-cookie (RFC 6265), in and out of the shape that browsers share.
import type { CookieJar, Cookie as ToughCookie } from "tough-cookie";
import type { Cookie } from "../../journey/cookie.ts";
import type { HopAddress } from "./hop.ts";
import { loadToughCookie } from "./libraries.ts";

export class ApiCookies {
  /** Made with the first cookie: most sessions never see one. */
  #jar: CookieJar | undefined;

  /** The `cookie` header for an address; undefined when none applies. */
  headerFor(url: HopAddress): string | undefined {
    return this.#jar?.getCookieStringSync(url.href) || undefined;
  }

  /** Keeps what a response set. Cookies that a browser would refuse are refused here too. */
  receive(setCookie: string | string[] | undefined, url: HopAddress): void {
    if (setCookie === undefined) return;
    for (const each of [setCookie].flat()) {
      this.#filled().setCookieSync(each, url.href, { ignoreError: true });
    }
  }

  #filled(): CookieJar {
    const { CookieJar } = loadToughCookie();
    this.#jar ??= new CookieJar(undefined, { rejectPublicSuffixes: false });
    return this.#jar;
  }

  all(): readonly Cookie[] {
    const { cookies = [] } = this.#jar?.serializeSync() ?? {};
    return cookies.map((stored) => toCookie(stored as StoredCookie));
  }

  /** A cookie for every path of that host. */
  set(name: string, value: string, url: HopAddress): void {
    const { Cookie } = loadToughCookie();
    this.#filled().setCookieSync(new Cookie({ key: name, value, path: "/" }), url.href);
  }

  /** Forgets those of that name; without one, all. */
  remove(name: string | undefined): void {
    const kept = name === undefined ? [] : this.all().filter((cookie) => cookie.name !== name);
    this.#jar = undefined;
    this.add(kept);
  }

  add(cookies: readonly Cookie[]): void {
    for (const cookie of cookies) {
      const url = `${cookie.secure ? "https" : "http"}://${cookie.domain.replace(/^\./, "")}${cookie.path}`;
      this.#filled().setCookieSync(toTough(cookie), url, { ignoreError: true });
    }
  }
}

interface StoredCookie {
  readonly key?: string;
  readonly value?: string;
  readonly domain?: string;
  readonly path?: string;
  readonly expires?: string | Date;
  readonly maxAge?: number | string;
  readonly creation?: string;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  readonly sameSite?: string;
  readonly hostOnly?: boolean;
}

function toCookie(stored: StoredCookie): Cookie {
  const expires = expiryOf(stored);
  return {
    name: stored.key ?? "",
    value: stored.value ?? "",
    domain: stored.domain ?? "",
    path: stored.path ?? "/",
    ...(expires !== undefined && { expires }),
    httpOnly: stored.httpOnly ?? false,
    secure: stored.secure ?? false,
    sameSite: sameSiteOf(stored.sameSite),
    hostOnly: stored.hostOnly ?? true,
  };
}

function expiryOf({ expires, maxAge, creation }: StoredCookie): number | undefined {
  if (typeof maxAge === "number") {
    return Math.floor((creation ? Date.parse(creation) : Date.now()) / 1000) + maxAge;
  }
  if (expires === undefined || expires === "Infinity") return undefined;
  const time = new Date(expires).getTime();
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}

function sameSiteOf(value: string | undefined): Cookie["sameSite"] {
  switch (value?.toLowerCase()) {
    case "strict":
      return "Strict";
    case "none":
      return "None";
    default:
      return "Lax";
  }
}

function toTough(cookie: Cookie): ToughCookie {
  return new (loadToughCookie().Cookie)({
    key: cookie.name,
    value: cookie.value,
    ...(!cookie.hostOnly && { domain: cookie.domain.replace(/^\./, "") }),
    path: cookie.path,
    ...(cookie.expires !== undefined && { expires: new Date(cookie.expires * 1000) }),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite.toLowerCase(),
  });
}
