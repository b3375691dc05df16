// What is known of the packaged phrases without loading them: docs/steps.json, which scripts/catalogue.mjs makes from
// the definitions and from docs/examples.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface PackagedPhrase {
  readonly pattern: string;
  /** The first step of the examples that it matches, with its table or doc string; empty when there is none. */
  readonly example: readonly string[];
}

export interface PackagedTopic {
  readonly pack: string;
  /** The name of the file in steps/<pack>/ and docs/examples/<pack>/. */
  readonly topic: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly phrases: readonly PackagedPhrase[];
}

/** Reads what is shipped, in the order of the packs. Nothing where documentation is taken out of packages. */
export function readPackagedTopics(): readonly PackagedTopic[] {
  const path = fileURLToPath(new URL(locate("docs/steps.json"), import.meta.url));
  if (!existsSync(path)) return [];
  const { topics } = JSON.parse(readFileSync(path, "utf8")) as { topics: readonly PackagedTopic[] };
  return topics;
}

/** A file of the package, seen from here: compiled files lie one folder deeper than the sources. */
function locate(path: string): string {
  return import.meta.url.endsWith(".ts") ? `../../${path}` : `../../../${path}`;
}
