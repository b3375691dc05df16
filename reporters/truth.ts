// The truth reporter: JSON to its own file, and the HTML and Markdown reports that the configuration names.
import process from "node:process";
import { renderHtml } from "../src/evidence/render-html.ts";
import { renderJson } from "../src/evidence/render-json.ts";
import { renderMarkdown } from "../src/evidence/render-markdown.ts";
import { createReportFormatter } from "../src/evidence/report-formatter.ts";

/** Use: `["storyproof/reporters/truth", "reports/truth.json"]` in `format`; `defineConfig` does so by itself. */
export default createReportFormatter(
  {
    render: renderJson,
    files: [
      { target: "html", render: renderHtml },
      { target: "markdown", render: renderMarkdown },
    ],
    printsSummary: true,
  },
  process,
);
