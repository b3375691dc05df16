// Colours of a terminal, or none. Whether there is one, the caller knows.
import type { KindState } from "../gaps/gap-report.ts";

export type Paint = (text: string) => string;

export interface Palette extends Readonly<Record<KindState["state"], Paint>> {
  readonly strong: Paint;
  readonly dim: Paint;
}

const same: Paint = (text) => text;

export const plain: Palette = {
  present: same,
  planned: same,
  missing: same,
  "not-applicable": same,
  strong: same,
  dim: same,
};

export const coloured: Palette = {
  present: paint(32, 39),
  planned: paint(33, 39),
  missing: paint(31, 39),
  "not-applicable": paint(2, 22),
  strong: paint(1, 22),
  dim: paint(2, 22),
};

function paint(on: number, off: number): Paint {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
