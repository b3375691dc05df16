// The parts of a Markdown page that promise something: its code blocks, tables and links.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface CodeBlock {
  readonly page: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** The path that its first line names in a comment: where a reader would save it. */
  readonly file?: string;
}

/** Pages whose Gherkin, files and commands are run as they stand (test/e2e/docs-examples-hold.test.ts). */
export const pagesThatAreRun: readonly string[] = [
  "README.md",
  "docs/own-steps.md",
  "docs/reports.md",
  "docs/checks.md",
  "docs/gates.md",
  "docs/invariants.md",
];

/** Every page for people, as paths from the root of the repository. */
export function listPages(): readonly string[] {
  const docs = readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name));
  return ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", ...docs.sort()];
}

export function readPage(page: string): string {
  return readFileSync(page, "utf8");
}

/** The fenced blocks of a page, in order. */
export function readBlocks(page: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { indent: string; fence: string; language: string; line: number } | undefined;
  let code: string[] = [];
  for (const [index, line] of readPage(page).split("\n").entries()) {
    const [, indent = "", fence = "", language = ""] = /^( *)(`{3,})\s*(\S*)/.exec(line) ?? [];
    if (open === undefined) {
      if (fence === "") continue;
      open = { indent, fence, language, line: index + 1 };
      code = [];
    } else if (line.trim() === open.fence) {
      blocks.push(toBlock(page, open.line, open.language, code));
      open = undefined;
    } else code.push(line.slice(open.indent.length));
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: this block is not closed`);
  return blocks;
}

function toBlock(
  page: string,
  line: number,
  language: string,
  lines: readonly string[],
): CodeBlock {
  const file = /^(?:\/\/|#) ([\w./-]+\.\w+)$/.exec(lines[0] ?? "")?.[1];
  const code = `${lines.join("\n")}\n`;
  return { page, line, language, code, ...(file !== undefined && { file }) };
}

/** The cells of every table that has these columns, as Markdown. */
export function readTables(page: string, columns: readonly string[]): readonly string[][] {
  const rows: string[][] = [];
  let isInside = false;
  for (const line of readPage(page).split("\n")) {
    const cells = /^\|(.*)\|$/
      .exec(line)?.[1]
      ?.split("|")
      .map((cell) => cell.trim());
    if (cells === undefined) isInside = false;
    else if (cells.join() === columns.join()) isInside = true;
    else if (isInside && !/^-+$/.test(cells[0] ?? "")) rows.push(cells);
  }
  return rows;
}

/** Relative links of a page, as written. */
export function readLinks(page: string): readonly string[] {
  const prose = readPage(page)
    .replace(/```[\s\S]*?```/g, "")
    .replace(/`[^`]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors of a page as GitHub makes them from its headings. */
export function readAnchors(page: string): readonly string[] {
  return [...readPage(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
