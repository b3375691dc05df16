// cucumber's `snippetSyntax` for a team that writes its steps in JavaScript.
import { nearestPhrases } from "./phrase-hints.ts";
import { type SnippetRequest, sentenceOf, writeSnippet } from "./step-snippet.ts";

export default class JavaScriptSnippet {
  readonly #interface: string | undefined;

  constructor(snippetInterface?: string) {
    this.#interface = snippetInterface;
  }

  build(request: SnippetRequest): string {
    return writeSnippet(
      request,
      "javascript",
      this.#interface,
      nearestPhrases(sentenceOf(request)),
    );
  }
}
