// Texts of a length, as values that fast-check makes and shrinks. A text of 3 to 8 characters has at least 3 signs as
// people count them and at most 8 UTF-16 units, so that it is one by whichever way a product counts.
import type { Arbitrary, Random, Stream, Value } from "fast-check";
import type { FastCheck } from "../fast-check.ts";
import type { Characters } from "./characters.ts";

export interface TextLength {
  readonly min: number;
  readonly max: number;
}

/** Longer ones are made now and then only: a hundred characters show as much, and cost less. */
const usuallyLongest = 64;

/** What has been tried of a text, so that it is not tried again when a smaller one fails too. */
interface Tried {
  readonly signs: readonly string[];
  readonly areLengthsTried: boolean;
  readonly areAllTried: boolean;
  /** How many of its chunks were made simple. */
  readonly chunks: number;
}

const untried = { areLengthsTried: false, areAllTried: false, chunks: 0 } as const;

export function textArbitrary(
  fc: FastCheck,
  characters: Characters,
  length: TextLength,
): Arbitrary<string> {
  const simplest = characters.plain[0] ?? "a";
  const plainest = ["A", "0"].filter(
    (sign) => sign !== simplest && characters.plain.includes(sign),
  );

  class TextArbitrary extends fc.Arbitrary<string> {
    override generate(random: Random): Value<string> {
      const signs = drawSigns(random, characters, length, drawLength(random, length));
      return make({ signs, ...untried });
    }

    override canShrinkWithoutContext(value: unknown): value is string {
      return typeof value === "string";
    }

    override shrink(value: string, context: unknown): Stream<Value<string>> {
      return fc.stream(smaller((context ?? { signs: [...value], ...untried }) as Tried));
    }
  }

  function make(tried: Tried): Value<string> {
    return new fc.Value(tried.signs.join(""), tried);
  }

  /** Shorter ones; then all signs as simple as can be; then half of them, a quarter, down to each alone. */
  function* smaller(tried: Tried): IterableIterator<Value<string>> {
    const { signs, areLengthsTried, areAllTried } = tried;
    const count = signs.length;
    for (let off = areLengthsTried ? 0 : count - length.min; off > 0; off = Math.floor(off / 2)) {
      yield make({ signs: signs.slice(0, count - off), ...untried });
      // What matters may stand at the end.
      yield make({ signs: signs.slice(off), ...untried });
    }
    if (signs.every((sign) => sign === simplest)) return;
    const shorter = { ...tried, areLengthsTried: true };
    if (!areAllTried) {
      yield make({ ...shorter, signs: signs.map(() => simplest), areAllTried: true });
      // What counts in UTF-16 units may be long enough only with as many of them.
      const units = signs.join("").length;
      if (units > count)
        yield make({ signs: Array.from({ length: units }, () => simplest), ...untried });
    }
    yield* simplerChunks({ ...shorter, areAllTried: true });
  }

  function* simplerChunks(tried: Tried): IterableIterator<Value<string>> {
    const { signs } = tried;
    for (const [at, { start, end }] of chunksOf(signs.length).entries()) {
      const isSimple = signs.slice(start, end).every((sign) => sign === simplest);
      if (at < tried.chunks || isSimple) continue;
      const simpler = signs.map((sign, index) => (index >= start && index < end ? simplest : sign));
      yield make({ ...tried, signs: simpler, chunks: at + 1 });
      if (end - start === 1) yield* plainerSigns({ ...tried, chunks: at + 1 }, start);
    }
  }

  /** A sign that cannot be the simplest may be another plain one; what has more units may need as many. */
  function* plainerSigns(tried: Tried, at: number): IterableIterator<Value<string>> {
    const sign = tried.signs[at] ?? simplest;
    const padding = Array.from({ length: sign.length - 1 }, () => simplest);
    for (const plainer of plainest) {
      if (plainer === sign) return;
      yield make({ ...tried, signs: tried.signs.with(at, plainer) });
      if (padding.length === 0) continue;
      yield make({ ...untried, signs: tried.signs.toSpliced(at, 1, plainer, ...padding) });
    }
  }

  return new TextArbitrary();
}

/** Its halves, quarters, and so on down to single signs. */
function chunksOf(count: number): readonly { readonly start: number; readonly end: number }[] {
  const chunks = [];
  for (let size = Math.ceil(count / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < count; start += size) {
      chunks.push({ start, end: Math.min(count, start + size) });
    }
  }
  return chunks;
}

/** The ends of the range are where products go wrong, so each is taken once in eight times. */
function drawLength(random: Random, { min, max }: TextLength): number {
  const kind = random.nextInt(1, 8);
  if (kind === 1) return min;
  if (kind === 2) return max;
  return random.nextInt(min, kind === 3 ? max : Math.min(max, min + usuallyLongest));
}

function drawSigns(
  random: Random,
  { plain, trouble, spaces }: Characters,
  { max }: TextLength,
  count: number,
): readonly string[] {
  const kind = random.nextInt(1, 10);
  const isBlank = kind === 1 && spaces.length > 0;
  const isPlain = kind >= 8 || trouble.length === 0;
  const pick = (from: readonly string[]) => from[random.nextInt(0, from.length - 1)] ?? "a";
  // How many units signs may take beyond one each.
  let spare = Math.max(0, max - count);
  return Array.from({ length: count }, () => {
    const sign = isBlank
      ? pick(spaces)
      : pick(isPlain || random.nextInt(0, 1) === 0 ? plain : trouble);
    if (sign.length - 1 > spare) return pick(plain);
    spare -= sign.length - 1;
    return sign;
  });
}
