// By what is recognised that a story says what happens when things repeat, fail, end, or come together.
import { english, tag } from "../make-signal.ts";
import type { Signal } from "../signal.ts";

const timeSpan = String.raw`(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|ten|half an?|a quarter of an) (?:milliseconds?|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?)`;

/** What is done a second time. "Again" says little with other words: "sees the page again". */
const again = String.raw`(?:pa(?:y|ys|id|ying)|(?:order|book|register|submit|publish|confirm|upload|click|press|add|send|check(?:s|ed)? out|sign(?:s|ed)? up)(?:s|es|ed|ing)?|sent|subm(?:its|itted)|buys?|bought) (?:(?:it|this|that|them|the \w+) )?again`;

export const troubles: readonly Signal[] = [
  tag(
    "repetition/tag",
    "repetition",
    "retry|retries|repetition|repeat(?:ed)?|idempoten(?:t|cy)|duplicates?",
  ),
  english({
    id: "repetition/title",
    kind: "repetition",
    from: "title",
    pattern: String.raw`\b(?:twice|second time|a third time|repeat(?:s|ed|edly|ing)?|retr(?:y|ies|ied|ying)|idempoten(?:t|ce|cy)|duplicates?|duplicated|double[- ](?:click|submit)\w*|only once|once only|more than once|single[- ]use|one[- ]time use|good for one|${again}|resubmit\w*|re-?sent|re-?sends?)\b`,
    because: "the title says that it is done more than once",
  }),
  english({
    id: "repetition/refused",
    kind: "repetition",
    from: ["title", "outcome"],
    pattern: String.raw`\balready (?:exists?|registered|taken|in use|used|been|done|present|on|off|an? \w+|accepted|paid|processed|confirmed)\b|\b(?:registered|created|added|used|sent|published|submitted|paid|ordered) again\b`,
    because: "it was done before, and a second time is refused",
    with: "unhappy-path",
  }),
  english({
    id: "repetition/step",
    kind: "repetition",
    from: ["given", "action"],
    pattern: String.raw`\brepeats? the (?:last |same )?request\b|\b${again}(?= |$)|\b(?:the same|the last) \w+ (?:again|twice|once more|a second time)\b|\b(?:a second time|twice|\d+ times|double-clicks?)$`,
    because: "the same is done again",
    unless: String.raw`\b(?:go(?:es)? by|ha(?:s|ve) passed|later)\b`,
  }),
  tag(
    "dependency-down/tag",
    "dependency-down",
    "dependency-?down|resilience|outage|chaos|fault(?:-?injection)?|offline|degraded",
  ),
  {
    id: "dependency-down/status",
    kind: "dependency-down",
    from: "status",
    pattern: "^50[234]$",
    because: "something that it needs does not answer",
  },
  english({
    id: "dependency-down/words",
    kind: "dependency-down",
    from: ["title", "rule", "given"],
    pattern: String.raw`\b(?:is|are|goes|was|were|being|be) (?:down|offline|unavailable|unreachable|not (?:available|reachable|responding|answering))\b|\b(?:does|do) not (?:answer|respond|reply)\b|\btim(?:es|ed) out\b|\boutages?\b|\bconnection (?:is |was )?(?:refused|lost|reset|dropped|broken)\b|\bnetwork (?:error|failure|fails|is (?:lost|gone))|\b(?:service|server|database|provider|gateway|api|system|queue|backend|upstream|broker|cache|storage|network)s? (?:is failing|fails|crash(?:es|ed)?|answers? with (?:an error|50\d))\b|\bwithout (?:a )?(?:network|connection|internet)\b`,
    because: "something that it needs is down",
    unless: String.raw`\bsession (?:has )?tim(?:es|ed) out\b`,
  }),
  tag("expiry/tag", "expiry", "expir(?:y|ation|ed)|ttl|time-?travel"),
  english({
    id: "expiry/words",
    kind: "expiry",
    from: ["title", "given", "action", "outcome"],
    pattern: String.raw`\bexpir(?:es?|ed|y|ation|ing)\b|\bno longer valid\b|\b(?:session|token|link|code|offer|lock|password|licen[cs]e|trial|subscription) (?:has |have )?(?:ended|lapse[sd]|run out|timed out|times out)\b|\bmax-age\b|\bout of date\b|\boverdue\b`,
    because: "it says that something ends with time",
  }),
  english({
    id: "expiry/time",
    kind: "expiry",
    from: ["given", "action"],
    pattern: String.raw`\b${timeSpan} (?:go(?:es)? by|pass(?:es)?|ha(?:s|ve) (?:passed|gone by|elapsed)|later|elapses?|ago)\b|\bthe clock\b.*\b(?:forward|advances?|moves?|on by|goes on)\b|\b(?:advance|fast[- ]forward|move)s? the clock\b`,
    because: "time passes",
  }),
  english({
    id: "expiry/title",
    kind: "expiry",
    from: "title",
    pattern: String.raw`\b(?:after|for|within|lasts?) ${timeSpan}\b|\b${timeSpan} (?:later|old|long)\b|\b(?:the next|a) day later\b|\boutlives?\b`,
    because: "the title says how long it lasts",
  }),
  tag("concurrency/tag", "concurrency", "races?|concurren(?:t|cy)|parallel-?use|race-?condition"),
  {
    id: "concurrency/status",
    kind: "concurrency",
    from: "status",
    pattern: "^412$",
    because: "somebody else changed it meanwhile",
  },
  english({
    id: "concurrency/words",
    kind: "concurrency",
    from: ["title", "given", "action"],
    pattern: String.raw`\bconcurren(?:t|tly|cy)\b|\bsimultaneous(?:ly)?\b|\bat the same (?:time|moment)\b|\bin parallel\b|\brace conditions?\b|\bsame moment\b|\boverwrit(?:es?|ten|ing)\b|\blost updates?\b|\bstale (?:version|data|copy)\b|"if-match"|\bmeanwhile\b`,
    because: "two do it at the same time",
  }),
];
