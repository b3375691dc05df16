// What is wrong with a piece of a tag's text, and what would be right in its place. It knows no files.

/** A place in a tag's text, from its `@` at 0. */
export interface Span {
  readonly start: number;
  /** At least 1, also where something is missing. */
  readonly length: number;
}

export interface Mistake extends Span {
  /** One sentence without place. */
  readonly message: string;
  /** What would be right, one sentence. */
  readonly wayOut: string;
}

/** What one piece of a value says; or what is wrong with it, and a text that would be right there. */
export type Piece<T> =
  | { readonly kind: "right"; readonly value: T; readonly text: string }
  | {
      readonly kind: "wrong";
      readonly message: string;
      readonly repair: string;
      /** Within the piece; absent: all of it. */
      readonly span?: Span;
    };

export function right<T>(value: T, text: string): Piece<T> {
  return { kind: "right", value, text };
}

export function wrong<T>(message: string, repair: string, span?: Span): Piece<T> {
  return { kind: "wrong", message, repair, ...(span === undefined ? {} : { span }) };
}

/** The same piece; a repair that is not right itself gives way to the example. */
export function withRightRepair<T>(
  piece: Piece<T>,
  read: (text: string) => Piece<T>,
  example: string,
): Piece<T> {
  if (piece.kind === "right" || read(piece.repair).kind === "right") return piece;
  return { ...piece, repair: example };
}

/** A text as it is shown within a sentence; long ones are cut. */
export function show(text: string): string {
  const most = 40;
  const letters = Array.from(text);
  return letters.length > most ? `"${letters.slice(0, most).join("")}…"` : `"${text}"`;
}
