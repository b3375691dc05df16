// The items of a list that a sentence names.
import type { Target } from "../../src/journey/target.ts";
import { asKind } from "./target-words.ts";

/** Those of the list, or the target itself where it means items. */
export function itemsOf(target: Target): Target {
  const list = asKind(target, "list");
  if (list.kind !== "item") return { kind: "item", name: "", within: list };
  return list.within === undefined ? list : { ...list, within: asKind(list.within, "list") };
}
