// What generated texts are made of: plain signs, and those that products stumble over. Each entry is one sign as people
// count them, however many code points it takes; the first of all is what texts shrink to.

const letters = "abcdefghijklmnopqrstuvwxyz";

export interface Characters {
  /** The first is the simplest. */
  readonly plain: readonly string[];
  /** Signs that are often handled wrongly; empty where the story says what the text is made of. */
  readonly trouble: readonly string[];
  readonly spaces: readonly string[];
}

const lower = [...letters];
const upper = [...letters.toUpperCase()];
const digits = [..."0123456789"];

/** Signs of programming and markup languages. */
const signs = [..."-_.'\"<>&;:/\\|@#%{}[]()$!?*+=,~^`"];

/** U+00A0, U+3000 and U+2003 look like a space and are none to many a trim. */
const spaces = [" ", "\t", "\n", "\u00a0", "\u3000", "\u2003"];

const trouble = [
  // Composed and combined forms of one and the same letter; letters that change their length in another case.
  ..."éÉñüßİıſÅøœŁ",
  "e\u0301",
  "A\u030a",
  "n\u0303",
  "o\u0302\u0323",
  "ﬁ",
  "ŉ",
  // Other scripts, from right to left among them.
  ..."жЯλΣς中文日本語한אבשםعربية",
  "नि",
  "ไ",
  // Full-width signs, and letters that look like Latin ones.
  ..."Ａ１＠аеоΑ",
  // Beyond 16 bits: an emoji, of several code points too, and old scripts.
  "😀",
  "💩",
  "👍🏽",
  "👩‍👩‍👧",
  "🇩🇪",
  "❤️",
  "𝒳",
  "𠮷",
  "𐍈",
  // What nobody sees: zero width, marks of direction, a byte order mark, a soft hyphen.
  "\u200b",
  "\u2060",
  "\u200f",
  "\u202e",
  "\ufeff",
  "\u00ad",
  // What is often a sign for something else.
  "\ufffd",
  "\u2028",
  "\u007f",
];

export const anyCharacters: Characters = {
  plain: [...lower, ...upper, ...digits],
  trouble: [...trouble, ...signs, ...spaces],
  spaces,
};

const only = (plain: readonly string[]): Characters => ({ plain, trouble: [], spaces: [] });

/** By the words of a sentence. */
export const namedCharacters: Readonly<Record<string, Characters>> = {
  character: anyCharacters,
  letter: only([...lower, ...upper]),
  "small letter": only(lower),
  "lowercase letter": only(lower),
  "capital letter": only(upper.toSorted()),
  "uppercase letter": only(upper.toSorted()),
  digit: only(digits),
  "letters and digit": only([...lower, ...upper, ...digits]),
  "ascii character": {
    plain: [...lower, ...upper, ...digits],
    trouble: [...signs, " "],
    spaces: [" "],
  },
};

/** Of the signs that a story names. */
export function charactersOf(text: string): Characters {
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  return only([...new Set(Array.from(segments, ({ segment }) => segment))]);
}
