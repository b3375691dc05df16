// How browser phrases define a parameter type: by a pattern, and by what its words mean.
import { defineParameterType } from "@cucumber/cucumber";
import { StoryWorld } from "../../src/journey/world.ts";

/** Says what each `{{name}}` in a text stands for. */
export type Resolve = (text: string) => string;

/** A parameter type whose words are read once the World can say what names stand for. */
export function defineWords<T>(
  name: string,
  regexp: string,
  read: (words: string, resolve: Resolve, world: unknown) => T,
): void {
  defineParameterType({
    name,
    regexp,
    useForSnippets: false,
    preferForRegexpMatch: false,
    transformer(this: unknown, words: string): T {
      const resolve = (text: string) => (this instanceof StoryWorld ? this.resolve(text) : text);
      return read(words, resolve, this);
    },
  });
}
