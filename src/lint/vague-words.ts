// Words that stand where a number belongs or that hide a judgement. It knows English only, and single sentences.
import { blankData } from "./plain-words.ts";

/**
 * Plain alternatives, `soon|shortly`; or a regular expression after beginnings, as plain as can be, of which one is in
 * every text that it matches: those are looked for in every step of a project, and only where one is found the rest.
 */
type Words = string | readonly [beginnings: string, pattern: string];

interface VagueKind {
  /** What is the matter with such a word. */
  readonly problem: string;
  readonly wayOut: string;
  readonly words: readonly Words[];
  /** A title sums up what its steps say in numbers. */
  readonly inTitles: boolean;
}

/** `fast checkout` is the name of a thing; `is fast` and `fast enough` say how something should be. */
const saidOfSomething = String.raw`(?=\s*(?:[.,;:!?)]|$|(?:and|or|enough|to|for|on|when|under|even|at|in)\b))`;

const ofTime = {
  problem: "does not say how long or how often",
  wayOut:
    "Say how long it may take, such as `within 2 seconds`, or put a gate on the scenario, such as @latency:p95<300ms.",
};

const kinds: readonly VagueKind[] = [
  {
    ...ofTime,
    words: [
      "without delay|in no time|periodically|regularly|frequently|from time to time",
      [
        "(?:for|after|wait|waits|within) (?:a|some) (?:short|little|long|certain|time|while|moment)",
        "(?:for|after|wait|waits|within) (?:a|some) (?:(?:short|little|long|certain) )?(?:time|while|moment)",
      ],
    ],
    inTitles: false,
  },
  {
    ...ofTime,
    words: [
      "quickly|rapidly|swiftly|slowly|promptly|instantly|instantaneously|immediately|shortly",
      "in a timely manner|in a timely fashion|timely",
      ["fast|quick", `(?:fast|quick)${saidOfSomething}`],
      ["fast |quick ", "(?:fast|quick) (?:results?|responses?|answers?|loading|feedback)"],
      ["fast|quick", "(?:fast|quick) (?:responses?|answers?|loading)"],
      ["soon", "(?<!as )soon(?! as)"],
    ],
    inTitles: true,
  },
  {
    problem: "does not say how many or how much",
    wayOut: "Write the number, or the bound that is meant, such as `at least 3`.",
    words: [
      ["several", "several(?! times\\b)"],
      "numerous|countless|a few|a bit|a lot of|lots of|plenty of|a bunch of|a large number of|a small number of",
      "roughly|approximately|approx",
      ["too ", "too (?:short|long|large|small|big|high|low|few|much|many(?! requests))"],
    ],
    inTitles: false,
  },
  {
    problem: "hides a judgement: two people will not agree when it holds",
    wayOut: "Say what can be seen or measured when it holds.",
    words: [
      "properly|correctly|appropriately|adequate|adequately|suitably|reasonable|reasonably",
      "acceptable|acceptably|sufficiently|satisfactory|satisfactorily",
      ["easy", `easy${saidOfSomething}`],
      "as expected|as usual|as normal|as intended|as designed|as it should",
      "user-friendly|userfriendly|user friendly|scalable|intuitive|intuitively|easily|seamless|seamlessly",
      "smoothly|gracefully|elegantly|nicely|flawlessly|robust|reliably|securely|efficient|efficiently",
      "meaningful|helpful|performant|state-of-the-art|state of the art",
      [
        "the correct|the right|the proper|the expected",
        String.raw`(?<=\b(?:should|must) .*)the (?:correct|right|proper|expected)(?= (?!to\b))`,
      ],
      // Headings in logical order and a sufficient contrast are packaged phrases, and "OK" is what HTTP calls 200.
      [
        "(?:is|are|be) (?:all )?(?:correct|right|fine|good|nice|okay)",
        String.raw`(?<!(?:contrast|order) (?:should|must) )(?:is|are|be) (?:all )?(?:correct|right|fine|good|nice|okay)(?= *(?:[.,;:!?)]|$|and\b|or\b))`,
      ],
      [
        "looks? (?:all|correct|right|fine|good|nice|ok)",
        "looks? (?:all )?(?:correct|right|fine|good|nice|ok|okay)",
      ],
      [
        "works? (?:fine|well|perfectly|as )",
        "(?:(?:should|must|will) )?(?:(?:still|also|just|all) )?works? (?:fine|well|perfectly|as (?:expected|usual|normal|intended|designed|before))",
      ],
      [
        "(?:should|must|will) (?:still|also|just|all|work)",
        "(?:should|must|will) (?:(?:still|also|just|all) )?work",
      ],
    ],
    inTitles: true,
  },
  {
    problem: "hides a judgement: two people will not agree when it holds",
    wayOut: "Say what can be seen or measured when it holds.",
    // A title may leave to its steps what is sensible.
    words: ["appropriate|sensible"],
    inTitles: false,
  },
  {
    problem: "says that something is not decided yet",
    wayOut: "Decide it and write it down; until then tag the scenario @planned.",
    words: ["tbd|tbc|to be decided|to be defined|to be determined"],
    inTitles: false,
  },
  {
    problem: "leaves open what else is meant",
    wayOut: "List all that is meant: what is not written is not proven.",
    words: [
      "etc|et cetera|and so on|and so forth|and the like|and similar|somehow|stuff|whatever",
      // What has a slash in it is blanked as data, but for this.
      ["and/or", "and or"],
      "as needed|as necessary|if needed|if necessary|if possible|if applicable|if required",
      "where needed|where applicable|where possible",
    ],
    inTitles: false,
  },
  {
    problem: "does not say when it happens and when it does not",
    wayOut: "Say in which case it happens, and write a scenario for each case.",
    words: [
      "maybe|perhaps|possibly|probably|presumably|might|usually|normally|typically|generally|sometimes|often",
    ],
    inTitles: true,
  },
];

