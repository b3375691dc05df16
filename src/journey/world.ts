// The World of every scenario: who acts, what is remembered, and where evidence goes.
// It knows no HTTP library and no browser; those come through the drivers of this worker.
import { type IWorldOptions, World } from "@cucumber/cucumber";
import type { Settings } from "../config/settings.ts";
import { Actor, type PrepareBrowser } from "./actor.ts";
import type { ApiResponse, ApiSession } from "./api-port.ts";
import type { BrowserWishes } from "./browser/emulation-port.ts";
import type { Exchange } from "./exchange.ts";
import { Memory } from "./memory.ts";
import { notedCalls, type RecordedCall } from "./recorder.ts";
import { Resources } from "./resources.ts";
import type { SecretKeeper } from "./secret-keeper.ts";
import type { Target } from "./target.ts";
import { currentWorker } from "./worker.ts";

export interface StoryParameters {
  readonly storyproof: Settings;
}

/** The field of our Worlds that says how their browsers are opened where they are replayed. */
export const replayWishes: unique symbol = Symbol("wishes of a replay");

/** The field of our Worlds that holds what the `any` steps of a replay are given, in their order. */
export const givenValues: unique symbol = Symbol("given values of a replay");

/** What `I` is called when evidence names who acted. */
const defaultActor = "I";

/**
 * The World that packaged steps run in. A team's own World extends it:
 * `class ShopWorld extends StoryWorld { … }` and `setWorldConstructor(ShopWorld)`.
 */
export class StoryWorld<Parameters extends object = object> extends World<
  StoryParameters & Parameters
> {
  readonly memory: Memory;
  /** What this run knows to be secret. Texts that leave the scenario by another way than `attach` and `log` go through it. */
  readonly secrets: SecretKeeper;
  /** What packs open for the whole scenario; closed with it. */
  readonly resources = new Resources();
  /** True while a step runs that stands after Then ("And" and "But" included): what it says is demanded, not brought about. */
  isOutcome = false;
  /** Where the API is in this scenario, when a sentence has said so: paths of all who act go below it. */
  apiAddress: string | undefined;
  readonly #actors = new Map<string, Actor>();
  readonly #preparations: { readonly prepare: PrepareBrowser; readonly wishes: BrowserWishes }[] =
    [];
  #hasEnded = false;
  readonly [notedCalls]: RecordedCall[] = [];
  [replayWishes]: BrowserWishes | undefined;
  [givenValues]: readonly unknown[] | undefined;

  constructor(options: IWorldOptions<StoryParameters & Parameters>) {
    const { storyproof } = options.parameters;
    const { secrets } = currentWorker(storyproof);
    // Redaction happens here, at the boundary, so that no report has to think of it.
    const redact = (text: string): string => this.redact(text);
    super({
      ...options,
      attach: redactingAttach(options.attach, redact),
      log: (text: string) => options.log(redact(text)),
    });
    this.secrets = secrets;
    this.memory = new Memory({
      env: process.env,
      now: () => new Date(),
      secrets,
      locale: storyproof.browser.locale,
    });
  }

  /** The configuration of this run, defaults filled in. */
  get settings(): Settings {
    return this.parameters.storyproof;
  }

  /** True in a World that replays a journey: the scenario has been run and judged once already. */
  get isReplayed(): boolean {
    return this[replayWishes] !== undefined;
  }

  /** The actor of that name, made on first use; each has sessions of their own. */
  actor(name: string = defaultActor): Actor {
    const known = this.#actors.get(name);
    if (known !== undefined) return known;
    const actor = this.stranger(name);
    for (const { wishes, prepare } of this.#preparations) actor.prepareBrowser(prepare, wishes);
    this.#actors.set(name, actor);
    return actor;
  }

  /** Chooses what every actor's browser is like, of those who act already and of those who come. */
  async prepareBrowsers(prepare: PrepareBrowser, wishes: BrowserWishes = {}): Promise<void> {
    for (const actor of this.actors) await actor.prepareBrowser(prepare, wishes);
    this.#preparations.push({ prepare, wishes });
  }

  /** Somebody who takes no part in the scenario and leaves no evidence: whoever asks for them closes them. */
  stranger(name: string): Actor {
    if (this.#hasEnded) throw new Error(`The scenario is over: ${name} acts no more.`);
    const { drivers, secrets } = currentWorker(this.settings);
    return new Actor(name, drivers, secrets, () => this.apiAddress, this[replayWishes]);
  }

  /** What the words of a sentence mean on a page: `this.target('the "Save" button in the row "Ada"')`. Throws when they mean nothing. */
  target(words: string): Target {
    return currentWorker(this.settings).readTarget(words, (text) => this.resolve(text));
  }

  /** Everybody who acted so far, in order of appearance. */
  get actors(): readonly Actor[] {
    return [...this.#actors.values()];
  }

  /** The answer that came last, whoever asked. Throws, naming the step to take, when nobody has. */
  get lastResponse(): ApiResponse {
    let latest: ApiSession | undefined;
    for (const { openApi } of this.#actors.values()) {
      const atMs = openApi?.lastResponseAtMs;
      if (atMs !== undefined && atMs >= (latest?.lastResponseAtMs ?? 0)) latest = openApi;
    }
    return (latest ?? this.actor().api).lastResponse;
  }

  /** What was exchanged through the API, by whomever, oldest first: the last 20 of each actor. */
  get exchanges(): readonly Exchange[] {
    const all = this.actors.flatMap(({ openApi }) => openApi?.exchanges ?? []);
    return all.sort((a, b) => a.startedAtMs - b.startedAtMs);
  }

  /** Closes all sessions for good, where a scenario is run again; undefined where there is nothing to wait for. */
  end(): Promise<void> | undefined {
    this.#hasEnded = true;
    const pending: Promise<void>[] = [];
    for (const actor of this.#actors.values()) {
      const ending = actor.end();
      if (ending !== undefined) pending.push(ending);
    }
    const ending = this.resources.end();
    if (ending !== undefined) pending.push(ending);
    return pending.length === 0 ? undefined : Promise.all(pending).then(() => {});
  }

  /** The text without the secrets that this scenario has seen. */
  redact(text: string): string {
    this.learnSecrets();
    return this.secrets.redact(text);
  }

  /** Makes known what the exchanges so far carried in secret places. */
  learnSecrets(): void {
    for (const actor of this.#actors.values()) actor.openApi?.learnSecrets();
  }

  /** The text with each `{{name}}` replaced. Throws, naming what is known, when a name is not. */
  resolve(text: string): string {
    return this.memory.resolve(text);
  }
}

type Attach = IWorldOptions["attach"];

function redactingAttach(attach: Attach, redact: (text: string) => string): Attach {
  const redacting = (data: unknown, ...rest: unknown[]): unknown =>
    Reflect.apply(attach, undefined, [typeof data === "string" ? redact(data) : data, ...rest]);
  return redacting as Attach;
}
