// A `snippetSyntax` of cucumber's for a language: a class, which cucumber itself makes one of.
import { nearestPhrases } from "./phrase-hints.ts";
import {
  type SnippetLanguage,
  type SnippetRequest,
  sentenceOf,
  writeSnippet,
} from "./step-snippet.ts";

export type SnippetSyntax = new (
  snippetInterface?: string,
) => {
  build(request: SnippetRequest): string;
};

/** The class that writes steps in that language, the nearest phrases of the run above them. */
export function snippetSyntaxOf(language: SnippetLanguage): SnippetSyntax {
  return class {
    readonly #interface: string | undefined;

    constructor(snippetInterface?: string) {
      this.#interface = snippetInterface;
    }

    build(request: SnippetRequest): string {
      return writeSnippet(request, language, this.#interface, nearestPhrases(sentenceOf(request)));
    }
  };
}
