// The truth report as Markdown, fit for a pull request, to the formatter's own target.
import process from "node:process";
import { renderMarkdown } from "../src/evidence/render-markdown.ts";
import { createReportFormatter } from "../src/evidence/report-formatter.ts";

/** Use: `["storyproof/reporters/truth-markdown", "truth.md"]` in cucumber's `format`. */
export default createReportFormatter(
  { render: renderMarkdown, files: [], printsSummary: false },
  process,
);
