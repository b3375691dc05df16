// The code that cucumber's formatters offer for an undefined step, in the team's language, with the nearest phrases
// above it. What formatters print around it is theirs.

/** What cucumber knows of the step; `source` is a cucumber expression made from its text. */
export interface SnippetRequest {
  readonly comment: string;
  readonly functionName: string;
  readonly generatedExpressions: readonly {
    readonly source: string;
    readonly parameterNames: readonly string[];
  }[];
  /** `dataTable` or `docString`, when the step has one. */
  readonly stepParameterNames: readonly string[];
}

export type SnippetLanguage = "typescript" | "javascript";

/** @param snippetInterface the `snippetInterface` of cucumber's format options; by default the step may wait */
export function writeSnippet(
  request: SnippetRequest,
  language: SnippetLanguage,
  snippetInterface: string | undefined,
  nearest: readonly string[],
): string {
  const { comment, functionName, generatedExpressions, stepParameterNames } = request;
  const isCallback = snippetInterface === "callback";
  const heads = generatedExpressions.map(({ source, parameterNames }, index) => {
    const names = [...parameterNames, ...stepParameterNames, ...(isCallback ? ["callback"] : [])];
    const start = `${index === 0 ? "" : "// "}${functionName}(${JSON.stringify(source)}, `;
    return `${start}${writeFunction(names, language, isCallback)} {`;
  });
  const pending = isCallback ? 'callback(null, "pending");' : 'return "pending";';
  return [...writeHints(nearest), ...heads, `  // ${comment}`, `  ${pending}`, "});"].join("\n");
}

function writeFunction(
  names: readonly string[],
  language: SnippetLanguage,
  isCallback: boolean,
): string {
  const keyword = isCallback ? "function" : "async function";
  if (language === "javascript") return `${keyword} (${names.join(", ")})`;
  const typed = names.map((name) => `${name}: ${typeOf(name)}`);
  return `${keyword} (${["this: StoryWorld", ...typed].join(", ")})`;
}

function typeOf(name: string): string {
  const kind = name.replace(/\d+$/, "");
  if (kind === "int" || kind === "float") return "number";
  if (kind === "dataTable") return "DataTable";
  if (kind === "callback") return "(error: unknown, result?: string) => void";
  return ["string", "word", "docString"].includes(kind) ? "string" : "unknown";
}

function writeHints(nearest: readonly string[]): readonly string[] {
  if (nearest.length === 0) return [];
  return ["// Did you mean:", ...nearest.map((one) => `//   ${one}`), "// If not:"];
}

/** A cucumber expression as the sentence that it was made from, with {string} and {int} where the values were. */
export function sentenceOf({ generatedExpressions }: SnippetRequest): string {
  return (generatedExpressions[0]?.source ?? "").replace(/\\(.)/g, "$1");
}