const ofTheTeam = {
  problem: "is one of your team's vague words",
  wayOut:
    "Say what can be seen or measured instead; lint.vagueWords in the configuration lists the word.",
};

export interface VagueWord {
  /** From 0. */
  readonly at: number;
  /** As it was written. */
  readonly word: string;
  readonly problem: string;
  readonly wayOut: string;
}

/** The vague words of a sentence in their order; what is data in it does not count. */
export type VagueWordFinder = (sentence: string, place: "step" | "title") => readonly VagueWord[];

/** Compiles the words once; a sentence without any costs one try of one expression. */
export function makeVagueWordFinder(ownWords: readonly string[]): VagueWordFinder {
  const findOwn = makeOwnFinder(ownWords);
  const beginnings = kinds.flatMap(({ words }) => words.map(beginningsOf)).join("|");
  const groups = kinds.map(({ words }) => `(${words.map(patternOf).join("|")})`).join("|");
  const quick = new RegExp(`\\b(?:${beginnings})`, "i");
  const exact = new RegExp(String.raw`(?<!-)\b(?:${groups})(?!\w|-\w)`, "gi");
  return (sentence, place) => {
    const own = findOwn?.(sentence) ?? [];
    if (!quick.test(sentence)) return own;
    const said = blankData(sentence.replace(/\b(and)\/(or)\b/gi, "$1 $2"));
    const found = [...said.matchAll(exact)].flatMap((match) => {
      const kind = kinds[match.slice(1).findIndex((group) => group !== undefined)];
      if (kind === undefined || (place === "title" && !kind.inTitles)) return [];
      const word = sentence.slice(match.index, match.index + match[0].length);
      return [{ ...tell(kind, match), word }];
    });
    const isNew = ({ at }: VagueWord) => own.every((one) => one.at !== at);
    return [...own, ...found.filter(isNew)].sort((a, b) => a.at - b.at);
  };
}

/** Of the team's own words, which may be of any script. */
function makeOwnFinder(words: readonly string[]) {
  const own = words.map((word) => word.trim()).filter((word) => word !== "");
  if (own.length === 0) return undefined;
  const exact = new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?:${own.map(escapeWord).join("|")})(?![\p{L}\p{N}]|-\p{L})`,
    "giu",
  );
  return (sentence: string): readonly VagueWord[] =>
    [...blankData(sentence).matchAll(exact)].map((match) => tell(ofTheTeam, match));
}

function tell(
  { problem, wayOut }: Pick<VagueKind, "problem" | "wayOut">,
  match: RegExpExecArray,
): VagueWord {
  return { at: match.index, word: match[0], problem, wayOut };
}

function patternOf(words: Words): string {
  return typeof words === "string" ? words : words[1];
}

function beginningsOf(words: Words): string {
  return typeof words === "string" ? words : words[0];
}

/** A word of the team stands for itself, in any case, with any white space between its parts. */
function escapeWord(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
}
