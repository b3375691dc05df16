// By what is recognised that a story says what happens to people signed in, not signed in, and without the right.
import { english, tag } from "../make-signal.ts";
import type { Signal } from "../signal.ts";
import { signInWanted } from "./sign-in-wanted.ts";

export const permissions: readonly Signal[] = [
  tag("signed-in/tag", "signed-in", "signed-?in|logged-?in|authenticated"),
  english({
    id: "signed-in/given",
    kind: "signed-in",
    from: "given",
    pattern: String.raw`(?<!\b(?:not|no longer|never|nobody|without being) )\b(?:signed|logged)[ -]in\b|\b(?:signs?|logs?|signing|logging) (?:\w+ )?in (?:as|with|to)\b|\b(?:is|am|are) (?:an? )?authenticated\b|\bauthenticates? (?:as|with)\b|\bthe bearer token\b`,
    because: "somebody who is signed in may do it",
    without: "unhappy-path",
    mustAct: true,
    unless: String.raw`\b(?:made[ -]up|invented|forged|fake|stolen|expired|revoked)\b`,
  }),
  english({
    id: "signed-in/action",
    kind: "signed-in",
    from: "action",
    pattern: String.raw`\b(?:press|click|submit|tap|follow)\w* (?:on )?(?:the )?(?:button )?["'](?:sign|log) ?in["']|\b(?:uses?|with) the bearer token\b|\b(?:signs?|logs?) in (?:as|with)\b`,
    because: "somebody signs in, and may do it",
    without: "unhappy-path",
  }),
  tag(
    "not-signed-in/tag",
    "not-signed-in",
    "not-?signed-?in|anonymous|unauthenticated|signed-?out|logged-?out|guest",
  ),
  {
    id: "not-signed-in/status",
    kind: "not-signed-in",
    from: "status",
    pattern: "^401$",
    because: "who is not signed in is refused",
    // There 401 says that the password is wrong.
    unless: String.raw`^action: .*\b(?:POST|PUT)\b.*["'/](?:sessions?|log-?in|sign-?in|auth|token|authenticate)\b|^data: [^]*\bpass(?:word|phrase)\b`,
  },
  english({
    id: "not-signed-in/outcome",
    kind: "not-signed-in",
    from: ["outcome", "title", "rule"],
    pattern: signInWanted,
    because: "who is not signed in has to sign in first",
  }),
  english({
    id: "not-signed-in/actor",
    kind: "not-signed-in",
    from: "action",
    pattern: String.raw`^(?:the|an?) (?:guest|visitor|anonymous \w+|unauthenticated \w+) (?!(?:signs?|logs?|registers?)\b)`,
    because: "somebody acts who is not signed in",
    unless: String.raw`\bas guest\b|(?<!\bnot )\b(?:signs|signed|logs|logged) in\b`,
  }),
  english({
    id: "not-signed-in/visitor",
    kind: "not-signed-in",
    from: ["title", "outcome"],
    pattern: String.raw`^(?:the|an?) (?:guest|visitor|anonymous \w+|unauthenticated \w+) (?:(?:can|may) )?(?:sees?|reads?|opens?|finds?|browses?|looks?|search(?:es)?)\b`,
    because: "somebody sees it who is not signed in",
    unless: String.raw`\bas guest\b|(?<!\bnot )\b(?:signs|signed|logs|logged) in\b|\bregisters?\b`,
  }),
  english({
    id: "not-signed-in/given",
    kind: "not-signed-in",
    from: ["given", "action"],
    pattern: String.raw`\b(?:is|am|are) (?:not|no longer) (?:signed|logged) in\b|\b(?:is|am|are) (?:signed|logged) out\b|\bwithout (?:signing|logging) in\b`,
    because: "somebody is not signed in",
  }),
  tag(
    "wrong-role/tag",
    "wrong-role",
    "wrong-?role|authori[sz]ation|permissions?|forbidden|access-?control|rbac",
  ),
  {
    id: "wrong-role/status",
    kind: "wrong-role",
    from: "status",
    pattern: "^403$",
    because: "who has no right to it is refused",
    unless: String.raw`\b(?:cross-)?origin\b|\bcsrf\b|\bcors\b|\banother site\b`,
  },
  english({
    id: "wrong-role/words",
    kind: "wrong-role",
    from: ["title", "outcome"],
    pattern: String.raw`\b(?:guest|member|viewer|editor|reader|stranger|customer|user|non-?admin\w*|(?:other|another|different) (?:customer|user|tenant|team|person|account)|somebody else|anybody else)s?\b[^"]*\b(?:cannot|can't|may not|must not|does not see|do not see|(?:finds?|sees?|gets?|reads?) (?:nothing|no \w+))\b|\b(?:no|lacks?|without|insufficient|missing) (?:the )?(?:permissions?|rights?|privileges?)\b|^(?!.*(?:password|credential)).*\b(?:access (?:is )?denied|permission denied|not (?:allowed|permitted|authori[sz]ed) to|forbidden)\b`,
    because: "who has no right to it does not get it",
    unless: String.raw`\b(?:the|an?) (?:guest|visitor) (?:opens?|sends?)\b`,
  }),
];
