// What is wrong with the comments that silence rules: mistyped, without a reason, or silencing nothing.
import { closest } from "fastest-levenshtein";
import { findUnknownRules, namesRule, type UnknownRule } from "./active-rules.ts";
import type { Directive } from "./directive.ts";
import type { Edit } from "./finding.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { malformedSuppression } from "./rules/suppression/malformed.ts";
import { suppressionWithoutReason } from "./rules/suppression/no-reason.ts";
import { unusedSuppression } from "./rules/suppression/unused.ts";
import { enables, isReason, type Suppression } from "./suppression.ts";

export interface SuppressionProblem {
  readonly rule: string;
  readonly found: RuleFinding;
}

const instructions = ["disable", "disable-next-line", "enable"];

/** What can be said of the directives of a file before anything was found in it. */
export function findMistakes(
  uri: string,
  directives: readonly Directive[],
  rules: readonly Rule[],
): readonly SuppressionProblem[] {
  return directives.flatMap((directive, index) => {
    const { instruction, names, reason } = directive;
    const found = (rule: Rule, message: string, wayOut: string, edits?: readonly Edit[]) => [
      {
        rule: rule.id,
        found: { ...placeOf(uri, directive), message, wayOut, ...(edits && { edits }) },
      },
    ];
    if (!instructions.includes(instruction)) {
      // Others have a comment at the end of the line itself.
      const nearest = /line/i.test(instruction)
        ? "disable-next-line"
        : closest(instruction, instructions);
      const message = `there is no instruction storyproof-${instruction}.`;
      return found(malformedSuppression, message, `Write storyproof-${nearest}.`);
    }
    const prose = reason === "" && instruction !== "enable" ? findProse(names, rules) : undefined;
    if (prose !== undefined) {
      const message = "the reason stands behind two dashes: -- because …";
      const before = names.slice(0, prose).join(", ");
      return found(malformedSuppression, message, `Write ${before} -- and the reason.`);
    }
    const unknown = [
      ...findUnknownRules(names, rules).map((one) =>
        found(malformedSuppression, ...describeUnknown(one)),
      ),
      ...rules.flatMap(({ id, fixed }) => {
        if (fixed === undefined || instruction === "enable" || !names.includes(id)) return [];
        const message = `${id} cannot be silenced: ${fixed}.`;
        return [found(malformedSuppression, message, "Mend the tag, and remove this comment.")];
      }),
    ];
    if (instruction === "enable")
      return [...unknown.flat(), ...judgeEnable(directives, index, found)];
    if (names.length === 0) {
      const wayOut = `Name the rules: storyproof-${instruction} structure/no-outcome -- and the reason.`;
      return found(
        malformedSuppression,
        "this comment names no rule, so it silences none.",
        wayOut,
      );
    }
    if (isReason(reason)) return unknown.flat();
    const wayOut = `Say why it does not count here: … ${names.join(", ")} -- and the reason.`;
    const message = "this comment gives no reason, so it silences nothing.";
    return [...unknown.flat(), ...found(suppressionWithoutReason, message, wayOut)];
  });
}

/** Where the names end and a reason begins that has no two dashes before it. */
function findProse(names: readonly string[], rules: readonly Rule[]): number | undefined {
  const unknown = new Set(findUnknownRules(names, rules).map(({ name }) => name));
  const at = names.findIndex((name) => unknown.has(name) && !/[/*]/.test(name));
  const isProse = /^[-\u2012-\u2015:]+$/.test(names[at] ?? "") || names.length > at + 2;
  return at > 0 && isProse ? at : undefined;
}

function describeUnknown({ name, nearest }: UnknownRule): readonly [string, string] {
  if (!/^\W+$/.test(name)) return [`there is no rule ${name}.`, `Write ${nearest}.`];
  const wayOut =
    "Name what is meant: a rule such as structure/no-outcome, or a group as structure/*.";
  return [`\`${name}\` names no rule.`, wayOut];
}

type Report = (
  rule: Rule,
  message: string,
  wayOut: string,
  edits?: readonly Edit[],
) => readonly SuppressionProblem[];

function judgeEnable(
  directives: readonly Directive[],
  index: number,
  found: Report,
): readonly SuppressionProblem[] {
  const directive = directives[index];
  if (directive === undefined) return [];
  const isNeeded = directives.slice(0, index).some((earlier) => {
    if (earlier.instruction !== "disable") return false;
    return earlier.names.some((name) => enables(directive, name));
  });
  if (isNeeded) return [];
  const message = "nothing that this comment enables was disabled before.";
  return found(unusedSuppression, message, "Remove it.", [removeLine(directive)]);
}

/** The names of suppressions that silenced nothing, as far as rules ran that they name. */
export function findUnused(
  uri: string,
  suppressions: readonly Suppression[],
  running: readonly string[],
): readonly SuppressionProblem[] {
  const byLine = new Map<number, { directive: Directive; names: string[]; unused: string[] }>();
  for (const { directive, used } of suppressions) {
    const one = byLine.get(directive.line) ?? { directive, names: [], unused: [] };
    byLine.set(directive.line, one);
    one.names.push(...directive.names);
    one.unused.push(
      ...directive.names.filter((name) => !used.has(name) && isJudged(name, running)),
    );
  }
  return [...byLine.values()].flatMap(({ directive, names, unused }) => {
    if (unused.length === 0) return [];
    const found = {
      ...placeOf(uri, directive),
      message: `nothing here is silenced for ${unused.join(", ")}.`,
      wayOut: "Remove it.",
      ...(unused.length === names.length ? { edits: [removeLine(directive)] } : {}),
    };
    return [{ rule: unusedSuppression.id, found }];
  });
}

/** A rule that did not run might have found something. */
function isJudged(name: string, running: readonly string[]): boolean {
  return running.some((id) => namesRule(name, id));
}

function placeOf(uri: string, { line, column, text }: Directive) {
  return { uri, line, column, length: text.length, excerpt: `${" ".repeat(column - 1)}${text}` };
}

function removeLine({ line }: Directive): Edit {
  return { start: { line, column: 1 }, end: { line: line + 1, column: 1 }, text: "" };
}
