// Two noisy cores: contestants take turns, and the median of their rounds counts.

/** Runs each contestant once a round, in turn, the order changing; answers their medians by name. */
export async function alternate(contestants, rounds) {
  const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  const names = Object.keys(contestants);
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) results[name].push(await contestants[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(results[name])]));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One line of a result: the ratio, its limit, and whether it is kept. */
export function verdict(title, ratio, limit, direction) {
  const kept = direction === "at most" ? ratio <= limit : ratio >= limit;
  return { title, ratio: Number(ratio.toFixed(2)), limit: `${direction} ${limit}`, kept };
}
