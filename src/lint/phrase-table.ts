// Counts the phrases of hundreds of thousands of steps. It keeps one text of each phrase and builds no others: a phrase
// is known by 64 bits of its shape, which are made of the text directly. What a shape is, phrase-shape.ts says.
import { copyText } from "./copy-text.ts";
import { shapeOf } from "./phrase-shape.ts";
import { ShapeBits } from "./shape-bits.ts";
import { TextIndex } from "./text-index.ts";
import type { WrittenStep } from "./written-steps.ts";

export interface PhraseUse {
  readonly shape: string;
  /** How many steps are written so. */
  readonly count: number;
  /** The first of them; two phrases of one file are in one order by their lines. */
  readonly first: WrittenStep;
  readonly uri: string;
  /** Where its file stands among all files. */
  readonly order: number;
}

/** The phrases of some files as plain data, in columns: there are tens of thousands, and threads send them. */
export interface PhraseColumns {
  readonly lows: Int32Array;
  readonly highs: Int32Array;
  readonly counts: Int32Array;
  /** Of the first step that has the phrase. */
  readonly texts: readonly string[];
  readonly lines: Int32Array;
  readonly textColumns: Int32Array;
  /** The scenario of that step; empty in a background. */
  readonly subjects: readonly string[];
  /** Its file, as a place in the two lists below. */
  readonly files: Int32Array;
  readonly uris: readonly string[];
  readonly orders: Int32Array;
}

export class PhraseTable {
  /** Gives each phrase its place in the lists below. */
  readonly #index = new TextIndex();
  readonly #counts: number[] = [];
  readonly #texts: string[] = [];
  readonly #lines: number[] = [];
  readonly #textColumns: number[] = [];
  readonly #subjects: string[] = [];
  readonly #files: number[] = [];
  readonly #uris: string[] = [];
  readonly #orders: number[] = [];
  readonly #bits = new ShapeBits();

  /** @param order of the file; rises from call to call */
  count({ step, scenario }: WrittenStep, uri: string, order: number): void {
    const { low, high } = this.#bits.read(step.text);
    const place = this.#index.placeOf(low, high);
    if (place < this.#counts.length) {
      this.#counts[place] = (this.#counts[place] ?? 0) + 1;
      return;
    }
    this.#counts.push(1);
    this.#texts.push(copyText(step.text));
    this.#lines.push(step.line);
    this.#textColumns.push(step.textColumn);
    this.#subjects.push(scenario?.id ?? "");
    this.#files.push(this.#noteFile(uri, order));
  }

  /** In the order in which they were first seen. */
  columns(): PhraseColumns {
    return {
      lows: Int32Array.from(this.#index.lows),
      highs: Int32Array.from(this.#index.highs),
      counts: Int32Array.from(this.#counts),
      texts: this.#texts,
      lines: Int32Array.from(this.#lines),
      textColumns: Int32Array.from(this.#textColumns),
      subjects: this.#subjects,
      files: Int32Array.from(this.#files),
      uris: this.#uris,
      orders: Int32Array.from(this.#orders),
    };
  }

  /** Takes in what another table counted in other files. */
  absorb(other: PhraseColumns): void {
    const before = this.#uris.length;
    for (const uri of other.uris) this.#uris.push(uri);
    for (const order of other.orders) this.#orders.push(order);
    for (let at = 0; at < other.texts.length; at += 1) {
      const place = this.#index.placeOf(other.lows[at] ?? 0, other.highs[at] ?? 0);
      const isNew = place === this.#counts.length;
      this.#counts[place] = (this.#counts[place] ?? 0) + (other.counts[at] ?? 0);
      const file = before + (other.files[at] ?? 0);
      if (!isNew && this.#orderOf(place) < (this.#orders[file] ?? 0)) continue;
      this.#texts[place] = other.texts[at] ?? "";
      this.#lines[place] = other.lines[at] ?? 0;
      this.#textColumns[place] = other.textColumns[at] ?? 0;
      this.#subjects[place] = other.subjects[at] ?? "";
      this.#files[place] = file;
    }
  }

  /** In the order of the files, and of the lines in each. */
  list(): readonly PhraseUse[] {
    const uses = this.#texts.map((text, place): PhraseUse => {
      const subject = this.#subjects[place] ?? "";
      const line = this.#lines[place] ?? 1;
      const textColumn = this.#textColumns[place] ?? 1;
      const step = { text, line, textColumn };
      return {
        shape: shapeOf(text),
        count: this.#counts[place] ?? 0,
        first: subject === "" ? { step } : { step, scenario: { id: subject } },
        uri: this.#uris[this.#files[place] ?? 0] ?? "",
        order: this.#orderOf(place),
      };
    });
    return uses.sort((a, b) => a.order - b.order || a.first.step.line - b.first.step.line);
  }

  #orderOf(place: number): number {
    return this.#orders[this.#files[place] ?? 0] ?? 0;
  }

  #noteFile(uri: string, order: number): number {
    const last = this.#uris.length - 1;
    if (this.#orders[last] === order) return last;
    this.#orders.push(order);
    return this.#uris.push(uri) - 1;
  }
}

/** The phrases of all parts as if one table had counted them. */
export function joinPhrases(parts: readonly PhraseColumns[]): readonly PhraseUse[] {
  const table = new PhraseTable();
  for (const part of parts) table.absorb(part);
  return table.list();
}
