// A cucumber expression as a person reads it: "{actor} fill(s) in {text} with {text}" → "I fill in … with …".
import { type ParameterType, readType } from "./parameter-type.ts";

export interface Spelling {
  /** The types of the run, for parameters that stand for words and not for values. */
  readonly parameterTypes?: readonly ParameterType[];
  /** What stands for a check. Default: `should …`. */
  readonly check?: string;
}

/** What stands for types that take half a sentence, whose shortest reading would say nothing. */
const words: Readonly<Record<string, string>> = {
  clearing: "clear the mailbox",
  condition: "the response status is …",
  demanded: "the response status should be …",
  eventual: "the response status should eventually be …",
  fieldname: "id",
  listing: "the response",
  response: "the response",
  socket: "the WebSocket",
};

/** Spells patterns; each parameter type is read once, when a pattern first has it. */
export type PatternSpeller = (pattern: string) => string;

/** One line without cucumber's own signs; `a/b` and `(of)` stay, since everybody reads them. */
export function makePatternSpeller({
  parameterTypes = [],
  check = "should …",
}: Spelling = {}): PatternSpeller {
  const types = new Map(parameterTypes.map((type) => [type.name, type]));
  const known = new Map(Object.entries({ ...words, check }));
  // Reading a type of many words takes as long as all else of its pattern together.
  const read = (name: string): string => {
    const type = types.get(name);
    const reading = known.get(name) ?? (type === undefined ? "…" : readType(type));
    known.set(name, reading);
    return reading;
  };
  return (pattern) => spell(pattern, read);
}

/** As `makePatternSpeller`, for one pattern. */
export function spellPattern(pattern: string, spelling?: Spelling): string {
  return makePatternSpeller(spelling)(pattern);
}

function spell(pattern: string, read: (name: string) => string): string {
  const told = new Set<string>();
  const spellParameter = (name: string): string => {
    const reading = read(name);
    // What may stand at either end is told once.
    const isOptional = /^ \(.*\)$/.test(reading);
    if (isOptional && told.has(name)) return "";
    told.add(name);
    return reading;
  };
  return spellActor(pattern)
    .replace(/\((\s*)([^()]*?)(\s*)\)/g, "$1($2)$3")
    .replace(/\{(\w*)\}/g, (_, name: string) => spellParameter(name))
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
