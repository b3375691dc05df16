import type { ConfigProblem } from "./validate.ts";

/** The configuration is wrong: the reader's to mend, so it carries no stack. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly #problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(tellProblems(problems));
    this.#problems = problems;
    this.stack = `${this.name}: ${this.message}`;
  }

  /** Not a field, so that printing the error does not say everything twice. */
  get problems(): readonly ConfigProblem[] {
    return this.#problems;
  }
}

function tellProblems(problems: readonly ConfigProblem[]): string {
  const count = problems.length === 1 ? "One problem" : `${problems.length} problems`;
  const lines = problems.map(
    ({ path, found, allowed }) =>
      `  ${path || "(the whole)"}\n    found:   ${found}\n    allowed: ${allowed}`,
  );
  return `${count} in the options of defineConfig (cucumber.js):\n${lines.join("\n")}`;
}
