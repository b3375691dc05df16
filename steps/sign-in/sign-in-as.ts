// Signs an actor in as a role: with a sign-in that was made before where it is still good, else with a new one.
import type { Actor } from "../../src/journey/actor.ts";
import { currentWorker } from "../../src/journey/worker.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { type KeptSession, keepSession, restoreSession } from "./kept-session.ts";
import { checkSession, hasEnded } from "./validity.ts";
import { findWay, type Given, type Way } from "./ways.ts";

/** The sessions of this worker by role. Two who ask at once wait for the same one. */
class KeptSessions {
  readonly #byRole = new Map<string, Promise<KeptSession>>();

  async of(role: string, make: () => Promise<KeptSession>): Promise<KeptSession> {
    const known = this.#byRole.get(role);
    if (known !== undefined) return await known;
    const making = make();
    this.#byRole.set(role, making);
    // One that failed is no session: the next who asks tries again.
    making.catch(() => this.#forgetIf(role, making));
    return await making;
  }

  forget(role: string): void {
    this.#byRole.delete(role);
  }

  knows(role: string): boolean {
    return this.#byRole.has(role);
  }

  close(): void {
    this.#byRole.clear();
  }

  #forgetIf(role: string, making: Promise<KeptSession>): void {
    if (this.#byRole.get(role) === making) this.#byRole.delete(role);
  }
}

/** Throws, naming the role, what was sent and what came, when it cannot be done. */
export async function signInAs(
  world: StoryWorld,
  actor: Actor,
  role: string,
  given: Given = {},
): Promise<void> {
  const way = findWay(world.settings.signIn, role);
  const sessions = currentWorker(world.settings).resources.of(
    "sessions by role",
    () => new KeptSessions(),
  );
  const make = () => makeSession(world, way, given);
  // Each user has a session of their own.
  const key = [way.role, ...Object.values(given)].join("\n");
  try {
    const wasKnown = sessions.knows(key);
    let session = await sessions.of(key, make);
    if (wasKnown && !(await isGood(world, way, session))) {
      sessions.forget(key);
      session = await sessions.of(key, make);
    }
    await restoreSession(actor, session);
  } catch (error) {
    throw explain(error, `${actor.name} cannot be signed in as ${way.role}: `);
  }
}

/** Made by somebody apart, so that neither their cookies nor their last answer is mixed with anybody's. */
async function makeSession(world: StoryWorld, way: Way, given: Given): Promise<KeptSession> {
  return await apart(world, way, async (actor) => {
    const before = actor.api.headers;
    await way.signIn(actor, world, given);
    const session = await keepSession(actor, before, world.memory.now.getTime());
    const problem = await checkSession(actor, way.check);
    if (problem === undefined) return session;
    throw new Error(`after signing in, ${problem}`);
  });
}

async function isGood(world: StoryWorld, way: Way, session: KeptSession): Promise<boolean> {
  if (hasEnded(session, way.maxAgeMs, world.memory.now.getTime())) return false;
  if (way.check === undefined) return true;
  return await apart(world, way, async (actor) => {
    await restoreSession(actor, session);
    return (await checkSession(actor, way.check)) === undefined;
  });
}

async function apart<T>(
  world: StoryWorld,
  { role }: Way,
  work: (actor: Actor) => Promise<T>,
): Promise<T> {
  const actor = world.stranger(`${role} (signing in)`);
  // Where the step is given up at its deadline, the scenario's end still closes what was opened.
  const name = `signing in ${performance.now()}`;
  const { resources } = world;
  resources.of(name, () => ({ close: () => actor.close() }));
  try {
    return await work(actor);
  } finally {
    actor.openApi?.learnSecrets();
    await actor.close();
  }
}

/** The same error, so that what kind it is stays known. */
function explain(error: unknown, prefix: string): unknown {
  if (!(error instanceof Error) || Object.isFrozen(error)) return error;
  const { message, stack = "" } = error;
  error.message = prefix + message;
  error.stack = stack.replace(message, () => error.message);
  return error;
}
