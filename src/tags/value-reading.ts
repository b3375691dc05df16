// What comes of reading what stands behind a tag's colon.
import type { Mistake, Piece } from "./mistake.ts";
import type { TagValue } from "./tag-value.ts";

export type ValueReading =
  | { readonly kind: "known"; readonly value: TagValue }
  /** At least one. */
  | { readonly kind: "malformed"; readonly mistakes: readonly Mistake[] };

export interface PlacedPiece {
  readonly piece: Piece<unknown>;
  /** In the tag's text, from its `@` at 0. */
  readonly start: number;
  /** As written; 0 when the piece is missing. */
  readonly length: number;
}

/** The mistakes of the pieces of a key's value, all with one way out: the whole tag as it would be right. */
export function refuse(key: string, pieces: readonly PlacedPiece[]): ValueReading {
  const repaired = pieces
    .map(({ piece }) => (piece.kind === "right" ? piece.text : piece.repair))
    .join("");
  const mistakes = pieces.flatMap(({ piece, start, length }): readonly Mistake[] => {
    if (piece.kind === "right") return [];
    const span = piece.span ?? { start: 0, length };
    return [
      {
        // Where something is missing, the pointer stands under the sign before it.
        start: span.length === 0 ? Math.max(0, start + span.start - 1) : start + span.start,
        length: Math.max(1, span.length),
        message: piece.message,
        wayOut: `Write @${key}:${repaired}.`,
      },
    ];
  });
  return { kind: "malformed", mistakes };
}

/** A value of one piece. */
export function readWhole<T>(
  key: string,
  text: string,
  piece: Piece<T>,
  build: (value: T) => TagValue,
): ValueReading {
  if (piece.kind === "right") return { kind: "known", value: build(piece.value) };
  return refuse(key, [{ piece, start: key.length + 2, length: text.length }]);
}
