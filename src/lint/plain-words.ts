// A sentence without what is data in it: quoted text, placeholders, numbers and addresses say what the author means
// exactly, whatever words are in them.

/** What stands for data; it is no letter, and no sentence has it elsewhere. */
const filler = "\u25a0";

// A quote in the middle of a word is an apostrophe.
const data =
  /"(?:[^"\\]|\\.)*"|(?<![\p{L}\p{N}])'(?:[^'\\]|\\.)*'(?![\p{L}\p{N}])|`[^`]*`|“[^”]*”|«[^»]*»|\{\{[^{}]*\}\}|<[^<>\s][^<>]*>|\S*[/\\@_=#]\S*|\b\d[\d.,:]*\b/gu;

/** The sentence with as many fillers as its data has characters, so that places stay the same. */
export function blankData(sentence: string): string {
  return sentence.replace(data, (text) => filler.repeat(text.length));
}

/** Whether blankData found something in this part of what it gave. */
export function hasData(blanked: string): boolean {
  return blanked.includes(filler);
}

/** Rules that know English words look at these stories only: `en`, `en-au`, `en-pirate` … */
export function isEnglish(language: string): boolean {
  return language === "en" || language.startsWith("en-");
}
