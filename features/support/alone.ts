// A scenario tagged @alone changes something for everybody, so no worker runs another one beside it.
import { setParallelCanAssign } from "@cucumber/cucumber";
import { composeParallelRule } from "../../steps/parallel-rule.ts";

interface Tagged {
  readonly tags: readonly { readonly name: string }[];
}

function isAlone({ tags }: Tagged): boolean {
  return tags.some(({ name }) => name === "@alone");
}

setParallelCanAssign(
  composeParallelRule(
    (next, running) => running.length === 0 || (!isAlone(next) && !running.some(isAlone)),
  ),
);
