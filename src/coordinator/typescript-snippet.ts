// cucumber's `snippetSyntax` for a team that writes its steps in TypeScript.
import { nearestPhrases } from "./phrase-hints.ts";
import { type SnippetRequest, sentenceOf, writeSnippet } from "./step-snippet.ts";

export default class TypeScriptSnippet {
  readonly #interface: string | undefined;

  constructor(snippetInterface?: string) {
    this.#interface = snippetInterface;
  }

  build(request: SnippetRequest): string {
    return writeSnippet(
      request,
      "typescript",
      this.#interface,
      nearestPhrases(sentenceOf(request)),
    );
  }
}
