// Which kinds of guarantee one case has: what its parts say, weighed against each other.
import type { Hit, Signals } from "./compile-signals.ts";
import { type GuaranteeKind, isUnhappy } from "./kinds.ts";
import type { Part, SpokenCase } from "./spoken-parts.ts";

export interface Found {
  readonly hit: Hit;
  readonly part: Part;
}

export type FoundKinds = ReadonlyMap<GuaranteeKind, Found>;

/** By what each kind was recognised; the surest signal counts. */
export function judgeCase({ parts }: SpokenCase, signals: Signals, isEnglish: boolean): FoundKinds {
  const found = new Map<GuaranteeKind, Found>();
  const candidates: Found[] = [];
  for (const part of parts) {
    for (const hit of signals.find(part.place, part.text, isEnglish))
      candidates.push({ hit, part });
  }
  if (candidates.length === 0) return found;
  candidates.sort((a, b) => a.hit.rank - b.hit.rank);
  let texts: readonly string[] | undefined;
  const accept = (candidate: Found): void => {
    const { signal } = candidate.hit;
    if (found.has(signal.kind)) return;
    if (signal.unless !== undefined) {
      texts ??= listTexts(parts);
      if (!signals.holds(signal, texts)) return;
    }
    if (signal.mustAct === true && !acts(candidate, parts)) return;
    found.set(signal.kind, candidate);
  };
  // First what stands for itself, then what needs another kind, then what another kind rules out.
  for (const one of candidates) if (isFree(one.hit)) accept(one);
  addImplied(found);
  const isMet = ({ signal }: Hit) => signal.with === undefined || found.has(signal.with);
  for (const one of candidates) {
    if (one.hit.signal.without === undefined && isMet(one.hit)) accept(one);
  }
  addImplied(found);
  for (const one of candidates) {
    const { without } = one.hit.signal;
    if (without !== undefined && !found.has(without) && isMet(one.hit)) accept(one);
  }
  return found;
}

function isFree({ signal }: Hit): boolean {
  return signal.with === undefined && signal.without === undefined;
}

/** Whoever shows a refusal shows an unhappy path. */
function addImplied(found: Map<GuaranteeKind, Found>): void {
  if (found.has("unhappy-path")) return;
  const first = [...found].find(([kind]) => isUnhappy(kind));
  if (first !== undefined) found.set("unhappy-path", first[1]);
}

function listTexts(parts: readonly Part[]): readonly string[] {
  const spoken = parts.filter(({ place }) => place !== "tag" && place !== "gate");
  return spoken.map(({ place, text }) => `${place}: ${text}`);
}

/** `Ada is signed in` says nothing of a scenario in which Ada does nothing. */
function acts({ hit, part }: Found, parts: readonly Part[]): boolean {
  const name = /^\p{Lu}\p{Ll}+(?= )/u.exec(part.text.slice(0, hit.at))?.[0];
  if (name === undefined || /^(?:The|A|An|My|Our)$/.test(name)) return true;
  return parts.some(
    ({ place, text, isBackground }) =>
      !isBackground && (place === "action" || place === "outcome") && text.includes(name),
  );
}
