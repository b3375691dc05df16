// One `any` step of a scenario: what it is to make, and under which name it is remembered.
import type { Values } from "./arbitraries/form.ts";

export interface Draw {
  readonly name: string;
  /** As the step says it: `text of 0 to 11 characters`. */
  readonly what: string;
  readonly arbitrary: Values;
}
