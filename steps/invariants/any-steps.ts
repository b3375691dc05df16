// The `any` steps of a scenario, read from its sentences: what all of them make up is known before the first one runs.
import type { Pickle } from "@cucumber/messages";
import { loading } from "../loading.ts";

export interface AnyStep {
  /** `text of 0 to 11 characters`. */
  readonly what: string;
  readonly name: string;
  /** The words of a check: `should be greater than {{low}}`. */
  readonly condition?: string;
}

const sentence =
  /^any ([A-Za-z](?:[^"]|"[^"]*")*?) as (?:"([^"]*)"|'([^']*)')(?: such that it (.+))?$/;

/** In their order; backgrounds' first. */
export function listAnySteps({ steps }: Pick<Pickle, "steps">): readonly AnyStep[] {
  return steps.flatMap(({ text }) => {
    if (!text.startsWith(loading.prefix)) return [];
    const match = sentence.exec(text.slice(loading.prefix.length));
    const [, what = "", double, single = "", condition] = match ?? [];
    if (match === null) return [];
    return [{ what, name: double ?? single, ...(condition !== undefined && { condition }) }];
  });
}
