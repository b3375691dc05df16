// How packaged phrases are defined: with the team's prefix, and with their errors redacted even where
// a team has a definition wrapper of its own.
import { Given, Then, When } from "@cucumber/cucumber";
import type { StoryWorld } from "../src/journey/world.ts";
import { loading } from "./loading.ts";
import { redactingErrors } from "./redacting-errors.ts";

// biome-ignore lint/suspicious/noExplicitAny: cucumber hands a phrase what its parameter types make; only the phrase knows which.
export type PhraseCode = (this: StoryWorld, ...args: any[]) => void | Promise<void>;

/** Defines a phrase that sets the scene. The pattern is a cucumber expression. */
export function given(pattern: string, code: PhraseCode): void {
  Given(loading.prefix + pattern, redactingErrors(code));
}

/** Defines a phrase by which an actor does something. */
export function when(pattern: string, code: PhraseCode): void {
  When(loading.prefix + pattern, redactingErrors(code));
}

/** Defines a phrase that says what must be so. */
export function then(pattern: string, code: PhraseCode): void {
  Then(loading.prefix + pattern, redactingErrors(code));
}
