// What a parameter type takes, as words for people: its regular expressions, read and not run on anything.

export interface ParameterType {
  readonly name: string;
  /** Sources of regular expressions. */
  readonly regexps: readonly string[];
}

/** The words that stand in the expressions, in lower case: for search and comparison. */
export function wordsOfType({ regexps }: ParameterType): ReadonlySet<string> {
  const text = regexps
    .join(" ")
    .replace(/\\./g, " ")
    .replace(/\[(\w)\w*\]/g, "$1");
  return new Set(text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
}

/** Whether it may stand for nothing at all. */
export function takesNothing({ regexps }: ParameterType): boolean {
  return regexps.some((source) => new RegExp(`^(?:${source})$`).test(""));
}

/** Longer readings hide the sentence around them. */
const longest = 24;

/** The simplest thing that it takes: `should be` for `(?:should|must)(?: not)? be|is`; an ellipsis for values. */
export function readType(type: ParameterType): string {
  const [source = ""] = type.regexps;
  const whole = /^\(\?:(.*)\)\?$/s.exec(source)?.[1];
  const isOptional = whole !== undefined && takesNothing(type);
  const reading = new Reader(isOptional ? whole : source).alternatives()[0] ?? "";
  const text = tidy(reading);
  if (isOptional) return text === "…" || text.length > longest ? "" : ` (${text})`;
  return text === "" || text.length > longest ? "…" : text;
}

function tidy(reading: string): string {
  return (
    reading
      .replace(/""|''/g, "…")
      // Units and signs between the parts of a value belong to it: `…ms`, `…x…`.
      .replace(/…(?:[^\s…]*…)*[\p{L}\p{N}]*/gu, "…")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/**
 * Reads a regular expression to the shortest text that shows what it takes: of alternatives the first, without what
 * may be left out. Grammar, as far as it is told apart:
 *   alternatives = sequence { "|" sequence } ;   sequence = { atom [ quantifier ] } ;
 *   atom = "(" [ "?:" | "?=" | "?!" | "?<" … ] alternatives ")" | "[" … "]" | "\" any | any ;
 */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): readonly string[] {
    const all = [this.#sequence()];
    while (this.#take("|")) all.push(this.#sequence());
    return all;
  }

  #sequence(): string {
    let text = "";
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? "")) {
      const atom = this.#atom();
      text += this.#isOptional() ? "" : atom;
    }
    return text;
  }

  #atom(): string {
    if (this.#take("(")) return this.#group();
    const character = this.#source[this.#at] ?? "";
    if (character === "[") return this.#characters();
    this.#at += character === "\\" ? 2 : 1;
    if (character !== "\\") return /[.^$]/.test(character) ? "" : character;
    const escaped = this.#source[this.#at - 1] ?? "";
    return /[dDwWsSp]/.test(escaped) ? "…" : /[bB]/.test(escaped) ? "" : escaped;
  }

  #group(): string {
    const [kind = ""] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += kind.length;
    const [first = ""] = this.alternatives();
    this.#take(")");
    return kind.endsWith("=") || kind.endsWith("!") ? "" : first;
  }

  /** `[Tt]` is a letter in either case. */
  #characters(): string {
    const [whole = "["] = /^\[(?:[^\]\\]|\\.)*\]/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += whole.length;
    const [, one = "", two = ""] = /^\[(.)(.)\]$/.exec(whole) ?? [];
    if (one !== "" && one.toLowerCase() === two.toLowerCase()) return one.toLowerCase();
    return /^\[[ -]+\]$/.test(whole) ? " " : "…";
  }

  #isOptional(): boolean {
    const [quantifier = ""] =
      /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at)) ?? [];
    this.#at += quantifier.length;
    return /^(?:[?*]|\{0)/.test(quantifier);
  }

  #take(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }
}
