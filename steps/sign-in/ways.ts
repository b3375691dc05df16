// The ways to sign in as a role: a request of the configuration, or code of the team's.
import { closest } from "fastest-levenshtein";
import type { SignInOptions } from "../../src/config/options.ts";
import type { Actor } from "../../src/journey/actor.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { ownSignIns } from "../../src/journey/team-definitions.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { requestSignIn } from "./request-sign-in.ts";

export interface Way {
  /** As it was defined. */
  readonly role: string;
  readonly signIn: (actor: Actor, world: StoryWorld) => void | Promise<void>;
  readonly check: string | undefined;
  readonly maxAgeMs: number;
}

/** Longer than a suite of scenarios takes with one sign-in, shorter than most sessions live. */
const defaultMaxAgeMs = 600_000;

/** The way of that role, capital or small letters. Throws, naming the roles that there are, when there is none. */
export function findWay(configured: Readonly<Record<string, SignInOptions>>, role: string): Way {
  const [name, options] =
    Object.entries(configured).find(([known]) => known.toLowerCase() === role.toLowerCase()) ?? [];
  const own = ownSignIns().get(role.toLowerCase());
  const { request } = options ?? {};
  const signIn: Way["signIn"] | undefined =
    own?.code ??
    (request && options && ((actor, world) => requestSignIn(actor, world, request, options)));
  if (signIn === undefined) throw new StoryError(tellUnknown(role, Object.keys(configured)));
  const { check, maxAgeMs } = { ...options, ...own?.options };
  return { role: name ?? role, signIn, check, maxAgeMs: maxAgeMs ?? defaultMaxAgeMs };
}

function tellUnknown(role: string, configured: readonly string[]): string {
  const known = [...new Set([...configured, ...ownSignIns().keys()])];
  const way =
    `Say how: signIn: { ${JSON.stringify(role)}: { request: { path: "/sessions", json: { … } } } } in cucumber.js, ` +
    `or defineSignIn(${JSON.stringify(role)}, async (actor) => { … }) in a step file.`;
  if (known.length === 0) return `Nobody knows how to sign in as "${role}". ${way}`;
  return `Nobody knows how to sign in as "${role}"; the roles are: ${known.join(", ")}. Did you mean "${closest(role, known)}"?\n${way}`;
}
