// The examples of a page, section by section: each section is a project of its own, as a reader would try it.
import { type CodeBlock, readBlocks, readPage } from "../unit/docs/markdown-page.ts";

export interface Section {
  readonly title: string;
  readonly blocks: readonly CodeBlock[];
}

/** The sections of a page that have code, by its headings of the second level. */
export function readSections(page: string): readonly Section[] {
  const blocks = readBlocks(page);
  const headings = readPage(page)
    .split("\n")
    .flatMap((text, index) => (/^##? /.test(text) ? [{ line: index + 1, text }] : []))
    .filter(({ line }) => !blocks.some((block) => isInside(line, block)));
  return headings
    .map(({ line, text }, index) => {
      const end = headings[index + 1]?.line ?? Number.POSITIVE_INFINITY;
      return {
        title: `${page}: ${text.replace(/^#+ /, "")}`,
        blocks: blocks.filter((block) => block.line > line && block.line < end),
      };
    })
    .filter((section) => section.blocks.length > 0);
}

function isInside(line: number, block: CodeBlock): boolean {
  return line > block.line && line < block.line + block.code.split("\n").length;
}

/** The projects that a page's Gherkin is tried in: one for each section with a configuration, one for all the others. */
export function readProjects(page: string): readonly Section[] {
  const sections = readSections(page).filter(({ blocks }) =>
    blocks.some(({ language }) => language === "gherkin"),
  );
  const isConfigured = ({ blocks }: Section) => blocks.some(({ file }) => file === "cucumber.js");
  const others = sections.filter((section) => !isConfigured(section));
  const merged = { title: page, blocks: others.flatMap(({ blocks }) => blocks) };
  const files = merged.blocks.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  if (twice !== undefined)
    throw new Error(`${page}: two sections without cucumber.js have a ${twice}`);
  return [...sections.filter(isConfigured), ...(others.length === 0 ? [] : [merged])];
}

/** A block of Gherkin as a whole feature: what is not there is put around it. */
export function toFeature({ code, line }: CodeBlock): string {
  const indent = (text: string) => text.replace(/^(?=.)/gm, "    ");
  if (/^\s*(?:@\S+\s+)*(?:#.*\s+)*(?:@\S+\s+)*Feature:/.test(code)) return code;
  if (/^\s*(?:@\S+\s+)*(?:Rule|Scenario|Background)\b/.test(code)) {
    return `Feature: The example in line ${line}\n${indent(code)}`;
  }
  return `Feature: The example in line ${line}\n  Scenario: It holds\n${indent(code)}`;
}
