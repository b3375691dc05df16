// What lint has to say about one place of one file.

export type Severity = "error" | "warning" | "note";

/** A change of text that mends the problem and nothing else. Lines and columns count from 1; `end` is exclusive. */
export interface Edit {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly text: string;
}

export interface RelatedPlace {
  readonly uri: string;
  readonly line: number;
  readonly message: string;
}

export interface Finding {
  /** Such as `structure/no-outcome`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly uri: string;
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** How much is meant, at least 1; absent: from the column to the end of the line. */
  readonly length?: number;
  /** The line as it stands in the file; absent when there is none. */
  readonly excerpt?: string;
  /** The story or scenario it is about. */
  readonly subject?: string;
  /** One sentence. */
  readonly message: string;
  /** What would be right, one sentence. */
  readonly wayOut: string;
  readonly related?: readonly RelatedPlace[];
  /** Absent when nothing safe and mechanical mends it. */
  readonly edits?: readonly Edit[];
}
