// Colours of a terminal, or none. Whether there is one, the caller knows.
import type { Severity } from "../finding.ts";

export type Paint = (text: string) => string;

export interface Palette extends Readonly<Record<Severity, Paint>> {
  readonly strong: Paint;
  readonly dim: Paint;
}

export const plain: Palette = {
  error: (text) => text,
  warning: (text) => text,
  note: (text) => text,
  strong: (text) => text,
  dim: (text) => text,
};

/** The escapes themselves: Node's styleText asks the process's own streams, which are not always those written to. */
export const coloured: Palette = {
  error: paint(31, 39),
  warning: paint(33, 39),
  note: paint(36, 39),
  strong: paint(1, 22),
  dim: paint(2, 22),
};

function paint(on: number, off: number): Paint {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
