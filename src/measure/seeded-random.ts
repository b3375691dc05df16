// Random numbers that a seed repeats. Not for secrets.

/** Uniform in [0, 1), 32 bits each: sfc32 (Doty-Humphrey, PractRand), whose period is beyond any run. */
export function seededRandom(seed: number): () => number {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // Seeds that differ in one bit are apart after a dozen rounds.
  for (let round = 0; round < 15; round += 1) next();
  return next;
}
