// Pairs things with the places that would do for them: a maximum matching in a bipartite graph (Kuhn 1955),
// so that what fits anywhere takes nothing from what fits in one place only.

/**
 * Which place each thing is paired with, by index; a thing that got none is not in it.
 * @param fitting For each thing, the places that would do.
 */
export function pairUp(fitting: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const ownerOf = new Map<number, number>();
  const claim = (index: number, tried: Set<number>): boolean => {
    for (const at of fitting[index] ?? []) {
      if (tried.has(at)) continue;
      tried.add(at);
      const owner = ownerOf.get(at);
      if (owner === undefined || claim(owner, tried)) {
        ownerOf.set(at, index);
        return true;
      }
    }
    return false;
  };
  for (const index of fitting.keys()) claim(index, new Set());
  return new Map([...ownerOf].map(([at, index]) => [index, at]));
}
