// What sentences ask of a message or an event.
import type { Check } from "../../src/checks/check.ts";
import { matchJson } from "../../src/checks/json-match.ts";
import { tellMismatches } from "../../src/checks/json-mismatch.ts";
import { readJsonPath } from "../../src/checks/json-path.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { parseStoryJson } from "../json-text.ts";
import type { Judge } from "./feeds.ts";

export function judgeText(check: Check, subject: string): Judge {
  return ({ text }) => check.judge(text, subject);
}

/** In part: what the message has beyond the expected JSON does not matter. */
export function judgeJson(world: StoryWorld, expected: string): Judge {
  const wanted = parseStoryJson(world, expected);
  return ({ text }) => {
    const json = readJson(text);
    if (json === undefined) return "it is not JSON";
    const mismatches = matchJson(json.value, wanted, { mode: "partial", order: "ordered" });
    return mismatches.length === 0
      ? undefined
      : `expected it to match, ${tellMismatches(mismatches)}`;
  };
}

/** A doc string: JSON where it looks so, else the whole text. */
export function judgeContent(world: StoryWorld, content: string): Judge {
  if (/^\s*[[{](?!\{)/.test(content)) return judgeJson(world, content);
  const wanted = world.resolve(content);
  return ({ text }) => (text === wanted ? undefined : "it says something else");
}

export function judgeField(path: string, check: Check): Judge {
  return ({ text }) => {
    const json = readJson(text);
    if (json === undefined) return `it is not JSON, so it has no "${path}"`;
    const found = readJsonPath(json.value, path);
    if (found.kind === "error") throw new StoryError(found.message);
    const value = found.kind === "found" ? found.value : undefined;
    const failure = check.judge(value, `its "${path}"`, "data");
    return failure !== undefined && found.kind === "absent"
      ? `${failure}; ${found.message}`
      : failure;
  };
}

/** The value in the text; undefined when the text is not JSON. */
export function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
