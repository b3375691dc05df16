// What an `any` step asks for, when it runs.
import type { Check } from "../../src/checks/check.ts";

export interface Taking {
  readonly what: string;
  readonly name: string;
  /** What stands behind `such that it`. */
  readonly check?: Check;
}
