// A gate's result as one line for a console; the report has the rest.
import type { GateResult, LoadNumbers, MeasuredPercentile } from "./gate-result.ts";
import { showRate, showShare, showValue, whole } from "./quantity.ts";

/**
 * `proven    @latency:p95<300ms  p95 212 ms (198 ms to 240 ms)  0 of 74 beyond  at 600/min`: verdict, tag, numbers; and
 * the first line of the reason where it is unproven or something was allowed for. Without colour and line end.
 */
export function showGateLine(result: GateResult): string {
  const { verdict, gate, kind, isImplied, load, measured } = result;
  const parts = [`${verdict.kind.padEnd(8)}  @${gate}${isImplied ? " (implied)" : ""}`];
  const isExplained = verdict.kind === "unproven" || kind === "rpm" || result.notes.length > 0;
  if (measured !== undefined) parts.push(showPercentile(measured));
  // The reason has the counts as well.
  if (!isExplained) parts.push(showCounts(result));
  if (load !== undefined) parts.push(showLoad(load));
  if (isExplained) parts.push(verdict.reason.split("\n", 1)[0] ?? "");
  return parts.join("  ");
}

export type GateCounts = Pick<GateResult, "kind" | "measured" | "samples" | "excesses" | "load">;

/** `p95 212 ms (198 ms to 240 ms)`, `0 of 74 beyond`, `at 600/min`: what the line has of them, one by one. */
export function listGateNumbers(result: GateCounts): readonly string[] {
  const { measured, load, samples } = result;
  return [
    ...(measured === undefined ? [] : [showPercentile(measured)]),
    ...(samples === 0 ? [] : [showCounts(result)]),
    ...(load === undefined ? [] : [showLoad(load)]),
  ];
}

function showCounts({ kind, measured, samples, excesses }: GateCounts): string {
  const counted = `${whole(excesses)} of ${whole(samples)}`;
  if (measured !== undefined) return `${counted} beyond`;
  if (kind === "availability")
    return `${showShare((samples - excesses) / samples)} succeeded, ${counted} failed`;
  return `${showShare(excesses / samples)} failed, ${counted}`;
}

function showPercentile({ share, value, low, high, unit }: MeasuredPercentile): string {
  const name = share === 1 ? "max" : `p${Number((share * 100).toFixed(10))}`;
  const from = low === undefined ? "" : showValue(low, unit);
  const to = high === undefined ? "" : showValue(high, unit);
  const interval =
    from !== "" && to !== ""
      ? ` (${from} to ${to})`
      : from !== ""
        ? ` (at least ${from})`
        : to !== ""
          ? ` (at most ${to})`
          : "";
  return `${name} ${showValue(value, unit)}${interval}`;
}

/** What was achieved is told where it is another number than what was offered. */
function showLoad({ offeredPerMinute, achievedPerMinute }: LoadNumbers): string {
  const isAchieved = achievedPerMinute >= offeredPerMinute * 0.95;
  const achieved = isAchieved ? "" : `, ${showRate(achievedPerMinute)} achieved`;
  return `at ${showRate(offeredPerMinute)}${achieved}`;
}
