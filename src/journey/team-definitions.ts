// What a team's own code adds to the language: kinds of value that checks know, and ways to sign in.
// Beside the World's worker the only module-level state: cucumber loads a team's code and hands it nothing of ours,
// so what is defined there has nowhere else to go. It changes while code is loaded, and never after.
import { fileURLToPath } from "node:url";
import type { Actor } from "./actor.ts";
import { type OwnCheck, type OwnKind, reliableKind } from "./own-check.ts";
import type { StoryWorld } from "./world.ts";

/** Signs the actor in, through their API or browser: what they then have is kept for others of that role. */
export type SignIn<World extends StoryWorld = StoryWorld> = (
  actor: Actor,
  world: World,
) => void | Promise<void>;

export interface OwnSignIn {
  readonly code: SignIn;
  readonly options: SignInValidity;
}

/** How long a sign-in can be used again. */
export interface SignInValidity {
  /** Asked (GET) before a sign-in is used again: an answer of 2xx says that it is still good. Example: `"/api/me"`. */
  readonly check?: string;
  /** Milliseconds after which it is made anew. Default: 600000, ten minutes. */
  readonly maxAgeMs?: number;
}

/** A team's own way to make values up. */
export interface OwnArbitrary {
  /** As the team spells it. */
  readonly name: string;
  /** Where it was defined; an empty file where that cannot be told. */
  readonly place: { readonly file: string; readonly line: number };
  /** Answers an arbitrary of fast-check; asked only where a story says the name. */
  readonly make: () => unknown;
}

const arbitraries = new Map<string, OwnArbitrary>();
const checks = new Map<string, OwnKind>();
const signIns = new Map<string, OwnSignIn>();

/**
 * Gives a kind of value a name of one to four words: from then on things can "be a valid …", and "not be a valid …".
 *
 * @example
 * defineCheck("German IBAN", (value) => /^DE\d{20}$/.test(String(value)));
 * // Then the response "iban" should be a valid German IBAN
 */
export function defineCheck(name: string, check: OwnCheck): void {
  const words = name.trim().split(/\s+/);
  if (words.length > 4 || !words.every((word) => /^[\w-]+$/.test(word))) {
    throw new Error(
      `"${name}" cannot be the name of a check: write one to four words of letters, digits and "-".`,
    );
  }
  const spelled = words.join(" ");
  demandNew(checks, spelled, "check");
  checks.set(spelled.toLowerCase(), reliableKind(spelled, check));
}

/**
 * Says how somebody signs in as a role. It is done once for each role and worker; what came of it is used again.
 *
 * @example
 * defineSignIn("owner", async (actor) => {
 *   await actor.api.post("/sessions", { email: "ada@example.com", password: process.env.OWNER_PASSWORD });
 * });
 * // Given Alice is signed in as owner
 */
export function defineSignIn<World extends StoryWorld = StoryWorld>(
  role: string,
  signIn: SignIn<World>,
  options: SignInValidity = {},
): void {
  demandNew(signIns, role, "sign-in");
  // Which class the World has, only the team knows.
  signIns.set(role.toLowerCase(), { code: signIn as SignIn, options });
}

/**
 * Gives a kind of made-up values a name: from then on stories can say `any …` of it, and invariants are tried with it.
 * What it answers is an arbitrary of fast-check.
 *
 * @example
 * import fc from "fast-check";
 * defineArbitrary("valid password", () => fc.string({ minLength: 12, maxLength: 64 }));
 * // Given any valid password as "password"
 */
export function defineArbitrary(name: string, make: () => unknown): void {
  const spelled = name.trim().split(/\s+/).join(" ");
  if (!/^[A-Za-z][\w -]*$/.test(spelled) || / (?:as|such that)(?: |$)/i.test(spelled)) {
    throw new Error(
      `"${name}" cannot be the name of an arbitrary: write words of letters, digits and "-", without "as" and "such that".`,
    );
  }
  demandNew(arbitraries, spelled, "arbitrary");
  arbitraries.set(spelled.toLowerCase(), { name: spelled, place: placeOfCaller(), make });
}

/** Of whoever called the function that calls this. */
function placeOfCaller(): OwnArbitrary["place"] {
  const [, , , caller = ""] = (new Error().stack ?? "").split("\n");
  const [, url = "", line = "1"] =
    /(?:\(|at )((?:file:\/\/)?[^()]+?):(\d+):\d+\)?$/.exec(caller) ?? [];
  const file = url.startsWith("file:") ? fileURLToPath(url) : url;
  return { file, line: Number(line) };
}

function demandNew(known: ReadonlyMap<string, unknown>, name: string, what: string): void {
  if (!known.has(name.toLowerCase())) return;
  throw new Error(`The ${what} "${name}" is defined twice.`);
}

/** By their names in small letters. */
export function ownChecks(): ReadonlyMap<string, OwnKind> {
  return checks;
}

/** By their names in small letters. */
export function ownArbitraries(): ReadonlyMap<string, OwnArbitrary> {
  return arbitraries;
}

export function ownSignIns(): ReadonlyMap<string, OwnSignIn> {
  return signIns;
}
