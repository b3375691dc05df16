/** A text by which the product tells a limit that was passed: `"No more than 5 coupons"`. */
export const limitTold = String.raw`["'][^"']*\b(?:no more than|at most|only up to) (?:\d+|one|two|three|four|five|ten)\b`;
