// Signs an actor in as a role: with a sign-in that was made before where it is still good, else with a new one.
import type { Actor } from "../../src/journey/actor.ts";
import { currentWorker } from "../../src/journey/worker.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { type KeptSession, keepSession, restoreSession } from "./kept-session.ts";
import { checkSession, hasEnded } from "./validity.ts";
import { findWay, type Given, type Way } from "./ways.ts";

/** Roles, where scenarios give addresses of their own: the oldest sessions go first. */
const mostSessions = 100;

/** The sessions of this worker by role and address. Two who ask at once wait for the same one. */
class KeptSessions {
  readonly #byRole = new Map<string, Promise<KeptSession>>();

  async of(role: string, make: () => Promise<KeptSession>): Promise<KeptSession> {
    const known = this.#byRole.get(role);
    if (known !== undefined) return await known;
    const [oldest] = this.#byRole.keys();
    if (oldest !== undefined && this.#byRole.size >= mostSessions) this.#byRole.delete(oldest);
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

/**
 * For sentences that say what is so ("is signed in as"): a sign-in made before will do. Throws, naming the role, what
 * was sent and what came, when it cannot be done.
 */
export async function signInAs(world: StoryWorld, actor: Actor, role: string): Promise<void> {
  const way = findWay(world.settings.signIn, role);
  const sessions = currentWorker(world.settings).resources.of(
    "sessions by role",
    () => new KeptSessions(),
  );
  const make = () => makeSession(world, way, {});
  // Each address is a product of its own.
  const key = [way.role, world.apiAddress ?? ""].join("\n");
  await explaining(actor, way, async () => {
    const wasKnown = sessions.knows(key);
    let session = await sessions.of(key, make);
    if (wasKnown && !(await isGood(world, way, session))) {
      sessions.forget(key);
      session = await sessions.of(key, make);
    }
    await restoreSession(actor, session);
  });
}

/** For sentences by which somebody acts ("signs in as"): the product is asked, each time. Throws as `signInAs` does. */
export async function signInAfresh(
  world: StoryWorld,
  actor: Actor,
  role: string,
  given: Given = {},
): Promise<void> {
  const way = findWay(world.settings.signIn, role);
  await explaining(actor, way, async () => {
    await restoreSession(actor, await makeSession(world, way, given));
  });
}

async function explaining(actor: Actor, way: Way, work: () => Promise<void>): Promise<void> {
  try {
    await work();
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
    const problem = await checkSession(world, actor, way.check);
    if (problem === undefined) return session;
    throw new Error(`after signing in, ${problem}`);
  });
}

async function isGood(world: StoryWorld, way: Way, session: KeptSession): Promise<boolean> {
  if (hasEnded(session, way.maxAgeMs, world.memory.now.getTime())) return false;
  if (way.check === undefined) return true;
  return await apart(world, way, async (actor) => {
    await restoreSession(actor, session);
    return (await checkSession(world, actor, way.check)) === undefined;
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
