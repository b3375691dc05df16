// The regularised incomplete beta function I_x(a, b) and its complement, as logarithms, so that tails far below the
// smallest number keep their size.
import { logBeta } from "./log-gamma.ts";

/** ln of both parts of the area under the Beta(a, b) density: below x, and above it. */
export interface LogTails {
  readonly below: number;
  readonly above: number;
  /** ln B(a, b): the parts of the density that is not divided by its whole are `below + whole` and `above + whole`. */
  readonly whole: number;
}

/**
 * ln I_x(a, b) and ln (1 − I_x(a, b)), for a, b > 0 and 0 < x < 1. By Lentz' continued fraction on the side where it
 * converges (Press et al., Numerical Recipes, §6.4): some √max(a, b) terms. Absolute error of the logarithm about 1e-9
 * at a million samples, where it comes from `logBeta`.
 */
export function logBetaTails(x: number, a: number, b: number): LogTails {
  const whole = logBeta(a, b);
  const front = a * Math.log(x) + b * Math.log1p(-x) - whole;
  if (x < (a + 1) / (a + b + 2)) {
    const below = Math.min(0, front + Math.log(continuedFraction(x, a, b)) - Math.log(a));
    return { below, above: logComplement(below), whole };
  }
  const above = Math.min(0, front + Math.log(continuedFraction(1 - x, b, a)) - Math.log(b));
  return { below: logComplement(above), above, whole };
}

/** ln (1 − e^y) for y ≤ 0, exact at both ends (Mächler 2012). */
function logComplement(y: number): number {
  return y > -Math.LN2 ? Math.log(-Math.expm1(y)) : Math.log1p(-Math.exp(y));
}

/** Enough for the middle of a billion samples; it is left as soon as a term changes nothing. */
const mostTerms = 100_000;
const tiny = 1e-300;

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
