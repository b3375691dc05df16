// Writes feature files in the proportions of 6,510 public ones: many files, forty languages, tables and doc strings, a few
// very large files. The same seed gives the same files.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dialects } from "@cucumber/gherkin";

const foreign = ["nl", "ru", "no", "fr", "ja", "pt", "de", "es", "it", "pl", "sv", "zh-CN", "ar"];

const actors = ["I", "the customer", "Alice", "the owner", "an administrator", "the guest"];
const verbs = ["open", "add", "remove", "change", "approve", "publish", "archive", "look at"];
const things = [
  "the order",
  "the invoice",
  "the basket",
  "the project",
  "the delivery",
  "the account",
  "the contract",
  "the report",
];
const ways = ["with", "for", "from", "after", "before", "in", "on", "by"];
const nouns =
  "customer product price country warehouse parcel voucher supplier refund reminder".split(" ");
const details = ["the number", "the address", "the state", "the owner", "the amount", "the date"];

/** Answers how many files and bytes were written. */
export function writeCorpus(folder, { files = 6500, bytes = 34_000_000, seed = 1 } = {}) {
  const random = createRandom(seed);
  const say = createVocabulary(random);
  let written = 0;
  for (let index = 0; index < files; index += 1) {
    const left = (bytes - written) / (files - index);
    // Sizes spread as real ones do: most small, a few fifty times the mean.
    const size = Math.min(256_000, left * (0.15 + 0.55 * -Math.log(1 - random())) * 1.18);
    const text = writeFeature(index, size, { random, say });
    const path = join(folder, `area-${index % 60}`, `story-${index}.feature`);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
    written += Buffer.byteLength(text);
  }
  return { files, bytes: written };
}

/** Mulberry32: small, fast, and the same everywhere. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function writeFeature(index, size, { random, say }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const language = random() < 0.24 ? pick(foreign) : "en";
  const words = dialects[language];
  const keyword = (kind) => (random() < 0.09 ? "* " : words[kind].at(-1));
  const lines = [];
  if (language !== "en") lines.push(`# language: ${language}`);
  lines.push(
    `@owner:team-${index % 20} @area-${index % 60}`,
    `${words.feature[0]}: ${pick(verbs)} ${pick(things)} ${index}`,
    `  As ${pick(actors)}`,
    `  I want to ${pick(verbs)} ${pick(things)}`,
    `  so that ${pick(things)} is in order`,
    "",
  );
  if (random() < 0.3) {
    lines.push(`  ${words.background[0]}:`, `    ${keyword("given")}${say(index)}`, "");
  }
  let length = lines.join("\n").length;
  let number = 0;
  while (length < size) {
    const scenario = writeScenario(words, keyword, { pick, random, say }, `${index}-${number}`);
    lines.push(...scenario, "");
    length += scenario.join("\n").length + 2;
    number += 1;
  }
  return `${lines.join("\n")}\n`;
}

function writeScenario(words, keyword, { pick, random, say }, name) {
  const isOutline = random() < 0.12;
  const tags = [`@regression`, ...(random() < 0.1 ? ["@latency:p95<300ms"] : []), `@T-${name}`];
  const lines = [
    `  ${tags.join(" ")}`,
    `  ${(isOutline ? words.scenarioOutline : words.scenario)[0]}: ${pick(verbs)} ${pick(things)} ${name}`,
  ];
  const kinds = ["given", "given", "when", "and", "then", "and", "and"];
  const count = 4 + Math.floor(random() * 9);
  for (let step = 0; step < count; step += 1) {
    const kind = kinds[Math.floor((step / count) * kinds.length)];
    lines.push(`    ${keyword(kind)}${say(isOutline ? "<amount>" : Math.floor(random() * 1000))}`);
    if (random() < 0.05) lines.push(...table(pick, random));
    else if (random() < 0.04) lines.push('      """', `      {"id": ${count}}`, '      """');
  }
  if (isOutline) {
    lines.push(`    ${words.examples[0]}:`, "      | amount | state |");
    const rows = 2 + Math.floor(random() * 8);
    for (let row = 0; row < rows; row += 1) lines.push(`      | ${row * 7} | ${pick(details)} |`);
  }
  return lines;
}

/** Some phrases are written in every file, most in a few: the rank of a phrase times its uses stays about the same. */
function createVocabulary(random, size = 40_000) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const phrases = Array.from({ length: size }, (_, index) => {
    const words = `${pick(nouns)} ${pick(nouns)} ${index.toString(36)}`;
    return `${pick(actors)} ${pick(verbs)} ${pick(things)} "VALUE" ${pick(ways)} ${pick(details)} of the ${words} ${pick(ways)} ${pick(details)}`;
  });
  return (value) => phrases[Math.floor(size ** random()) - 1].replace("VALUE", value);
}

function table(pick, random) {
  const rows = random() < 0.02 ? 200 : 2 + Math.floor(random() * 6);
  return Array.from(
    { length: rows },
    (_, row) => `      | ${pick(details)} | ${pick(things)} | ${row} |`,
  );
}
