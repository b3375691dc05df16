// Phrases about answers that are no JSON: XML by XPath, CSV by row and column, HTML's title.
import { type DataTable, Then } from "@cucumber/cucumber";
import type { Check } from "../../src/checks/check.ts";
import { readCsv } from "../../src/checks/csv-table.ts";
import { queryXml, readXml } from "../../src/checks/xml-document.ts";
import { StoryError } from "../../src/journey/story-error.ts";
import type { StoryWorld } from "../../src/journey/world.ts";
import { phrase } from "../phrase.ts";
import { compareRows } from "./compare-rows.ts";
import { failWith, failWithAll, withBody } from "./response-values.ts";

/** What the XPath finds; undefined when nothing. Several nodes are a list. */
function findXml(
  world: StoryWorld,
  path: string,
): { readonly value: unknown; readonly count: number } {
  const found = queryXml(readXml(world.lastResponse.text()), path);
  if (found.kind === "error") throw new StoryError(found.message);
  return found.kind === "found" ? found : { value: undefined, count: 0 };
}

function judgeXml(world: StoryWorld, path: string, check: Check): void {
  const failure = check.judge(findXml(world, path).value, `the XML at ${path}`);
  if (failure !== undefined) throw new Error(withBody(failure, world.lastResponse));
}

Then(
  ...phrase(
    "the XML element/node/path/value {text} {check}",
    function (this: StoryWorld, path: string, check: Check) {
      judgeXml(this, path, check);
    },
  ),
);

Then(
  ...phrase(
    "the (response )(XML )XPath {text} {check}",
    function (this: StoryWorld, path: string, check: Check) {
      judgeXml(this, path, check);
    },
  ),
);

Then(
  ...phrase(
    "the XML attribute {text} of/on (the )(element )(node ){text} {check}",
    function (this: StoryWorld, attribute: string, path: string, check: Check) {
      judgeXml(this, `${path}/@${attribute}`, check);
    },
  ),
);

Then(
  ...phrase(
    "the XML/response should have/contain {int} (XML )element(s)/node(s) {text}",
    function (this: StoryWorld, wanted: number, path: string) {
      const { count } = findXml(this, path);
      if (count === wanted) return;
      throw new Error(
        withBody(`expected ${wanted} elements ${path}, but there are ${count}`, this.lastResponse),
      );
    },
  ),
);

const titlePattern = /<title[^>]*>([^<]*)<\/title>/i;

Then(
  ...phrase("the HTML title {check}", function (this: StoryWorld, check: Check) {
    const title = titlePattern.exec(this.lastResponse.text())?.[1];
    failWith(check.judge(title?.trim().replace(/\s+/g, " "), "the HTML title"));
  }),
);

function csvOf(world: StoryWorld) {
  return readCsv(world.lastResponse.text());
}

Then(
  ...phrase(
    "the (response )CSV (response )(file )(body ){check}",
    function (this: StoryWorld, check: Check) {
      failWith(check.judge(csvOf(this).rows, "the CSV", "data"));
    },
  ),
);

Then(
  ...phrase(
    "the (response )CSV (response )(file )(body )should have {int} column(s)",
    function (this: StoryWorld, wanted: number) {
      const { columns } = csvOf(this);
      if (columns.length === wanted) return;
      throw new Error(
        `expected the CSV to have ${wanted} columns, but it has ${columns.length}: ${columns.join(", ")}`,
      );
    },
  ),
);

Then(
  ...phrase(
    "the (response )CSV (response )(file )(body )should have (the )(following )columns:",
    function (this: StoryWorld, table: DataTable) {
      const { columns } = csvOf(this);
      const missing = table
        .raw()
        .flat()
        .filter((name) => !columns.includes(this.resolve(name)));
      failWithAll(
        missing.map((name) => `the CSV has no column "${name}"; there are: ${columns.join(", ")}`),
      );
    },
  ),
);

/** Throws, naming the columns, when there is no such one. */
function columnOf(world: StoryWorld, column: string): readonly string[] {
  const { columns, rows } = csvOf(world);
  if (columns.includes(column)) return rows.map((row) => row[column] ?? "");
  throw new Error(`the CSV has no column "${column}"; there are: ${columns.join(", ")}`);
}

Then(
  ...phrase(
    "the CSV column {text} {check}",
    function (this: StoryWorld, column: string, check: Check) {
      failWith(check.judge(columnOf(this, column), `the CSV column "${column}"`));
    },
  ),
);

Then(
  ...phrase(
    "every/each value in/of the CSV column {text} {check}",
    function (this: StoryWorld, column: string, check: Check) {
      const cells = columnOf(this, column);
      if (cells.length === 0) throw new Error("the CSV has no rows");
      failWithAll(cells.map((cell, at) => check.judge(cell, `"${column}" in row ${at + 1}`)));
    },
  ),
);

function judgeCsvCell(this: StoryWorld, column: string, row: number, check: Check): void {
  const cells = columnOf(this, column);
  const failure = check.judge(cells[row - 1], `"${column}" in row ${row} of the CSV`);
  failWith(
    failure && cells[row - 1] === undefined ? `${failure}: it has ${cells.length} rows` : failure,
  );
}

Then(...phrase("the CSV cell/value {text} in/of row {int} {check}", judgeCsvCell));
Then(...phrase("the {text} in/of row {int} of the CSV( response) {check}", judgeCsvCell));

Then(
  ...phrase(
    "the (response )CSV (response )(file )(body )should contain/include/have {rows}:",
    function (this: StoryWorld, _words: string, table: DataTable) {
      compareRows(this, csvOf(this).rows, table, "the CSV", {
        all: false,
        source: "text",
        ordered: false,
      });
    },
  ),
);

Then(
  ...phrase(
    "the (response )CSV (response )(file )(body )should be/equal {rows}:",
    function (this: StoryWorld, _words: string, table: DataTable) {
      compareRows(this, csvOf(this).rows, table, "the CSV", {
        all: true,
        source: "text",
        ordered: true,
      });
    },
  ),
);
