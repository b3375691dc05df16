// Collects what is wrong in a policy, each with its path in the configuration and what would be right.
import { closest } from "fastest-levenshtein";
import type { ConfigProblem } from "../config/validate.ts";

/** The names of kinds of guarantee, and of groups of them. */
export interface KindNames {
  readonly known: readonly string[];
}

export class MistakeList {
  readonly problems: ConfigProblem[] = [];
  readonly kinds: readonly string[];

  constructor({ known }: KindNames) {
    this.kinds = known;
  }

  add(path: string, found: string, allowed: string): void {
    this.problems.push({ path, found, allowed });
  }

  /** A name that none of the known ones is. */
  addUnknown(path: string, name: string, known: readonly string[], found: string): void {
    const nearest = known.length === 0 ? "" : `. Did you mean ${closest(name, [...known])}?`;
    const list = known.length === 0 ? "there is none" : known.join(", ");
    this.add(path, `${JSON.stringify(name)}, ${found}`, `${list}${nearest}`);
  }
}
