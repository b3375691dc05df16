import type { Scenario, Story } from "../../../story/story.ts";
import { memoise } from "../../memo.ts";
import { isEnglish } from "../../plain-words.ts";
import type { RuleContext, RuleFinding, StoryRule } from "../../rule.ts";
import { makeVagueWordFinder, type VagueWord, type VagueWordFinder } from "../../vague-words.ts";
import { listWrittenSteps, longestSentence, placeInStep } from "../../written-steps.ts";

export const vagueWords: StoryRule = {
  id: "language/vague-words",
  usesSteps: true,
  scope: "story",
  severity: "warning",
  summary: "a vague word where a number belongs or a judgement hides",
  reason:
    '"Fast" and "properly" mean something else to everybody, so a step with them holds or fails as its author likes. Looked at are the steps of English stories (`en…`) and the titles of their rules and scenarios; what is in quotes, in a table or in a doc string is data and may say anything. Words of your own are added by `lint.vagueWords` in the configuration.',
  bad: `Feature: Search

  Scenario: A word is searched for
    When I search for "lamp"
    Then the results should appear quickly
`,
  good: `Feature: Search

  @latency:p95<300ms
  Scenario: A word is searched for
    When I search for "lamp"
    Then I should see "3 results" within 2 seconds
`,
  *check(story, context) {
    if (!isEnglish(story.language)) return;
    const find = finderOf(context);
    for (const written of listWrittenSteps(story)) {
      for (const found of find(written.step.text, "step")) {
        if (isPackaged(written.step.text, context)) break;
        yield tell(story, found, placeInStep(written, found.at, found.word.length));
      }
    }
    yield* checkTitles(story, find);
  },
};

/** The words of a packaged phrase say what its documentation says. */
function isPackaged(text: string, { steps }: RuleContext): boolean {
  return steps?.definitionsOf(text).some(({ isOwn }) => !isOwn) === true;
}

type Titled = Pick<Scenario, "title" | "line" | "id">;

function* checkTitles(story: Story, find: VagueWordFinder): Generator<RuleFinding> {
  for (const titled of listTitled(story)) {
    if (titled.title.length > longestSentence) continue;
    for (const found of find(titled.title, "title")) {
      yield tell(story, found, { ...placeInTitle(titled, found), subject: titled.id });
    }
  }
}

function* listTitled(story: Story): Generator<Titled> {
  yield* story.scenarios;
  for (const rule of story.rules) {
    yield rule;
    yield* rule.scenarios;
  }
}

function placeInTitle({ line, title }: Titled, { word, at }: VagueWord): Place {
  return { line, words: word, inTitle: { title, at } };
}

type Place = Pick<RuleFinding, "line" | "column" | "length" | "words" | "inTitle" | "subject">;

function tell({ uri }: Story, { word, problem, wayOut }: VagueWord, place: Place): RuleFinding {
  return { uri, ...place, message: `"${word}" ${problem}.`, wayOut };
}

/** Compiled once for a run: its context has the words of the team. */
const finderOf = memoise(({ vagueWords: own }: RuleContext) => makeVagueWordFinder(own));
