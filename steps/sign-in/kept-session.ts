// What a sign-in leaves: cookies, headers, what pages keep in the browser. It lives in the worker's memory and nowhere else.
import type { Actor } from "../../src/journey/actor.ts";
import type { BrowserState } from "../../src/journey/browser/state-port.ts";
import type { Cookie } from "../../src/journey/cookie.ts";
import type { Closable } from "../../src/journey/resources.ts";

export interface KeptSession {
  readonly cookies: readonly Cookie[];
  /** Sent with every request: `authorization`, say. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where somebody signed in on a page. */
  readonly browser: BrowserState | undefined;
  /** On the clock of the World, in milliseconds since the epoch. */
  readonly madeAtMs: number;
}

/** What the actor has now; headers are those that `before` had not. */
export async function keepSession(
  actor: Actor,
  before: Readonly<Record<string, string>>,
  madeAtMs: number,
): Promise<KeptSession> {
  const opened = await actor.openBrowser();
  if (opened !== undefined) await actor.carryBrowserSignInToApi();
  const headers = Object.entries(actor.api.headers).filter(
    ([name, value]) => before[name] !== value,
  );
  return {
    cookies: await actor.api.cookies(),
    headers: Object.fromEntries(headers),
    browser: await opened?.state(),
    madeAtMs,
  };
}

/** Gives it to an actor, in place of whoever they were: to the API now, to the browser when there is one. */
export async function restoreSession(actor: Actor, kept: KeptSession): Promise<void> {
  await leaveSession(actor);
  const replaced = replacedHeaders(actor);
  for (const [name, value] of Object.entries(kept.headers)) {
    replaced.set(name, actor.api.headers[name]);
    actor.api.setHeader(name, value);
  }
  await actor.api.setCookies(kept.cookies);
  await actor.prepareBrowser(async (browser) => {
    if (kept.browser !== undefined) await browser.restoreState(kept.browser);
    await browser.setCookies(kept.cookies);
  });
}

/** Forgets everything that makes the actor somebody: tokens, headers of a session, cookies, what pages have kept. */
export async function leaveSession(actor: Actor): Promise<void> {
  const replaced = replacedHeaders(actor);
  for (const [name, value] of replaced) actor.api.setHeader(name, value);
  replaced.clear();
  actor.api.authorise({ kind: "none" });
  await actor.api.removeCookies();
  await actor.prepareBrowser((browser) => browser.forgetState());
}

/** The headers that the actor's session has set, with what they were before. */
class ReplacedHeaders extends Map<string, string | undefined> implements Closable {
  close(): void {
    this.clear();
  }
}

function replacedHeaders(actor: Actor): ReplacedHeaders {
  return actor.resources.of("headers of the session", () => new ReplacedHeaders());
}
