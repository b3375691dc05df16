// What stays the same of a finding when its line moves: so that a tool knows it again in the next run.
import { hashContent } from "../story/identity.ts";
import type { Finding } from "./finding.ts";
import type { SilencedFinding } from "./silenced.ts";
import { compareFindings } from "./sort.ts";

export interface KnownFinding extends Finding {
  /** The same as long as the line says the same, wherever it moves to in its file. */
  readonly fingerprint: string;
}

export interface KnownFindings {
  readonly findings: readonly KnownFinding[];
  readonly silenced: readonly (SilencedFinding & { readonly finding: KnownFinding })[];
}

/** Findings and silenced ones; a comment changes neither its finding's fingerprint nor that of another. */
export function addFingerprintsToAll(
  findings: readonly Finding[],
  silenced: readonly SilencedFinding[],
): KnownFindings {
  const said = silenced.map(({ finding }) => finding);
  const all = [...findings, ...said].sort(compareFindings);
  const prints = new Map(
    addFingerprints(all).map(({ fingerprint }, index) => [all[index], fingerprint]),
  );
  const know = (finding: Finding) => ({ ...finding, fingerprint: prints.get(finding) ?? "" });
  return {
    findings: findings.map(know),
    silenced: silenced.map((one) => ({ ...one, finding: know(one.finding) })),
  };
}

/** The findings with fingerprints: of rule, file, subject and the line's words, and a count where those are equal. */
export function addFingerprints(findings: readonly Finding[]): readonly KnownFinding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, uri, subject = "", excerpt = "" } = finding;
    const key = [rule, uri, subject, excerpt.replace(/\s+/g, " ").trim()].join("\n");
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { ...finding, fingerprint: hashContent([key, count]) };
  });
}
