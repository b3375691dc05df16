/** The few icons of the pages, drawn in the colour of the text beside them. */
import { type Html, html } from "./html.ts";

export const icons = {
  search: icon(html`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`),
  project: icon(
    html`<path d="M3.5 7.5v10a2 2 0 0 0 2 2h13a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2H12L10 5H5.5a2 2 0 0 0-2 2.5Z"/>`,
  ),
  note: icon(
    html`<path d="M6.5 3.5h8l4 4v11a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2Z"/><path d="M8.5 12h7M8.5 16h5"/>`,
  ),
  file: icon(
    html`<path d="m20 11.5-8 8a5 5 0 0 1-7-7l8.3-8.3a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.6-7.5"/>`,
  ),
  people: icon(
    html`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c.6-3.6 3-5.5 6.500-5.500s5.900 1.900 6.500 5.500M16 5.300a3.500 3.500 0 0 1 0 6.400M18 14.500c2 .7 3.200 2.400 3.500 5"/>`,
  ),
  link: icon(
    html`<path d="M10 14a4 4 0 0 0 5.700 0l3.500-3.500a4 4 0 0 0-5.700-5.700L12 6.300M14 10a4 4 0 0 0-5.700 0l-3.500 3.500a4 4 0 0 0 5.700 5.700l1.500-1.500"/>`,
  ),
  shield: icon(
    html`<path d="M12 3.500 5 6v5.500c0 4.300 2.900 7.400 7 9 4.100-1.600 7-4.700 7-9V6Z"/><path d="m9 12 2.200 2.200L15.200 10"/>`,
  ),
  pencil: icon(
    html`<path d="m4.500 19.500.8-4L16 4.800a2 2 0 0 1 2.800 0l.4.4a2 2 0 0 1 0 2.800L8.500 18.700Z"/>`,
  ),
  person: icon(
    html`<circle cx="12" cy="8" r="4"/><path d="M4.500 20c.8-4 3.600-6 7.500-6s6.700 2 7.500 6"/>`,
  ),
  trash: icon(
    html`<path d="M4.500 7h15M9.500 7V4.500h5V7M6.500 7l.8 11.700a1.500 1.500 0 0 0 1.500 1.300h6.400a1.500 1.500 0 0 0 1.500-1.300L17.500 7"/>`,
  ),
  plus: icon(html`<path d="M12 5v14M5 12h14"/>`),
  arrow: icon(html`<path d="M5 12h14M13 6l6 6-6 6"/>`),
} as const;

export const logo = html`<svg class="logo-mark" viewBox="0 0 32 32" aria-hidden="true">
  <rect width="32" height="32" rx="9" class="logo-ground"/>
  <path d="M7.500 10.500 11 21.500l5-10 5 10 3.500-11" class="logo-line"/></svg>`;

function icon(shape: Html): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;
}
