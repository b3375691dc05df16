// A story as Gherkin that reads back as the same story. Layout is ours; it knows no file.
import type { Dialect, Gherkin } from "./gherkin.ts";
import { printStep, printTable } from "./print-step.ts";
import type { Background, Examples, Rule, Scenario, Story, Tag, TagLevel } from "./story.ts";

/**
 * The story as the text of a `.feature` file, two spaces for each level, tables aligned. Read again under the same
 * path it is the same story, ids and hashes included; only lines and columns are others.
 * A story read from Markdown becomes plain Gherkin; what only Markdown can say, such as a tag with a space, is lost.
 * @param gherkin the parser that it is meant for, which knows the words of the story's language
 * @throws when gherkin does not have the story's language
 */
export function printStory(story: Story, { dialects }: Pick<Gherkin, "dialects">): string {
  const dialect = Object.hasOwn(dialects, story.language) ? dialects[story.language] : undefined;
  if (dialect === undefined) throw new TypeError(`gherkin has no language ${story.language}`);
  const printer = new Printer(story, dialect);
  printer.printStory();
  return printer.join();
}

interface Heading {
  readonly keyword: string;
  readonly title: string;
  readonly description: string;
  readonly line: number;
  readonly tags?: readonly Tag[];
}

class Printer {
  readonly #story: Story;
  readonly #dialect: Dialect;
  readonly #lines: string[] = [];
  /** How many of the comments are written. */
  #comments = 0;

  constructor(story: Story, dialect: Dialect) {
    this.#story = story;
    this.#dialect = dialect;
  }

  printStory(): void {
    const { language, comments } = this.#story;
    const isNamed = language !== "en" || comments.some(({ text }) => /language/.test(text));
    if (isNamed) this.#lines.push(`# language: ${language}`);
    // Without keyword it is Markdown, where the first line is the feature, whatever it says.
    const keyword = this.#story.keyword || (this.#dialect.feature[0] ?? "Feature");
    this.#heading({ ...this.#story, keyword }, "feature", 0);
    this.#children(this.#story, 1);
    for (const rule of this.#story.rules) {
      this.#lines.push("");
      this.#heading(rule, "rule", 1);
      this.#children(rule, 2);
    }
    this.#commentsBefore(Number.POSITIVE_INFINITY, 0);
  }

  /** A line that ends with a carriage return would lose it to the line end. */
  join(): string {
    return this.#lines.map((line) => `${line}${line.endsWith("\r") ? "\r" : ""}\n`).join("");
  }

  #children({ background, scenarios }: Story | Rule, level: number): void {
    if (background !== undefined) this.#background(background, level);
    for (const scenario of scenarios) this.#scenario(scenario, level);
  }

  #background(background: Background, level: number): void {
    this.#lines.push("");
    this.#heading(background, undefined, level);
    this.#steps(background.steps, level + 1);
  }

  #scenario(scenario: Scenario, level: number): void {
    this.#lines.push("");
    this.#heading(scenario, "scenario", level);
    this.#steps(scenario.steps.slice(scenario.backgroundSteps), level + 1);
    for (const examples of scenario.examples) this.#examples(examples, level + 1);
  }

  #examples(examples: Examples, level: number): void {
    this.#lines.push("");
    this.#heading(examples, "examples", level);
    const { columns, rows } = examples;
    // A table without columns and rows is none.
    if (columns.length + rows.length > 0) this.#push(printTable([columns, ...rows]), level + 1);
  }

  #heading(
    { keyword, title, description, line, tags = [] }: Heading,
    own: TagLevel | undefined,
    level: number,
  ): void {
    const written = tags.filter((tag) => tag.level === own);
    this.#commentsBefore(Math.min(line, ...written.map((tag) => tag.line)), level);
    if (written.length > 0) this.#push([written.map(({ name }) => name).join(" ")], level);
    this.#push([title === "" ? `${keyword}:` : `${keyword}: ${title}`], level);
    if (description === "") return;
    const [first = "", ...more] = description.split("\n");
    this.#push([first], level + 1);
    // These have their own indentation.
    this.#lines.push(...more);
  }

  #steps(steps: Scenario["steps"], level: number): void {
    for (const step of steps) {
      this.#commentsBefore(step.line, level);
      this.#push(printStep(step, this.#dialect), level);
    }
  }

  #commentsBefore(line: number, level: number): void {
    const { comments } = this.#story;
    for (let next = comments[this.#comments]; next !== undefined && next.line < line; ) {
      this.#push([next.text], level);
      this.#comments += 1;
      next = comments[this.#comments];
    }
  }

  #push(lines: readonly string[], level: number): void {
    const indent = "  ".repeat(level);
    this.#lines.push(...lines.map((line) => (line === "" ? "" : indent + line)));
  }
}
