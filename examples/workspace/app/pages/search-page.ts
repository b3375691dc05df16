/** What a search found. enhance.js asks for this page again while the customer types. */
import { hitAddress } from "../api/answers.ts";
import type { Hit } from "../domain/search.ts";
import { count } from "./format.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import type { Page } from "./layout.ts";

export function searchPage(words: string, hits: readonly Hit[]): Page {
  return {
    title: words === "" ? "Search" : `${words}: search`,
    searchWords: words,
    content: html`<h1>Search</h1>
<p class="lead" role="status" id="result-count">${summary(words, hits)}</p>
<div id="results">${hits.length > 0 && html`<ul class="hits">${hits.map((hit) => hitItem(hit, words))}</ul>`}</div>`,
  };
}

function summary(words: string, hits: readonly Hit[]): string {
  if (words === "") return "Type a word to search your projects, notes and files.";
  if (hits.length === 0) return `Nothing found for “${words}”.`;
  return `${count(hits.length, "result")} for “${words}”`;
}

function hitItem(hit: Hit, words: string): Html {
  return html`<li class="hit">
  <span class="hit-icon">${icons[hit.kind]}</span>
  <div>
    <h2><a href="${hitAddress(hit)}">${marked(hit.title, words)}</a></h2>
    ${hit.excerpt !== "" && html`<p>${marked(hit.excerpt, words)}</p>`}
    <p class="meta"><span>${KINDS[hit.kind]}</span>${hit.kind !== "project" && html`<span>${hit.projectName}</span>`}</p>
  </div>
</li>`;
}

const KINDS = { project: "Project", note: "Note", file: "File" } as const;

/** The text with every place marked where the words stand. */
function marked(text: string, words: string): Html {
  const pattern = new RegExp(`(${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")})`, "gi");
  // Splitting by a group puts the matches at the odd places.
  const parts = text
    .split(pattern)
    .map((part, i) => (i % 2 === 1 ? html`<mark>${part}</mark>` : part));
  return html`${parts}`;
}
