// Defines a parameter type of the pack. It knows none of them.
import { defineParameterType } from "@cucumber/cucumber";

export type Transformer = (this: unknown, ...groups: (string | undefined)[]) => unknown;

/** Defines a type; snippets never suggest it. */
export function define(name: string, regexp: RegExp | string, transformer?: Transformer): void {
  defineParameterType({ name, regexp, useForSnippets: false, ...(transformer && { transformer }) });
}

/** The methods of HTTP that sentences know, as alternatives. */
export const methods = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";
