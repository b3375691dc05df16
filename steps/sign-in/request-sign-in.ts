// Signing in by the request that the configuration gives. What it has of secrets comes from the environment.
import type { SignInOptions, SignInRequest } from "../../src/config/options.ts";
import type { Actor } from "../../src/journey/actor.ts";
import type { ApiResponse, RequestBody } from "../../src/journey/api-port.ts";
import { Memory } from "../../src/journey/memory.ts";
import { followPath, readPath } from "../../src/journey/value-path.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { belowBase } from "../api/base-address.ts";
import { withBody } from "../api/response-values.ts";

/** Sends it; cookies stay with the actor, and a token is sent with every request from then on. */
export async function requestSignIn(
  actor: Actor,
  world: StoryWorld,
  request: SignInRequest,
  { token }: SignInOptions,
  given: Readonly<Record<string, string>> = {},
): Promise<void> {
  const resolved = resolveAll(request, environmentOnly(world, given)) as SignInRequest;
  const { method = "POST", headers } = resolved;
  const path = belowBase(world, resolved.path);
  const body = bodyOf(resolved);
  const response = await actor.api.send({ method, path, headers, body, redirects: "manual" });
  if (response.status >= 400) throw new Error(withBody("the product refused it", response));
  if (token !== undefined) {
    actor.api.authorise({ kind: "bearer", token: readToken(response, token) });
  }
}

/** What one scenario remembers must not be in a session that others use. */
function environmentOnly(
  { secrets, memory }: StoryWorld,
  given: Readonly<Record<string, string>>,
): Memory {
  const known = new Memory({ env: process.env, now: memory.clock, secrets });
  for (const [name, value] of Object.entries(given)) known.remember(name, value);
  return known;
}

function resolveAll(value: unknown, memory: Memory): unknown {
  if (typeof value === "string") return memory.resolveValue(value);
  if (Array.isArray(value)) return value.map((item) => resolveAll(item, memory));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolveAll(item, memory)]),
  );
}

function bodyOf({ json, form }: SignInRequest): RequestBody | undefined {
  if (json !== undefined) return { kind: "json", value: json };
  return form && { kind: "form", fields: Object.entries(form) };
}

function readToken(response: ApiResponse, path: string): string {
  const read = readPath(path.replace(/^\$\.?/, ""));
  const found = read && followPath(response.json(), [read.name, ...read.steps]);
  if (found?.kind === "found" && typeof found.value === "string") return found.value;
  throw new Error(withBody(`there is no token at "${path}" of the answer`, response));
}
