// Whether a session that was kept is still good: by its age, by what it says of its own end, and by asking the product.
import type { Actor } from "../../src/journey/actor.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { belowBase } from "../api/base-address.ts";
import type { KeptSession } from "./kept-session.ts";

/** A session that ends while it is being used would fail a scenario for nothing. */
const spareMs = 10_000;

/** True when it is too old, or a cookie or token in it says that it ends. */
export function hasEnded(session: KeptSession, maxAgeMs: number, nowMs: number): boolean {
  if (nowMs - session.madeAtMs > maxAgeMs) return true;
  const ends = [
    ...session.cookies.map(({ expires }) => expires),
    tokenEnd(session.headers["authorization"]),
  ];
  return ends.some((seconds) => seconds !== undefined && seconds * 1000 - spareMs < nowMs);
}

/** When a bearer token ends, in seconds since the epoch, where it is a JWT that says so (RFC 7519, 4.1.4). */
function tokenEnd(authorization: string | undefined): number | undefined {
  const [, payload = ""] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization ?? "") ?? [];
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    const end: unknown = Object(claims).exp;
    return typeof end === "number" ? end : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What is wrong with the actor's session, asked of the product; undefined when nothing is, or nothing is asked. The
 * answer is not the actor's last one: sentences about "the response" mean what the scenario sent.
 */
export async function checkSession(
  world: StoryWorld,
  actor: Actor,
  path: string | undefined,
): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const response = await actor.api.peek({
    method: "GET",
    path: belowBase(world, path),
    redirects: "manual",
  });
  if (response.status >= 200 && response.status < 300) return undefined;
  return `GET ${response.url} answered ${response.status}, and not 2xx`;
}
