// English words that are within the distance of a slip from a key and that people tag with. They pass.

/** In lower case, without separators. */
export const ownWords: ReadonlySet<string> = new Set([
  // near smoke
  "spoke",
  "smokes",
  "smoker",
  // near races
  "race",
  "racer",
  "raced",
  "rates",
  "faces",
  "traces",
  "graces",
  // near always
  "ways",
  // near planned
  "planner",
  "planted",
  "scanned",
  // near explore
  "explorer",
  "explored",
  "explode",
  // near invariant and regression
  "variant",
  "variants",
  "covariant",
  "progression",
  // near story, owner, repo
  "store",
  "storey",
  "stork",
  "owned",
  // near incident and touches
  "accident",
  "torches",
  // near errors, samples
  "error",
  "mirrors",
  "examples",
]);
