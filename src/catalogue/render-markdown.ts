// The catalogue as Markdown: for docs/steps.md, and for a team's own wiki.
import type { Catalogue, Phrase, Topic } from "./catalogue.ts";
import { isRegExp } from "./catalogue.ts";

export interface MarkdownOptions {
  /** The scenarios of a topic as Gherkin, to be shown whole. */
  readonly scenariosOf?: (topic: Topic) => string | undefined;
}

const packTitles: Readonly<Record<string, string>> = { api: "API" };

/** A heading for each pack and topic; the topics of a pack stand together already. */
export function renderCatalogueMarkdown(
  catalogue: Catalogue,
  options: MarkdownOptions = {},
): string {
  const sections = catalogue.map((topic, index) => {
    const isFirst = catalogue[index - 1]?.pack !== topic.pack || index === 0;
    return (isFirst ? `## ${titleOf(topic.pack)}\n\n` : "") + renderTopic(topic, options);
  });
  return `${sections.join("\n\n")}\n`;
}

function titleOf(pack: string | undefined): string {
  if (pack === undefined) return "Your own";
  return packTitles[pack] ?? pack.charAt(0).toUpperCase() + pack.slice(1);
}

function renderTopic(topic: Topic, options: MarkdownOptions): string {
  const scenarios = options.scenariosOf?.(topic);
  return [
    `### ${topic.title}`,
    ...(topic.description === "" ? [] : [topic.description]),
    topic.phrases.map(renderPhrase).join("\n"),
    ...(scenarios === undefined ? [] : [renderScenarios(scenarios)]),
  ].join("\n\n");
}

function renderPhrase({ reading, example }: Phrase): string {
  const title = `- ${renderReading(reading)}`;
  const [first, ...more] = example;
  if (first === undefined) return title;
  if (more.length === 0) return `${title}  \n  ${code(first)}`;
  const block = ["```gherkin", ...example, "```"].map((line) => (line === "" ? "" : `  ${line}`));
  return [title, "", ...block, ""].join("\n");
}

function renderReading(reading: string): string {
  if (isRegExp(reading)) return code(reading);
  // A link about checks is there already.
  return `**${reading.replace(/[*_<>\\]/g, "\\$&")}**`;
}

/** Inline code; backticks in it need more of them around it. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return fence + space + text + space + fence;
}

function renderScenarios(scenarios: string): string {
  return [
    "<details>",
    "<summary>Whole scenarios</summary>",
    "",
    "```gherkin",
    scenarios,
    "```",
    "",
    "</details>",
  ].join("\n");
}
