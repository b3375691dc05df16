// The packaged phrases as plain step definitions, for editors that read sources: ours lie compiled in node_modules, as
// calls that no editor understands.
import type { Definition } from "./catalogue.ts";
import { isRegExp } from "./catalogue.ts";
import type { ParameterType } from "./parameter-type.ts";

const heading = `// Written by \`npx storyproof steps --editor\` for your editor, and for nothing else: it completes and checks the steps
// that lie in node_modules. No run loads this file. Write it anew after an update of storyproof or of its settings in
// the cucumber configuration. What it is for: node_modules/storyproof/docs/editors.md
import { defineParameterType, Given } from "@cucumber/cucumber";
`;

/** The text of a file that defines nothing but what an editor needs: the parameter types, then the phrases. */
export function writeEditorStub(
  definitions: readonly Pick<Definition, "pattern">[],
  parameterTypes: readonly ParameterType[],
): string {
  const types = parameterTypes.map(
    ({ name, regexps }) =>
      `defineParameterType({ name: ${JSON.stringify(name)}, regexp: ${writeRegExps(regexps)} });`,
  );
  const phrases = definitions
    .flatMap(({ pattern }) => (isRegExp(pattern) ? [pattern] : splitForEditors(pattern)))
    .map((pattern) => `Given(${writePattern(pattern)}, () => {});`);
  return `${heading}\n${types.join("\n")}\n\n${phrases.join("\n")}\n`;
}

/** Literals, since editors run nothing. */
function writeRegExps(sources: readonly string[]): string {
  const literals = sources.map((source) => String(new RegExp(source)));
  return literals.length === 1 ? (literals[0] ?? "") : `[${literals.join(", ")}]`;
}

function writePattern(pattern: string): string {
  return isRegExp(pattern) ? pattern : JSON.stringify(pattern);
}

/**
 * The same sentences as patterns that Cucumber's language service can complete. Of `(already )signed/logged` it cannot,
 * an optional at the beginning of an alternative, and one such pattern ends its completion of all others.
 */
function splitForEditors(pattern: string): readonly string[] {
  const tokens = pattern.match(/\{[^}]*\}|(?:\([^()]*\)|[^\s(){}])+|\s+/g) ?? [];
  return tokens.reduce<readonly string[]>(
    (starts, token) => alternativesOf(token).flatMap((end) => starts.map((start) => start + end)),
    [""],
  );
}

function alternativesOf(token: string): readonly string[] {
  const alternatives = token.match(/(?:\([^()]*\)|[^/()])+/g) ?? [];
  const isHard = alternatives.length > 1 && alternatives.some((one) => one.startsWith("("));
  return isHard ? alternatives : [token];
}
