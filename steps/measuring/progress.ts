// What a person sees of measuring: a line that changes while it lasts, and one for each gate when it is over.
// All of it goes to stderr, since stdout belongs to cucumber's formatters.
import type { FailureKind } from "../../src/gates/failures.ts";
import type { GateResult, GatesProgress } from "../../src/gates/gate-result.ts";
import { showTime, whole } from "../../src/gates/quantity.ts";
import { showGateLine } from "../../src/gates/show-gate-line.ts";

/** Where no line can be written over, so often one is written. */
const logEachMs = 10_000;
const wipe = "\r\u001b[2K";

export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export class MeasuringProgress {
  readonly #name: string;
  readonly #terminal: Terminal;
  #loggedMs = 0;
  #isShown = false;

  constructor(name: string, terminal: Terminal) {
    this.#name = name;
    this.#terminal = terminal;
  }

  show(progress: GatesProgress): void {
    const line = `storyproof: measuring "${this.#name}": ${describeProgress(progress)}`;
    if (this.#terminal.isTTY === true) {
      this.#isShown = true;
      this.#terminal.write(
        `${wipe}${line.slice(0, Math.max(20, (this.#terminal.columns ?? 80) - 1))}`,
      );
    } else if (progress.elapsedMs - this.#loggedMs >= logEachMs) {
      this.#loggedMs = progress.elapsedMs;
      this.#terminal.write(`${line}\n`);
    }
  }

  /** The scenario's place and a line for each gate; text that may hold secrets is to be redacted before. */
  end(place: string, lines: readonly string[]): void {
    const shown = lines.map((line) => `  ${line}\n`).join("");
    this.#terminal.write(
      `${this.#isShown ? wipe : ""}storyproof: gates of "${this.#name}" (${place})\n${shown}`,
    );
  }
}

/** `12 s, 340 journeys (2 failed); latency:p95<300ms 0 of 320 beyond`; exported for its tests. */
export function describeProgress({ elapsedMs, journeys, gates }: GatesProgress): string {
  const failed = journeys.failed > 0 ? ` (${whole(journeys.failed)} failed)` : "";
  const open = gates
    .filter(({ decision }) => decision !== "proven")
    .map(({ gate, samples, excesses, needed }) => {
      const missing = needed === undefined ? "" : `, ${whole(needed)} more needed`;
      return `; ${gate} ${whole(excesses)} of ${whole(samples)}${missing}`;
    });
  return `${showTime(elapsedMs)}, ${whole(journeys.ended)} journeys${failed}${open.join("")}`;
}

/**
 * A line for each, and below it the rest of a reason that has several. A reason that all share is given once. An implied
 * gate is told of only where it matters.
 */
export function listGateLines(results: readonly GateResult[]): readonly string[] {
  return results
    .filter(({ isImplied, verdict }) => !isImplied || verdict.kind === "refuted")
    .flatMap((result, at, shown) => {
      const { kind, reason } = result.verdict;
      const isSame = at > 0 && kind === "unproven" && shown[at - 1]?.verdict.reason === reason;
      return isSame
        ? [
            showGateLine({
              ...result,
              verdict: { ...result.verdict, reason: "For the same reason." },
            }),
          ]
        : [showGateLine(result), ...restOf(result)];
    });
}

function restOf({ verdict }: GateResult): readonly string[] {
  const [, ...rest] = verdict.reason.split("\n");
  return verdict.kind === "unproven" ? rest.map((line) => `    ${line}`) : [];
}

/** More kinds than a person reads there; the report has them all. */
const mostKinds = 3;

/** How journeys failed, the most frequent first: `135 ×  the response status should be 200: expected …`. */
export function listFailureLines(failures: readonly FailureKind[]): readonly string[] {
  const shown = failures.slice(0, mostKinds).flatMap(({ count, title, wayOut }) => {
    return [`${whole(count)} ×  ${title}`, ...(wayOut === undefined ? [] : [`    ${wayOut}`])];
  });
  const more = failures.length - mostKinds;
  return more > 0 ? [...shown, `${more} more kinds of failure are in the report`] : shown;
}
