// What one scenario remembers (`as "name"`), and what `{{expressions}}` stand for.
// Each replay has a memory of its own, so whatever is unique or now is so in every one of them.
import { randomBytes } from "node:crypto";
import { closest, distance } from "fastest-levenshtein";
import { showMoment } from "./moment.ts";
import type { SecretKeeper } from "./secret-keeper.ts";
import { StoryError } from "./story-error.ts";
import { type Expression, type Piece, parseTemplate } from "./template.ts";
import { makeUnique, type RandomBytes, uniqueKinds } from "./unique-value.ts";
import { followPath, readPath, tellWhatIsThere } from "./value-path.ts";

export interface MemoryOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly secrets: Pick<SecretKeeper, "learn">;
  /** Default: the operating system's. */
  readonly random?: RandomBytes;
  /** The language of names in dates. Default: "en-GB". */
  readonly locale?: string;
}

export class Memory {
  readonly #options: MemoryOptions;
  readonly #values = new Map<string, unknown>();
  #uniques: Map<string, string | number> | undefined;

  constructor(options: MemoryOptions) {
    this.#options = options;
  }

  /** Keeps the value under that name; a later one of the same name replaces it. Throws when the name cannot be used. */
  remember(name: string, value: unknown): void {
    const problem = tellBadName(name);
    if (problem !== undefined) throw new StoryError(problem);
    this.#values.set(name.trim(), value);
  }

  /** True when something was remembered under that name; a path such as `user.email` counts when it leads somewhere. */
  knows(name: string): boolean {
    return this.#find(name.trim()).kind === "found";
  }

  /** All names, oldest first. */
  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** What was remembered under that name, or path. Throws, naming what is known, when there is none. */
  recall(name: string): unknown {
    const found = this.#find(name.trim());
    if (found.kind === "found") return found.value;
    // A name that nobody gave is the story's mistake; what is missing inside a value may be the product's.
    throw found.kind === "unknown" ? new StoryError(found.message) : new Error(found.message);
  }

  /** The text with each `{{expression}}` replaced; objects and lists become JSON. Throws when one is not known. */
  resolve(text: string): string {
    // Most texts hold no expression, and a replayed journey resolves them tens of thousands of times a second.
    if (!text.includes("{{")) return text;
    return takeApart(text)
      .map((piece) =>
        piece.kind === "text" ? piece.text : toText(this.#evaluate(piece.expression)),
      )
      .join("");
  }

  /** As `resolve`, but text that is one single `{{expression}}` keeps the type of its value. */
  resolveValue(text: string): unknown {
    if (!text.includes("{{")) return text;
    const [first, ...more] = takeApart(text);
    return first?.kind === "expression" && more.length === 0
      ? this.#evaluate(first.expression)
      : this.resolve(text);
  }

  /** The clock that `{{now}}` reads. */
  get clock(): () => Date {
    return this.#options.now;
  }

  /** The time of that clock. */
  get now(): Date {
    return this.#options.now();
  }

  /** That many random bytes, from the source that all made-up values come from. */
  random(size: number): Uint8Array {
    return (this.#options.random ?? randomBytes)(size);
  }

  /** A value that nothing else has, another one at every call: an "id", "email", "name" or "number". Throws for other kinds. */
  makeUnique(kind: string): string | number {
    const made = makeUnique(kind, (size) => this.random(size));
    if (made !== undefined) return made;
    throw new StoryError(
      `Nothing unique is called "${kind}"; there are: ${uniqueKinds.join(", ")}. ` +
        `Did you mean {{unique.${closest(kind, uniqueKinds)}}}?`,
    );
  }

  #evaluate(expression: Expression): unknown {
    switch (expression.kind) {
      case "environment":
        return this.#readEnvironment(expression.variable);
      case "unique":
        return this.#uniqueFor(expression.what, expression.text);
      case "moment":
        return showMoment(expression.moment, this.now, this.#options.locale ?? "en-GB");
      case "name":
        return this.recall(expression.text);
    }
  }

  /** Whatever comes out of the environment is taken for a secret. */
  #readEnvironment(variable: string): string {
    const { env, secrets } = this.#options;
    const value = env[variable];
    if (value === undefined) {
      throw new StoryError(
        `{{env.${variable}}}: the environment variable ${variable} is not set.\n` +
          `Set it for the run: ${variable}=… npx cucumber-js`,
      );
    }
    secrets.learn(value);
    return value;
  }

  /** The same words mean the same value within a scenario, so that it can be typed and then looked for. */
  #uniqueFor(what: string, text: string): string | number {
    this.#uniques ??= new Map();
    const value = this.#uniques.get(text) ?? this.makeUnique(what);
    this.#uniques.set(text, value);
    return value;
  }

  #find(text: string): Found {
    // A name may have dots in it; then it is not taken for a path.
    if (this.#values.has(text)) return { kind: "found", value: this.#values.get(text) };
    const path = readPath(text);
    if (path === undefined || !this.#values.has(path.name)) {
      return { kind: "unknown", message: tellUnknown(path?.name ?? text, this.names) };
    }
    const reached = followPath(this.#values.get(path.name), path.steps);
    if (reached.kind === "found") return reached;
    const message = `{{${text}}}: there is no "${reached.step}" in it; ${tellWhatIsThere(reached.reached)}.`;
    return { kind: "missing", message };
  }
}

type Found =
  | { readonly kind: "found"; readonly value: unknown }
  | { readonly kind: "unknown" | "missing"; readonly message: string };

function takeApart(text: string): readonly Piece[] {
  const parsed = parseTemplate(text);
  if (parsed.kind === "error") throw new StoryError(parsed.message);
  return parsed.pieces;
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function tellBadName(name: string): string | undefined {
  if (name.trim() === "") return "A value needs a name to be remembered by.";
  if (/[{}]/.test(name)) return `"${name}" cannot be a name: leave the braces out.`;
  if (/^(?:env|unique)\.|^(?:now|today)\b/.test(name.trim())) {
    return `"${name}" cannot be a name: {{${name.trim()}}} has a meaning already. Choose another one.`;
  }
  return undefined;
}

function tellUnknown(name: string, known: readonly string[]): string {
  if (known.length === 0) {
    return `Nothing is remembered as "${name}", nor as anything else yet. Remember it before: I remember "…" as "${name}"`;
  }
  const nearest = closest(name, known);
  // Two letters that changed places are two edits.
  const isNear = distance(name, nearest) <= (name.length < 4 ? 1 : 2);
  const hint = isNear ? ` Did you mean {{${nearest}}}?` : "";
  return `Nothing is remembered as "${name}". Known are: ${known.join(", ")}.${hint}`;
}
