// What sentences ask of a message or an event.
import type { DataTable } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { findPlaceholderMistake, matchJson } from "../../src/checks/json-match.ts";
import { tellMismatches } from "../../src/checks/json-mismatch.ts";
import { readJsonPath } from "../../src/checks/json-path.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { jsonBody } from "../api/bodies.ts";
import { parseStoryJson } from "../json-text.ts";
import type { Judge } from "./feeds.ts";

export function judgeText(check: Check, subject: string): Judge {
  return ({ text }) => check.judge(text, subject);
}

/** In part: what the message has beyond the expected JSON does not matter. */
function judgeJson(world: StoryWorld, expected: string): Judge {
  return judgeValue(parseStoryJson(world, expected));
}

function judgeValue(wanted: unknown): Judge {
  const mistake = findPlaceholderMistake(wanted);
  if (mistake !== undefined) throw new StoryError(mistake);
  return ({ text }) => {
    const json = readJson(text);
    if (json === undefined) return "it is not JSON";
    const mismatches = matchJson(json.value, wanted, { mode: "partial", order: "ordered" });
    return mismatches.length === 0
      ? undefined
      : `expected it to match, ${tellMismatches(mismatches)}`;
  };
}

/** A table or a doc string: JSON where it looks so or is called so, else the text, or what it must contain. */
export function judgeContent(world: StoryWorld, content: string | DataTable, words: string): Judge {
  if (typeof content !== "string") return judgeValue(tableValue(world, content));
  if (/JSON|fields|values/.test(words) || /^\s*[[{](?!\{)/.test(content)) {
    return judgeJson(world, content);
  }
  const wanted = world.resolve(content);
  const isPart = /contain|includ/.test(words);
  return ({ text }) =>
    (isPart ? text.includes(wanted) : text === wanted) ? undefined : "it says something else";
}

function tableValue(world: StoryWorld, table: DataTable): unknown {
  const body = jsonBody(world, table);
  return body.kind === "json" ? body.value : undefined;
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
