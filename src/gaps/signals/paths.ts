// By what a happy and an unhappy path are recognised.
import { english, tag } from "../make-signal.ts";
import type { Signal } from "../signal.ts";
import { limitTold } from "./limit-told.ts";
import { signInWanted } from "./sign-in-wanted.ts";

export const paths: readonly Signal[] = [
  tag("happy-path/tag", "happy-path", "happy(?:-?path)?|positive"),
  english({
    id: "happy-path/outcome",
    kind: "happy-path",
    from: "outcome",
    pattern: ".",
    because: "it has an outcome, and nothing in it is refused, missing or broken",
    without: "unhappy-path",
  }),
  {
    id: "happy-path/status",
    kind: "happy-path",
    from: "status",
    pattern: "^2(?:\\d\\d|xx)$",
    because: "the product does what was asked",
    without: "unhappy-path",
  },
  tag(
    "unhappy-path/tag",
    "unhappy-path",
    "unhappy(?:-?path)?|negative|sad(?:-?path)?|error(?:s|-?path|-?cases?|-?handling)?",
  ),
  {
    id: "unhappy-path/status",
    kind: "unhappy-path",
    from: "status",
    pattern: "^(?:[45](?!04)\\d\\d|[45]xx|504)$",
    because: "the product refuses or fails",
  },
  {
    id: "unhappy-path/not-found",
    kind: "unhappy-path",
    from: "status",
    pattern: "^404$",
    because: "what was asked for is not there",
    // What was deleted is rightly not found any more.
    unless: String.raw`^action: .*\b(?:deletes?|removes?|drops?|destroys?)\b`,
  },
  english({
    id: "unhappy-path/outcome",
    kind: "unhappy-path",
    from: "outcome",
    pattern: String.raw`^(?!.*(?:\bno (?:\w+ )?(?:errors?|alerts?|problems?|warnings?)\b|\bwithout (?:any )?errors?\b|\b(?:should|must|do|does|will|did|is|are)(?:n't| not| never) (?:see|contain|show|have|display|be|receive|get|include|match)\b|\b(?:be|is|are) (?:empty|null|hidden|absent)\b|\bshould be disabled\b|\bnot exist\b)).*\b(?:errors?|refus(?:es|ed|al)|reject(?:s|ed|ion)?|denied|declined|forbidden|unauthori[sz]ed|invalid|not (?:allowed|permitted|valid|accepted|authori[sz]ed|possible)|fail(?:s|ed|ure)|cannot|can(?:'t| not)|couldn't|wrong|incorrect|too (?:many|long|short|large|small|big|few|late|early)|already (?:exists?|taken|in use|been|paid|sent|done|\w+ed)|unavailable|try again|not found|problem:|expired|(?:is|are) (?:required|mandatory|missing)|bad (?:credentials|password|request)|sold out|out of stock|must (?:be at|have at|not|contain)|conflict)(?!\w)`,
    because: "the outcome is a refusal or a failure",
  }),
  english({
    id: "unhappy-path/alert",
    kind: "unhappy-path",
    from: "outcome",
    pattern: String.raw`^(?!.*\b(?:not|no|never) )[^"]*\b(?:the|an) (?:error )?alert\b`,
    because: "the outcome is an alert",
    unless: String.raw`\b(?:warn(?:s|ings?)?|notices?|deprecat\w+)\b`,
  }),
  english({
    id: "unhappy-path/sign-in",
    kind: "unhappy-path",
    from: "outcome",
    pattern: signInWanted,
    because: "somebody has to sign in first",
    unless: String.raw`\bsign(?:s|ed|ing)?[ -]out\b|\blog(?:s|ged)?[ -]?out\b|\bafter signing in\b|\b(?:expired|ended|timed out)\b`,
  }),
  english({
    id: "unhappy-path/told",
    kind: "unhappy-path",
    from: "outcome",
    pattern: String.raw`^(?!.*(?:\bnot |n't |\bnever )).*(?:["']please (?:enter|fill in|provide|give|choose|select|specify) |${limitTold})`,
    because: "the outcome tells what is missing, or the limit that was passed",
  }),
  english({
    id: "unhappy-path/not-able",
    kind: "unhappy-path",
    from: "outcome",
    pattern: String.raw`\b(?:should|must|is|are|am)(?:n't| not) be (?:able|allowed|permitted|accepted|possible|signed in|logged in)\b|\bshould be (?:disabled|refused|rejected|denied|blocked)\b`,
    because: "the outcome is that it cannot be done",
  }),
  english({
    id: "unhappy-path/title",
    kind: "unhappy-path",
    from: "title",
    pattern: String.raw`\b(?:(?:is|are|was|gets?|be|being) (?:refused|rejected|denied|declined|forbidden|blocked|turned away)|not (?:allowed|permitted|accepted)|cannot|can't|can not|may not|must not|fails? to|unsuccessful(?:ly)?|unauthori[sz]ed)\b`,
    because: "the title says that something is refused",
  }),
  english({
    id: "unhappy-path/title-word",
    kind: "unhappy-path",
    from: "title",
    pattern: String.raw`\b(?:made[- ]up|forged|faked?|stolen|tampered|revoked|invalid|(?:is|are) left out|leav(?:es|ing) out)\b`,
    because: "the title names what is hardly accepted",
    // What is seen, and is no refusal, is what was asked for.
    unless: String.raw`^outcome: [^"]*\b(?:sees?|shows?|lists?|reads?|contains?)\b[^"]*"|\b(?:by default|all the same|anyway|optional)\b`,
  }),
];
