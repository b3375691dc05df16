// The truth report as one HTML file, to the formatter's own target.
import process from "node:process";
import { renderHtml } from "../src/evidence/render-html.ts";
import { createReportFormatter } from "../src/evidence/report-formatter.ts";

/** Use: `["storyproof/reporters/truth-html", "truth.html"]` in cucumber's `format`. */
export default createReportFormatter(
  { render: renderHtml, files: [], printsSummary: false },
  process,
);
