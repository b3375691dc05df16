// Gherkin's parser, made to tell every error of a file: its own stops after eleven, and at the first wrong row of
// each table. What the errors mean to a person is not known here.
import type * as gherkin from "@cucumber/gherkin";
import type * as messages from "@cucumber/messages";
import type { Gherkin, ParseOptions } from "./gherkin.ts";

export type GherkinLibrary = typeof gherkin;
type Matcher = InstanceType<
  GherkinLibrary["GherkinClassicTokenMatcher"] | GherkinLibrary["GherkinInMarkdownTokenMatcher"]
>;

/** A parser for one file after the other. */
export function makeParser(library: GherkinLibrary): Gherkin["parse"] {
  const classic = new Map<string, Matcher>();
  const chooseMatcher = ({ isMarkdown, language }: ParseOptions): Matcher => {
    // The one for Markdown remembers that it saw a feature, so each file needs its own.
    if (isMarkdown) return new library.GherkinInMarkdownTokenMatcher(language);
    const matcher = classic.get(language) ?? new library.GherkinClassicTokenMatcher(language);
    classic.set(language, matcher);
    return matcher;
  };
  const Builder = makeBuilder(library);
  return (text, options) => {
    let id = 0;
    const parser = new library.Parser(new Builder(() => String(id++)), chooseMatcher(options));
    liftErrorLimit(parser);
    return parser.parse(text);
  };
}

/** Throws for all rows that are too short or too long, not only for the first. */
function makeBuilder({ AstBuilder, Errors }: GherkinLibrary): GherkinLibrary["AstBuilder"] {
  return class extends AstBuilder {
    override ensureCellCount(rows: messages.TableRow[]): void {
      const count = rows[0]?.cells.length ?? 0;
      const wrong = rows.filter((row) => row.cells.length !== count);
      if (wrong.length === 0) return;
      throw Errors.CompositeParserException.create(
        wrong.map((row) => {
          const message = `inconsistent cell count within the table: ${count}, ${row.cells.length}`;
          return Errors.AstBuilderException.create(message, row.location);
        }),
      );
    }
  };
}

/** There is no option for it; where a later gherkin has no such method, the limit stays. */
function liftErrorLimit(parser: object): void {
  const seen = new Set<string>();
  const addError = (context: { readonly errors: Error[] }, error: Error): void => {
    if (seen.has(error.message)) return;
    seen.add(error.message);
    context.errors.push(error);
  };
  if ("addError" in parser) Object.defineProperty(parser, "addError", { value: addError });
}
