// The way into a remembered value: `user.items[0].id` is `user`, then items, 0, id.

export type Step = string | number;

export type ReachedValue =
  | { readonly kind: "found"; readonly value: unknown }
  /** `reached` is as far as the path went; `keys` is what is there instead. */
  | { readonly kind: "missing"; readonly step: Step; readonly reached: unknown };

/** The first name of an expression and the steps after it; undefined when it is not a path. */
export function readPath(
  text: string,
): { readonly name: string; readonly steps: readonly Step[] } | undefined {
  const [, name, rest = ""] = /^([^.[\]]+)((?:\.[^.[\]]+|\[\d+\]|\["[^"]*"\])*)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const steps = [...rest.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\["([^"]*)"\]/g)].map(
    ([, key, index, quoted]): Step => (index === undefined ? (key ?? quoted ?? "") : Number(index)),
  );
  return { name: name.trim(), steps };
}

/** Follows the steps; a list takes `0` for its first item, however it is written. */
export function followPath(value: unknown, steps: readonly Step[]): ReachedValue {
  let reached = value;
  for (const step of steps) {
    if (typeof reached !== "object" || reached === null || !Object.hasOwn(reached, step)) {
      return { kind: "missing", step, reached };
    }
    reached = (reached as Record<Step, unknown>)[step];
  }
  return { kind: "found", value: reached };
}

/** What is there instead of the missing step: "there are: id, name". */
export function tellWhatIsThere(reached: unknown): string {
  if (Array.isArray(reached)) return `it is a list of ${reached.length}`;
  if (typeof reached !== "object" || reached === null) {
    return `it is ${JSON.stringify(reached) ?? String(reached)}, which holds nothing`;
  }
  const keys = Object.keys(reached);
  return keys.length === 0 ? "it is an empty object" : `there are: ${keys.slice(0, 20).join(", ")}`;
}
