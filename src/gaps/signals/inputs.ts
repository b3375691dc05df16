// By what is recognised that a story says what happens with wrong, missing, odd and extreme input.
import { english, tag } from "../make-signal.ts";
import type { Signal } from "../signal.ts";
import { limitTold } from "./limit-told.ts";

/** What forms ask for. "without" says little of other things: a card without cover lacks no field. */
const field = String.raw`(?:(?:an?|any|the|its|their|his|her|your|one of the) )?(?:\w+ ){0,2}(?:fields?|names?|e-?mails?|passwords?|passphrases?|titles?|address(?:es)?|numbers?|date|subject|quantity|amount|description|postcode|zip code|phone|parameters?|values?|headers?|body|payload|keys?|tokens?|cookies?|files?|attachments?|text|reason|comment|isbn|id|codes?)`;

export const inputs: readonly Signal[] = [
  tag("invalid-input/tag", "invalid-input", "invalid(?:-?input)?|validation|bad-?input"),
  {
    id: "invalid-input/status",
    kind: "invalid-input",
    from: "status",
    pattern: "^(?:400|41[345]|422)$",
    because: "the input was refused",
    without: "missing-field",
  },
  english({
    id: "invalid-input/words",
    kind: "invalid-input",
    from: ["title", "outcome"],
    pattern: String.raw`\b(?:invalid|malformed|mistyped|misspelt|misspelled|nonsense|gibberish|illegal|unsupported|too (?:short|long|big|large|small|high|low)|not (?:a )?valid|wrong (?:format|type|value|email|password|passphrase|pin|code|username|credentials|input)|(?:email|username|password)(?: or (?:email|username|password))? is (?:wrong|incorrect)|incorrect (?:email|password|pin|code|username|credentials|input)|(?:bad|broken) (?:credentials|password|input|request|format|JSON|XML|value|syntax)|should be a valid|(?:use|must be|must have|must contain|should have) at (?:least|most))\b`,
    because: "it says what is wrong with the input",
    with: "unhappy-path",
  }),
  tag("missing-field/tag", "missing-field", "missing(?:-?field)?|required(?:-?fields?)?|mandatory"),
  english({
    id: "missing-field/title",
    kind: "missing-field",
    from: "title",
    pattern: String.raw`\b(?:missing|omitted|omits?|left (?:out|empty|blank)|leav(?:es?|ing) .*\b(?:out|empty|blank)|empty|blanks?|(?:called|named|of|with|enters?|sends?|chooses?|writes?) nothing|required|mandatory|(?:with|gave|gives?|given|chooses?|chose|enters?|entered|sends?|sent|selects?|selected|writes?) no(?:ne)?|leav(?:es?|ing) out|without (?:(?:specifying|entering|providing|giving|choosing|selecting|filling|writing|setting|stating|naming|supplying|including|typing|adding|passing|sending|uploading|ticking)\b|${field}))\b`,
    because: "the title says that something is left out",
    with: "unhappy-path",
  }),
  english({
    id: "missing-field/outcome",
    kind: "missing-field",
    from: "outcome",
    pattern: String.raw`\b(?:is|are) (?:required|mandatory|missing)\b|\brequired field|\bfield required|\b(?:can(?:'t|not| not)|must not|may not|should not) be (?:blank|empty|null)\b|"(?:please )?(?:choose|select|enter|fill in) (?:an?|your) [a-z -]+\.?"|["']please (?:enter|fill in|provide|give|choose|select|specify) (?:an?|your|the)\b`,
    because: "the outcome names what is missing",
    with: "unhappy-path",
    unless: String.raw`\b(?:authori[sz]ation|authentication|sign(?:ing)?[ -]?in|login|permission)\w* (?:is )?required\b`,
  }),
  english({
    id: "missing-field/step",
    kind: "missing-field",
    from: ["given", "action"],
    pattern: String.raw`\bleav(?:es?|ing) (?:out\b|[^"]*\b(?:out|empty|blank)$)|\bis left (?:out|empty|blank)\b`,
    because: "somebody leaves something out",
    with: "unhappy-path",
  }),
  {
    id: "missing-field/blank",
    kind: "missing-field",
    from: ["data", "action"],
    // An empty cell, an empty text or null in JSON, an empty query parameter, `with ""`.
    pattern: String.raw`\| *(?:""|'')? *\|(?! *\|)|":\s*(?:""|null)|[?&][\w.-]+=(?=["'&])|\b(?:with|as|to) (?:""|'')`,
    because: "an empty value is sent",
    with: "unhappy-path",
  },
  tag(
    "unexpected-data/tag",
    "unexpected-data",
    "unexpected-?data|fuzz(?:ing)?|injection|xss|sqli?|unicode|encoding",
  ),
  english({
    id: "unexpected-data/title",
    kind: "unexpected-data",
    from: "title",
    pattern: String.raw`\b(?:emojis?|unicode|non-ascii|umlauts?|right-to-left|markup|injections?|xss|special characters|control characters|escaped?|unexpected|corrupt(?:ed)?|garbled|garbage|unknown (?:fields?|values?|propert\w+|parameters?|keys?)|unrecogni[sz]ed|extra fields?)\b`,
    because: "the title names data that nobody asked for",
  }),
  {
    id: "unexpected-data/hostile",
    kind: "unexpected-data",
    from: ["step", "data"],
    pattern: String.raw`<(?:script|img|svg|iframe)\b|\bonerror=|javascript:|['"] *or +['"]?1['"]? *= *['"]?1|;\s*drop table|\.\./\.\.|%00|\$\{jndi|[\ud83c-\ud83e][\udc00-\udfff]|[\u202a-\u202e\u2066-\u2069]`,
    because: "it holds markup, an injection or emoji",
  },
  english({
    id: "unexpected-data/answer",
    kind: "unexpected-data",
    from: ["title", "rule", "given"],
    pattern: String.raw`\b(?:answers?|responds?|repl(?:y|ies)|returns?|sends?|delivers?) (?:with )?(?:an? )?(?:unexpected|malformed|broken|invalid|garbage|corrupt(?:ed)?|unknown|incomplete|truncated|empty) (?:answer|response|repl(?:y|ies)|data|body|JSON|XML|payload|file)`,
    because: "something else answers what it should not",
  }),
  english({
    id: "unexpected-data/unknown-field",
    kind: "unexpected-data",
    from: "outcome",
    pattern: String.raw`\b(?:unknown|unexpected|unrecogni[sz]ed|additional|extra) (?:field|property|parameter|key|column)|\bfield is not known\b`,
    because: "a field that is not known is named",
  }),
  tag("boundary/tag", "boundary", "boundar(?:y|ies)|edge(?:-?cases?)?|limits?"),
  {
    id: "boundary/neighbours",
    kind: "boundary",
    from: "neighbours",
    pattern: ".",
    because: "numbers one apart have different outcomes",
  },
  {
    id: "boundary/column",
    kind: "boundary",
    from: "column",
    pattern: "^(?:limit|max|maximum|min|minimum|bound|boundary|threshold)$",
    because: "the examples are of a limit",
  },
  english({
    id: "boundary/title",
    kind: "boundary",
    from: "title",
    pattern: String.raw`\b(?:at (?:least|most) (?:\d+|one|two|three)|exactly \d+|no (?:more|fewer|less) than|(?:more|fewer|less) than (?:\d+|one|two|three)|up to \d+|(?:maxim(?:um|al)|minim(?:um|al))(?! (?:\w+ ){0,2}(?:filters?|fields?|columns?|settings?|options?|labels?|sliders?|inputs?|box|boxes)\b)|longest allowed|shortest allowed|upper (?:bound|limit)|lower (?:bound|limit)|(?:below|above|over|under|beyond|exceeds?|at|reach(?:es)?) (?:the|its|their) (?:limit|maximum|minimum|threshold)|boundar(?:y|ies)|edge cases?|one (?:\w+ )?(?:too (?:many|few|much|long|short)|over|less|more than)|last page|(?:behind|beyond|past|after) the (?:last|end)|last \w+ (?:cannot|can't|may not|must not))\b`,
    because: "the title names a limit",
  }),
  english({
    id: "boundary/outcome",
    kind: "boundary",
    from: "outcome",
    pattern: limitTold,
    because: "the outcome tells the limit",
    // A form says all that it demands, whatever was left out.
    without: "missing-field",
  }),
  english({
    id: "boundary/amount",
    kind: "boundary",
    from: "title",
    pattern: String.raw`\b\d[\d,.]* ?(?:characters?|letters?|digits?|words?|bytes?|[kmg]b|items?|rows?|entries|files)\b`,
    because: "an amount is refused",
    with: "unhappy-path",
  }),
];
