// What is secret in this run, and taking it out of texts. It is told secrets by name, by pattern and by value,
// and learns more while the run goes on. It does not know where texts come from or go to.
import type { SecretKeeper } from "../journey/secret-keeper.ts";
import { learnFromExchange } from "./redact-exchange.ts";
import { redactedMark, spellSecret } from "./secret-forms.ts";
import { createSecretNameTest } from "./secret-names.ts";
import { shortestText, TextFinder } from "./text-finder.ts";

/**
 * Shorter values are not learned: five characters turn up by chance in ids, times and words, and a report
 * full of holes helps nobody. Where a short secret stands under a secret name it is still taken out there.
 */
const shortestSecret = shortestText;

/** Values of secret-named fields that are no secrets: learning one would tear holes into every text. */
const commonValues = new Set(
  (
    "password passwd secret secrets token tokens string number boolean object undefined unknown bearer " +
    "session cookie localhost redacted [redacted] default example disabled enabled required invalid missing " +
    "expired production staging development testing public private hidden"
  ).split(" "),
);

export interface SecretSources {
  /** Names of headers, cookies, fields and query keys, beside the built-in ones. */
  readonly names?: readonly string[];
  /** Sources of regular expressions; what they match is a secret. */
  readonly patterns?: readonly string[];
  /** Values that are secret from the start, such as those of environment variables. */
  readonly values?: readonly string[];
}

/**
 * Makes the keeper that a worker shares among its scenarios. Learned values are replaced in every spelling:
 * plain, JSON-escaped, URL- and form-encoded, HTML-escaped, and inside base64.
 * Throws a SyntaxError for a pattern that is no regular expression.
 */
export function createSecretKeeper(sources: SecretSources = {}): SecretKeeper {
  const finder = new TextFinder();
  const learned = new Set<string>();
  const open = new Set<string>();
  const patterns = (sources.patterns ?? []).map((source) => new RegExp(source, "g"));
  const keeper: SecretKeeper = {
    learn(value) {
      const secret = value.trim();
      if (learned.has(secret) || open.has(secret) || !isWorthLearning(secret)) return;
      learned.add(secret);
      for (const form of spellSecret(secret)) finder.add(form);
    },
    tellOpen: (value) => void open.add(value.trim()),
    learnFrom: (exchange) => learnFromExchange(exchange, keeper),
    isSecretName: createSecretNameTest(sources.names ?? []),
    redact(text) {
      const plain = finder.isEmpty ? text : finder.replaceIn(text, redactedMark);
      return patterns.reduce(replacePattern, plain);
    },
  };
  for (const value of sources.values ?? []) keeper.learn(value);
  return keeper;
}

function isWorthLearning(secret: string): boolean {
  if (secret.length < shortestSecret || commonValues.has(secret.toLowerCase())) return false;
  return new Set(secret).size > 1;
}

function replacePattern(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match: string) => (match === "" ? "" : redactedMark));
}
