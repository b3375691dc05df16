// The ways to sign in as a role: a request of the configuration, or code of the team's.
import { closest } from "fastest-levenshtein";
import type { SignInOptions } from "../../src/config/options.ts";
import type { Actor } from "../../src/journey/actor.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import { ownSignIns } from "../../src/journey/team-definitions.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { requestSignIn } from "./request-sign-in.ts";

/** What the sentence gives: `{{user}}` and `{{password}}`, of the way for credentials. */
export type Given = Readonly<Record<string, string>>;

export interface Way {
  /** As it was defined. */
  readonly role: string;
  readonly signIn: (actor: Actor, world: StoryWorld, given: Given) => void | Promise<void>;
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
    (request &&
      options &&
      ((actor, world, given) => requestSignIn(actor, world, request, options, given)));
  if (signIn === undefined) throw new StoryError(tellUnknown(role, Object.keys(configured)));
  const { check, maxAgeMs } = { ...options, ...own?.options };
  return { role: name ?? role, signIn, check, maxAgeMs: maxAgeMs ?? defaultMaxAgeMs };
}

/** Whether there is a way of that name. */
export function knowsWay(
  configured: Readonly<Record<string, SignInOptions>>,
  role: string,
): boolean {
  return rolesOf(configured).some((known) => known.toLowerCase() === role.toLowerCase());
}

/** The role of "I am logged in". Throws when there is not exactly one. */
export function onlyRole(configured: Readonly<Record<string, SignInOptions>>): string {
  const [role, ...others] = rolesOf(configured).filter((known) => known !== "credentials");
  if (role !== undefined && others.length === 0) return role;
  if (role === undefined) throw new StoryError(tellUnknown("user", []));
  throw new StoryError(
    `As whom? The roles are: ${[role, ...others].join(", ")}. Write: I am logged in as ${JSON.stringify(role)}`,
  );
}

/** Where a session is asked for: of that role, else of the first that says it. */
export function checkOf(
  configured: Readonly<Record<string, SignInOptions>>,
  role?: string,
): string | undefined {
  if (role !== undefined) return findWay(configured, role).check;
  const ways = rolesOf(configured).map((known) => findWay(configured, known).check);
  return ways.find((check) => check !== undefined);
}

function rolesOf(configured: Readonly<Record<string, SignInOptions>>): readonly string[] {
  return [...new Set([...Object.keys(configured), ...ownSignIns().keys()])];
}

function tellUnknown(role: string, configured: readonly string[]): string {
  const known = [...new Set([...configured, ...ownSignIns().keys()])];
  const way =
    `Say how: signIn: { ${JSON.stringify(role)}: { request: { path: "/sessions", json: { … } } } } in cucumber.js, ` +
    `or defineSignIn(${JSON.stringify(role)}, async (actor) => { … }) in a step file.`;
  if (known.length === 0) return `Nobody knows how to sign in as "${role}". ${way}`;
  return `Nobody knows how to sign in as "${role}"; the roles are: ${known.join(", ")}. Did you mean "${closest(role, known)}"?\n${way}`;
}
