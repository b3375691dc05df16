// A cucumber expression as a person reads it: "{actor} fill(s) in {text} with {text}" → "I fill in … with …".
import { type ParameterType, readType } from "./parameter-type.ts";

export interface Spelling {
  /** The types of the run, for parameters that stand for words and not for values. */
  readonly parameterTypes?: readonly ParameterType[];
  /** What stands for a check. Default: `should …`. */
  readonly check?: string;
}

/** One line without cucumber's own signs; `a/b` and `(of)` stay, since everybody reads them. */
export function spellPattern(
  pattern: string,
  { parameterTypes = [], check = "should …" }: Spelling = {},
): string {
  const readings = new Map(parameterTypes.map((type) => [type.name, readType(type)]));
  return spellActor(pattern)
    .replace(/\((\s*)([^()]*?)(\s*)\)/g, "$1($2)$3")
    .replace(/\{(\w*)\}/g, (_, name: string) =>
      name === "check" ? check : (readings.get(name) ?? "…"),
    )
    .replace(/\\(.)/g, "$1")
    .replace(/ +/g, " ")
    .trim();
}

/** "I press" where the verb has both forms, "Alice has" where it has only the third person's, and "Alice's". */
function spellActor(pattern: string): string {
  const verbs = /(?<=\{actor\} )\S+/;
  const verb = verbs.exec(pattern)?.[0] ?? "";
  if (/^[a-z]+s$/.test(verb) || pattern.includes("{actor}'s"))
    return pattern.replaceAll("{actor}", "Alice");
  return pattern
    .replace(verbs, () => verb.replace(/\(e?s\)/g, "").replace(/^am(?:\/\w+)+$/, "am"))
    .replaceAll("{actor}", "I");
}
