// The report as one HTML file that needs nothing else: no script, no font, no picture from anywhere.

import { viewEvidence } from "./html/evidence-view.ts";
import { countsBar, shapes, verdictBadge } from "./html/marks.ts";
import { nameOf, viewStory, wordFor } from "./html/story-view.ts";
import { style } from "./html/style.ts";
import { type Content, Html, html, nothing, userBlock, userText } from "./html/template.ts";
import { summariseCounts, summariseReport } from "./summary.ts";
import type { RunInfo, RunProblem, StoryReport, TruthReport } from "./truth-report.ts";
import { showDuration } from "./visible-text.ts";

/** Nothing may run, and nothing may be fetched: texts of others cannot, even if the escaping had a hole. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function renderHtml(report: TruthReport): string {
  const headline = summariseReport(report);
  const anchors = new Map(report.stories.map((story, index) => [story, `story-${index + 1}`]));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${headline} · storyproof</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#stories">Skip to the stories</a>
${shapes}
<header class="page ${report.verdict}"><div class="inner">
<p class="brand">storyproof · truth report</p>
<h1>${verdictBadge(report.verdict)}<span>${headline}</span></h1>
<p class="counts">${summariseCounts(report.counts)}</p>
${countsBar(report.counts)}
${viewRun(report.run)}
</div></header>
<div class="columns">
${viewContents(report.stories, anchors)}
<main id="stories" tabindex="-1">
${viewProblems(report.run)}
${report.stories.map((story) => viewStory(story, anchors.get(story) ?? ""))}
${report.stories.length === 0 ? html`<p class="empty">The run had no stories.</p>` : nothing}
</main>
</div>
<footer><p>Made from cucumber's messages by storyproof. Proven: every step held in this run, or its samples show that the gate is kept. Refuted: a step failed, or the samples show that the gate is broken. Unproven: not shown either way, with the reason.</p></footer>
</body>
</html>
`;
  return page.source;
}

function viewRun(run: RunInfo): Html {
  const { runner, runtime, os, commit, ci } = run;
  const product = (one: { name: string; version?: string } | undefined) =>
    one === undefined ? undefined : `${one.name} ${one.version ?? ""}`.trim();
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Started", run.startedAt?.replace("T", " ").replace(/\.\d+Z$/, " UTC")],
    ["Took", showDuration(run.durationMs)],
    ["Runs", run.runs > 1 ? String(run.runs) : undefined],
    ...run.environments.map(({ name, baseUrl, apiUrl, browser }) => {
      const address = baseUrl ?? apiUrl;
      const parts = [name, address, browser && `${browser.name} ${browser.version}`];
      return ["Environment", parts.filter((part) => part !== undefined).join(" · ")] as const;
    }),
    ["Runner", product(runner)],
    ["Runtime", product(runtime)],
    ["System", product(os)],
    [
      "Commit",
      commit && [commit.revision.slice(0, 10), commit.branch].filter(Boolean).join(" on "),
    ],
    ["CI", ci && [ci.name, ci.buildNumber].filter(Boolean).join(" ")],
  ];
  const known = facts.filter(([, fact]) => fact !== undefined && fact !== "");
  return html`<dl class="run">${known.map(
    ([name, fact]) => html`<div><dt>${name}</dt><dd>${userText(fact ?? "")}</dd></div>`,
  )}</dl>`;
}

function viewContents(
  stories: readonly StoryReport[],
  anchors: ReadonlyMap<StoryReport, string>,
): Content {
  if (stories.length === 0) return nothing;
  return html`<nav class="contents" aria-label="Stories"><ol>${stories.map(
    (story) =>
      html`<li><a href="#${anchors.get(story)}">${verdictBadge(
        story.verdict,
        wordFor(story),
      )}<span class="name">${userText(nameOf(story))}</span></a></li>`,
  )}</ol></nav>`;
}

function viewProblems({ problems, evidence }: RunInfo): Html {
  if (problems.length === 0 && evidence.length === 0) return nothing;
  const title = problems.length > 0 ? "Problems of the run" : "Attached to the run";
  return html`<section class="problems" aria-labelledby="run-title"><h2 id="run-title">${title}</h2>
${problems.length === 0 ? nothing : html`<ul>${problems.map(viewProblem)}</ul>`}${viewEvidence(evidence)}</section>`;
}

function viewProblem({ text, place, source, stack }: RunProblem): Html {
  const where =
    place === undefined
      ? nothing
      : html` <code>${userText([place.uri, place.line, place.column].filter((part) => part !== undefined).join(":"))}</code>`;
  return html`<li><p dir="auto">${text}</p>${where}${
    source === undefined ? nothing : userBlock(source, "The line")
  }${
    stack === undefined
      ? nothing
      : html`<details class="stack"><summary>Stack</summary>${userBlock(stack, "Stack")}</details>`
  }</li>`;
}
