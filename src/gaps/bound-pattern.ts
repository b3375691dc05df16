// Patterns that a project wrote, ended when they take too long for a text: `(a+)+$` may need longer than anybody lives.
import { type BoundedResult, makeBounded } from "../checks/bounded.ts";
import { makeStoppable } from "../checks/pattern.ts";

/** As a RegExp, without what remembers a place. */
export interface BoundPattern {
  /** @throws SlowPatternError */
  readonly exec: (text: string) => RegExpExecArray | null;
}

/** @param path where the pattern stands in the configuration */
export type PatternBinder = (pattern: RegExp, path: string) => BoundPattern;

/** A pattern of the configuration takes too long: the reader's to mend, so it carries no stack. */
class SlowPatternError extends Error {
  override readonly name = "SlowPatternError";

  constructor(path: string, { source }: RegExp, text: string, limitMs: number) {
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    super(
      [
        `${path} takes too long: ${source}`,
        `After ${limitMs} ms it had not come to an end with ${JSON.stringify(shown)}.`,
        "Repetitions inside repetitions, such as (a+)+, are tried in more ways than can be counted: write a+.",
      ].join("\n"),
    );
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** Gives the function that binds patterns; they share what has to be made ready. */
export function makePatternBinder(): PatternBinder {
  let run: (<T>(work: () => T) => BoundedResult<T>) | undefined;
  return (pattern, path) => {
    const isQuick = makeQuickTest(pattern);
    let stoppable: RegExp | undefined;
    const exec = (text: string): RegExpExecArray | null => {
      if (isQuick(text)) return pattern.exec(text);
      run ??= makeBounded();
      stoppable ??= makeStoppable(pattern);
      const watched = stoppable;
      const result = run(() => watched.exec(text));
      if (result.kind === "done") return result.value;
      throw new SlowPatternError(path, pattern, text, result.limitMs);
    };
    return { exec };
  };
}

/** Whether a text needs no watch: it costs more than most patterns, and repetition is what makes them slow. */
function makeQuickTest({ source }: RegExp): (text: string) => boolean {
  const bare = source.replace(/\\[\s\S]/g, "x").replace(/\[[^\]]*\]/g, "x");
  // Each choice doubles the ways, and so does what may be left out.
  const choices = bare.replace(/\(\?/g, "(").match(/[?|]/g)?.length ?? 0;
  if (/\)[*+{]/.test(bare) || /\\[1-9k]/.test(source) || choices > 15) return () => false;
  const repetitions = bare.match(/[*+]|\{\d+,/g)?.length ?? 0;
  const longest =
    repetitions === 0 ? 10_000 : repetitions === 1 ? 1_000 : repetitions === 2 ? 100 : 0;
  return ({ length }) => length <= longest;
}
