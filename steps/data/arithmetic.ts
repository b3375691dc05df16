// Arithmetic written as text: "19.50 * 3", "(1 + 2) / 4". It knows numbers, + - * / and brackets, and runs no code.
//
//   sum     = product { ( "+" | "-" ) product } ;
//   product = factor { ( "*" | "/" ) factor } ;
//   factor  = [ "-" ] ( number | "(" sum ")" ) ;

/** Deeper brackets are a mistake, and would be a full stack. */
const mostCharacters = 500;

/** The result, or why there is none. */
export function evaluateArithmetic(text: string): number | { readonly problem: string } {
  if (text.length > mostCharacters) return { problem: "it is too long" };
  const tokens = text.match(/\d+(?:\.\d+)?|\S/g) ?? [];
  const reader = new Reader(tokens);
  const result = reader.sum();
  if (reader.next !== undefined || Number.isNaN(result))
    return { problem: `"${reader.next ?? "its end"}" is not expected there` };
  return Number.isFinite(result) ? result : { problem: "it divides by zero" };
}

/** NaN stands for what could not be read. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get next(): string | undefined {
    return this.#tokens[this.#at];
  }

  sum(): number {
    let result = this.#product();
    while (this.next === "+" || this.next === "-") {
      const sign = this.#take() === "+" ? 1 : -1;
      result += sign * this.#product();
    }
    return result;
  }

  #product(): number {
    let result = this.#factor();
    while (this.next === "*" || this.next === "/") {
      const isTimes = this.#take() === "*";
      const factor = this.#factor();
      result = isTimes ? result * factor : result / factor;
    }
    return result;
  }

  #factor(): number {
    const { next } = this;
    if (next === "-") {
      this.#take();
      return -this.#factor();
    }
    if (next === "(") {
      this.#take();
      const inner = this.sum();
      return this.#take() === ")" ? inner : Number.NaN;
    }
    return /^\d/.test(next ?? "") ? Number(this.#take()) : Number.NaN;
  }

  #take(): string | undefined {
    this.#at += 1;
    return this.#tokens[this.#at - 1];
  }
}
