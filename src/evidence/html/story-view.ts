// One story on the page: its intent, then its scenarios, those that need reading opened.
import type {
  CaseReport,
  Counts,
  Judgement,
  RuleReport,
  ScenarioReport,
  StoryReport,
} from "../truth-report.ts";
import { showDuration } from "../visible-text.ts";
import { viewCase } from "./case-view.ts";
import { countsBar, verdictBadge } from "./marks.ts";
import { type Html, html, nothing, userText } from "./template.ts";

/** `anchor` is what links to the story end with. */
export function viewStory(story: StoryReport, anchor: string): Html {
  return html`<section class="story" id="${anchor}" aria-labelledby="${anchor}-title" ${languageOf(story)}>
<header><div class="title"><h2 id="${anchor}-title">${userText(nameOf(story))}</h2>${verdictBadge(
    story.verdict,
    wordFor(story),
  )}</div>
${viewIntent(story)}${viewFacts(story)}${viewTags(story.tags, [])}${countsBar(story.counts)}</header>
${story.scenarios.map((scenario) => viewScenario(scenario, { story, inherited: story.tags, level: 3 }))}
${story.rules.map((rule) => viewRule(rule, story))}
</section>`;
}

export function nameOf({ title, uri }: StoryReport): string {
  return title === "" ? uri : title;
}

/** The verdict's word; what the run left out is said to be so, and what it proved only in part too. */
export function wordFor({
  verdict,
  reason,
  counts,
}: Judgement & { readonly counts?: Counts }): string {
  const isLeftOut = reason?.kind === "not-selected" || reason?.kind === "planned";
  if (isLeftOut && counts !== undefined && counts.proven > 0) return "in part";
  if (reason?.kind === "not-selected") return "not selected";
  return reason?.kind === "planned" ? "planned" : verdict;
}

/** Gherkin's languages are BCP 47 tags, but for one that is made of emoji. */
function languageOf({ language }: StoryReport): Html {
  const isTag =
    /^[a-z]{2}(?:-[A-Za-z]+)?$/.test(language) && !/^em|-(?:pirate|lol|old|tx)$/.test(language);
  return isTag && language !== "en" ? html`lang="${language}"` : nothing;
}

function viewIntent({ intent, description }: StoryReport): Html {
  if (intent === undefined) {
    return description === ""
      ? nothing
      : html`<p class="description" dir="auto">${description}</p>`;
  }
  const { role, want, benefit } = intent;
  const part = (opening: string, said: string | undefined) =>
    said === undefined ? nothing : html`<span><b>${opening}</b> ${userText(said)}</span> `;
  return html`<p class="intent">${part("As", role)}${part("I want", want)}${part("so that", benefit)}</p>`;
}

function viewFacts({ uri, links, counts }: StoryReport): Html {
  const { story, ...others } = links;
  const linked = Object.entries(others).map(
    ([key, value]) => html`<span>${key} ${userText([value].flat().join(", "))}</span>`,
  );
  const total = counts.proven + counts.refuted + counts.unproven;
  return html`<p class="facts"><span><code>${userText(uri)}</code></span>${linked}<span>${
    counts.proven
  } of ${total} ${total === 1 ? "guarantee" : "guarantees"} proven</span></p>`;
}

function viewRule(rule: RuleReport, story: StoryReport): Html {
  return html`<div class="rule"><h3><span class="kind">${rule.keyword}</span> ${userText(rule.title)} ${viewTags(
    rule.tags,
    story.tags,
  )}</h3>
${viewDescription(rule.description)}
${rule.scenarios.map((scenario) => viewScenario(scenario, { story, inherited: rule.tags, level: 4 }))}</div>`;
}

interface Surroundings {
  readonly story: StoryReport;
  /** Tags that stand above already. */
  readonly inherited: readonly string[];
  readonly level: 3 | 4;
}

function viewScenario(scenario: ScenarioReport, { story, inherited, level }: Surroundings): Html {
  const [first] = scenario.cases;
  const isOutline = first === undefined || first.values !== undefined;
  const rows = `${scenario.cases.length} ${scenario.cases.length === 1 ? "row" : "rows"}`;
  const title = userText(scenario.title === "" ? scenario.keyword : scenario.title);
  const heading = level === 3 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
  return html`<details class="scenario is-${scenario.verdict}" ${openIf(scenario)}>
<summary>${verdictBadge(scenario.verdict, wordFor(scenario))}<div>${heading}${viewTags(
    scenario.tags,
    inherited,
  )}</div>${viewNotes(isOutline ? [rows] : notesOf(first))}</summary>
<div class="body">${viewDescription(scenario.description)}${
    isOutline ? scenario.cases.map((one) => viewRow(one, story.uri)) : viewCase(first, story.uri)
  }</div>
</details>`;
}

function viewRow(one: CaseReport, uri: string): Html {
  const values = Object.entries(one.values ?? {}).map(
    ([column, value]) =>
      html`<span class="value">${userText(column)} <b>${userText(value)}</b></span>`,
  );
  return html`<details class="row" ${openIf(one)}><summary>${verdictBadge(one.verdict, wordFor(one))}<span class="values">${values}</span>${viewNotes(
    notesOf(one),
  )}</summary><div class="body">${viewCase(one, uri)}</div></details>`;
}

function viewDescription(description: string): Html {
  if (description === "") return nothing;
  return html`<p class="description" dir="auto">${description}</p>`;
}

function viewNotes(notes: readonly string[]): Html {
  return html`<span class="notes">${notes.map((note) => html`<span>${note}</span>`)}</span>`;
}

function notesOf(one: CaseReport): readonly string[] {
  const totalMs = one.attempts.reduce((sum, attempt) => sum + attempt.durationMs, 0);
  const tries = one.attempts.length;
  return [
    ...(one.flaky ? [`flaky: held at try ${tries}`] : tries > 1 ? [`${tries} tries`] : []),
    ...(tries > 0 ? [showDuration(totalMs)] : []),
  ];
}

function openIf({ verdict }: Judgement): Html {
  return verdict === "refuted" ? html`open` : nothing;
}

/** The tags that are not inherited: those stand above. */
function viewTags(tags: readonly string[], inherited: readonly string[]): Html {
  const own = tags.filter((tag) => !inherited.includes(tag));
  if (own.length === 0) return nothing;
  return html`<span class="tags">${own.map((tag) => html`<span class="tag">${userText(tag)}</span>`)}</span>`;
}
