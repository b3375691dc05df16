// One rule that is a team's own code. Whatever it does, the others go on.
import { inspect } from "node:util";
import type { Scenario, Story } from "../story/story.ts";
import type { PolicyProject, PolicyViolation } from "./define-policy.ts";
import type { CodeRule } from "./policy.ts";
import type { PolicyFinding, PolicyHome } from "./policy-finding.ts";
import { endSentence, openSentence } from "./words.ts";

export interface CodeJudgement {
  readonly findings: readonly PolicyFinding[];
  /** The rule itself is wrong, as one of the findings says. */
  readonly isBroken: boolean;
}

export function judgeCodeRule(
  rule: CodeRule,
  project: PolicyProject,
  home: PolicyHome,
): CodeJudgement {
  const findings: PolicyFinding[] = [];
  try {
    const returned: unknown = rule.check(project);
    const problem = explainReturned(returned);
    if (problem !== undefined) return refuse(rule, problem, findings, home);
    const uris = new Set(project.stories.map(({ uri }) => uri));
    for (const violation of returned as Iterable<unknown>) {
      const wrong = explainViolation(violation, uris);
      if (wrong !== undefined) return refuse(rule, wrong, findings, home);
      findings.push(describe(rule, violation as PolicyViolation));
    }
    return { findings, isBroken: false };
  } catch (error) {
    return refuse(rule, `threw ${explainError(error)}`, findings, home);
  }
}

function refuse(
  { id, module }: CodeRule,
  problem: string,
  findings: readonly PolicyFinding[],
  home: PolicyHome,
): CodeJudgement {
  const broken: PolicyFinding = {
    rule: `policy/${id}`,
    severity: "error",
    ...home(...(module === undefined ? [id] : [module, id])),
    message: `the rule ${id} could not be judged: its check ${problem}.`,
    wayOut: "Mend its check; the other rules were judged.",
  };
  return { findings: [...findings, broken], isBroken: true };
}

function explainError(error: unknown): string {
  if (!(error instanceof Error)) return show(error);
  try {
    // A team's code may have put anything into these.
    const [message, stack] = [String(error.message), String(error.stack)];
    const place = /\(?((?:file:\/\/)?\/[^()\s]+:\d+):\d+\)?/.exec(stack)?.[1];
    const where = place === undefined ? "" : ` in ${place.replace(/^file:\/\//, "")}`;
    return `${error.name}: ${message.split("\n")[0]}${where}`;
  } catch {
    return "an error that cannot be shown";
  }
}

function explainReturned(value: unknown): string | undefined {
  if (
    value instanceof Promise ||
    typeof (value as { then?: unknown } | null)?.then === "function"
  ) {
    // Nobody waits for it, so its failure would end the process.
    void Promise.resolve(value).catch(() => {});
    return "returned a promise, and is judged at once: it should return a list";
  }
  const isList = typeof value === "object" && value !== null && Symbol.iterator in value;
  return isList ? undefined : `returned ${show(value)} and no list of violations`;
}

function explainViolation(value: unknown, uris: ReadonlySet<string>): string | undefined {
  const { story, scenario, line, message, wayOut } = Object(value) as Readonly<
    Record<keyof PolicyViolation, unknown>
  >;
  // The file of a finding is read for its excerpt: it is one of the project's stories, and no other.
  if (!isPlaced(story) || !("uri" in story) || !uris.has(story.uri)) {
    return `gave ${show(value)}, in which story is none of the stories it was given`;
  }
  if (scenario !== undefined && !isPlaced(scenario)) {
    return `gave ${show(scenario)} as a scenario`;
  }
  const isText = (text: unknown) => text === undefined || typeof text === "string";
  if (!isText(message) || !isText(wayOut)) return "gave a message or a wayOut that is no text";
  const isLine = line === undefined || (Number.isInteger(line) && Number(line) > 0);
  return isLine ? undefined : `gave ${show(line)} as a line`;
}

function isPlaced(value: unknown): value is Story | Scenario {
  return typeof value === "object" && value !== null && "id" in value && "line" in value;
}

function show(value: unknown): string {
  try {
    const text = inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
  } catch {
    return "a value that cannot be shown";
  }
}

function describe(
  { id, reason, severity }: CodeRule,
  { story, scenario, line, message, wayOut }: PolicyViolation,
): PolicyFinding {
  const thing = scenario ?? story;
  const said = message === undefined ? "" : `: ${openSentence(message)}`;
  return {
    rule: `policy/${id}`,
    severity,
    uri: story.uri,
    line: line ?? thing.line,
    ...(line === undefined && thing.title !== "" ? { words: thing.title } : {}),
    subject: thing.id,
    message: endSentence(`${openSentence(reason)}${said}`),
    wayOut: wayOut ?? "Change the story, or the rule.",
    scope: { story: story.id, ...(scenario === undefined ? {} : { scenario: scenario.id }) },
  };
}
