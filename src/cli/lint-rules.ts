// What `storyproof lint` tells of its rules: the list, and one of them with its examples.
import { chooseRules, type RuleSettings } from "../lint/active-rules.ts";
import type { RuleExample } from "../lint/rule.ts";
import { rules } from "../lint/rules.ts";

/** One line for each rule, with what it weighs in this project. */
export function listRules(settings: RuleSettings): string {
  const weights = new Map(
    chooseRules(rules, settings).map(({ rule, severity }) => [rule.id, severity]),
  );
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, summary }) => {
    return `${id.padEnd(width)}  ${(weights.get(id) ?? "off").padEnd(7)}  ${summary}\n`;
  });
  return lines.sort().join("");
}

/** The texts of the rule of that id, or of all of a group's. */
export function explainRule(name: string): string {
  const meant = rules.filter(({ id }) => id === name || name === `${id.split("/")[0]}/*`);
  const texts = meant.map(({ id, severity, summary, reason, bad, good, exampleDefinitions }) => {
    const definitions =
      exampleDefinitions === undefined
        ? ""
        : `With these step definitions:\n\n${showExample(`${exampleDefinitions.join("\n")}\n`)}\n`;
    const examples = `Bad:\n\n${showExample(bad)}\nGood:\n\n${showExample(good)}`;
    return `${id} (${severity}): ${summary}\n\n${reason}\n\n${definitions}${examples}`;
  });
  return texts.join("\n");
}

function showExample(example: RuleExample): string {
  const files = typeof example === "string" ? { "": example } : example;
  const texts = Object.entries(files).map(
    ([uri, text]) => `${uri === "" ? "" : `# ${uri}\n`}${text}`,
  );
  return texts.join("\n").replace(/^(?=.)/gm, "  ");
}
