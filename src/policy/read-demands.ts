// What a rule requires, forbids and limits, as a list of single demands.
import type { PolicyRuleOptions } from "../config/policy-options.ts";
import { readDuration } from "../tags/duration.ts";
import { type GateKind, gateKinds, isOneOf } from "../tags/known-keys.ts";
import type { Piece } from "../tags/mistake.ts";
import { readShare } from "../tags/share.ts";
import type { MistakeList } from "./mistake-list.ts";
import type { Demand } from "./policy.ts";
import { readTagExpression, type TagExpression } from "./tag-expression.ts";
import { readTagPattern } from "./tag-pattern.ts";

/** All that can be read; what cannot is among the mistakes. */
export function readDemands(
  path: string,
  { require = {}, forbid = {}, limit = {} }: PolicyRuleOptions,
  mistakes: MistakeList,
): readonly Demand[] {
  const tags = (list: readonly string[] = []) => list.map(readTagPattern);
  const gates = (part: string, list: readonly string[] = []) =>
    list.flatMap((name, index) => readGate(`${path}.${part}.gates[${index}]`, name, mistakes));
  const forbiddenKinds = (forbid.guarantees ?? []).filter((name, index) =>
    isKind(`${path}.forbid.guarantees[${index}]`, name, mistakes),
  );
  return [
    ...tags(require.tags).map((pattern) => ({ kind: "tag", pattern }) as const),
    ...gates("require", require.gates).map((gate) => ({ kind: "gate", gate }) as const),
    ...readGuarantees(path, require.guarantees, mistakes),
    ...readScenarios(path, require.scenarios, mistakes),
    ...(require.intent === true ? [{ kind: "intent" } as const] : []),
    ...tags(forbid.tags).map((pattern) => ({ kind: "no-tag", pattern }) as const),
    ...gates("forbid", forbid.gates).map((gate) => ({ kind: "no-gate", gate }) as const),
    ...forbiddenKinds.map((name) => ({ kind: "no-guarantee", name }) as const),
    ...readGateLimits(path, limit.gates, mistakes),
    ...(limit.scenarios === undefined
      ? []
      : [{ kind: "scenario-limit", most: limit.scenarios } as const]),
    ...readTimeLimit(path, limit.runningTime, mistakes),
  ];
}

/** Undefined when there is none, or a wrong one. */
export function readExpression(
  path: string,
  text: string | undefined,
  mistakes: MistakeList,
): TagExpression | undefined {
  if (text === undefined) return undefined;
  const reading = readTagExpression(text);
  if (reading.kind === "read") return reading.expression;
  const [message = "", ...pointed] = reading.problem.split("\n");
  const found = [message, ...pointed.map((line) => `             ${line}`)].join("\n");
  mistakes.add(path, found, 'a tag expression such as "@risk:high and not (@smoke or @wip)"');
  return undefined;
}

function readGate(path: string, name: string, mistakes: MistakeList): readonly GateKind[] {
  if (isOneOf(gateKinds, name)) return [name];
  mistakes.addUnknown(path, name, gateKinds, "no kind of gate");
  return [];
}

function isKind(path: string, name: string, mistakes: MistakeList): boolean {
  if (mistakes.kinds.includes(name)) return true;
  mistakes.addUnknown(path, name, mistakes.kinds, "no kind of guarantee");
  return false;
}

function readGuarantees(
  path: string,
  guarantees: Readonly<Record<string, number>> = {},
  mistakes: MistakeList,
): readonly Demand[] {
  return Object.entries(guarantees).flatMap(([name, least]) => {
    const isKnown = isKind(`${path}.require.guarantees[${JSON.stringify(name)}]`, name, mistakes);
    return isKnown ? [{ kind: "guarantee", name, least } as const] : [];
  });
}

function readScenarios(
  path: string,
  scenarios: Readonly<Record<string, number>> = {},
  mistakes: MistakeList,
): readonly Demand[] {
  return Object.entries(scenarios).flatMap(([text, least]) => {
    const place = `${path}.require.scenarios[${JSON.stringify(text)}]`;
    const where = readExpression(place, text, mistakes);
    return where === undefined ? [] : [{ kind: "scenarios", where, least } as const];
  });
}

const timed = ["latency", "lcp", "inp"] as const satisfies readonly GateKind[];
const limited = ["time", ...timed, "cls", "errors", "rpm"] as const;

function readGateLimits(
  path: string,
  gates: Readonly<Record<string, string | number>> = {},
  mistakes: MistakeList,
): readonly Demand[] {
  return Object.entries(gates).flatMap(([name, written]) => {
    const place = `${path}.limit.gates.${name}`;
    if (!isOneOf(limited, name)) {
      mistakes.addUnknown(place, name, limited, "nothing that a limit can be set to");
      return [];
    }
    const most = readMost(place, name, written, mistakes);
    const kinds = name === "time" ? timed : [name];
    if (most === undefined) return [];
    return [{ kind: "gate-limit", limit: { kinds, most, text: showLimit(written) } } as const];
  });
}

function showLimit(written: string | number): string {
  return String(written).replace(/^([\d.]+)\s*([a-z]+)$/, "$1 $2");
}

function readMost(
  path: string,
  name: (typeof limited)[number],
  written: string | number,
  mistakes: MistakeList,
): number | undefined {
  if (name === "cls" || name === "rpm") {
    if (typeof written === "number" && written >= 0) return written;
    mistakes.add(path, JSON.stringify(written) ?? String(written), "a number from 0");
    return undefined;
  }
  const example = name === "errors" ? "1%" : "2s";
  const read = name === "errors" ? readShare : readDuration;
  return takePiece(path, written, (text) => read(text, example), mistakes);
}

function takePiece(
  path: string,
  written: unknown,
  read: (text: string) => Piece<number>,
  mistakes: MistakeList,
): number | undefined {
  const found = JSON.stringify(written) ?? String(written);
  const piece = read(String(written).replace(/\s+/g, ""));
  if (piece.kind === "right") return piece.value;
  const isTime = typeof written === "number" && !/%/.test(piece.repair);
  const examples = isTime ? writeTimes(written) : [piece.repair];
  const allowed = `such as ${examples.map((text) => JSON.stringify(text)).join(" or ")}`;
  mistakes.add(path, `${found}: ${piece.message}`, allowed);
  return undefined;
}

/** A number is meant in milliseconds, or in seconds where it is small. */
function writeTimes(number: number): readonly string[] {
  if (number < 100) return [`${number}s`, `${number}ms`];
  return number % 1000 === 0 ? [`${number / 1000}s`, `${number}ms`] : [`${number}ms`];
}

function readTimeLimit(
  path: string,
  written: string | undefined,
  mistakes: MistakeList,
): readonly Demand[] {
  if (written === undefined) return [];
  const read = (text: string) => readDuration(text, "5min");
  const mostMs = takePiece(`${path}.limit.runningTime`, written, read, mistakes);
  if (mostMs === undefined) return [];
  return [{ kind: "time-limit", mostMs, text: showLimit(written) }];
}
