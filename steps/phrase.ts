// A packaged phrase, ready for cucumber's Given, When or Then: `Given(...phrase("{actor} open(s) {text}", code))`.
// It puts the team's prefix in front, and redacts errors even where a team has a definition wrapper of its own.
// A function of ours that called Given itself would be the place that cucumber shows for every step.
import type { StoryWorld } from "../src/journey/world.ts";
import { loading } from "./loading.ts";
import { redactingErrors } from "./redacting-errors.ts";

/** Cucumber waits for a promise, and looks at nothing else that comes back. */
// biome-ignore lint/suspicious/noExplicitAny: cucumber hands a phrase what its parameter types make; only the phrase knows which.
export type PhraseCode = (this: StoryWorld, ...args: any[]) => unknown;

/** The arguments of a definition. The pattern is a cucumber expression. */
export function phrase(pattern: string, code: PhraseCode): [pattern: string, code: PhraseCode] {
  return [loading.prefix + pattern, redactingErrors(code)];
}
