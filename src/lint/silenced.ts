// What comments took out of the findings. A comment may excuse something, but not in silence: every output tells it.
import { copyText } from "./copy-text.ts";
import type { Finding } from "./finding.ts";
import type { Suppression } from "./suppression.ts";

/** A finding that a comment silences, and the comment. */
export interface SilencedFinding {
  readonly finding: Finding;
  /** As the comment gives it. */
  readonly reason: string;
  /** Where the comment is. */
  readonly uri: string;
  readonly line: number;
}

/** The finding with the comment that silences it. */
export function describeSilenced(
  finding: Finding,
  { directive }: Pick<Suppression, "directive">,
): SilencedFinding {
  const { reason, line } = directive;
  return { finding, reason: copyText(reason), uri: finding.uri, line };
}

/** Such as `2 silenced by comments (1 error).`; nothing where nothing is. */
export function summariseSilenced(silenced: readonly SilencedFinding[]): string | undefined {
  if (silenced.length === 0) return undefined;
  const errors = silenced.filter(({ finding }) => finding.severity === "error").length;
  const weighty = errors === 0 ? "" : ` (${errors} ${errors === 1 ? "error" : "errors"})`;
  const comments = new Set(silenced.map(({ uri, line }) => `${line}:${uri}`)).size;
  const by = comments === 1 ? "a comment" : "comments";
  return `${silenced.length} silenced by ${by}${weighty}.`;
}
