// What is read of an element inside the page, in one round trip. The functions are sent to the page as text:
// they use nothing from outside themselves.
import type { ElementState } from "../../journey/browser-port.ts";
import type { DomElement } from "./dom.ts";

export interface Reading {
  /** Lower case. */
  readonly tag: string;
  /** The `type` of an input; "" for others. */
  readonly type: string;
  /** What it says to a person, white space as single spaces. */
  readonly text: string;
  /** What is entered or chosen: of a selection the words, not the codes. */
  readonly value: string;
  readonly attribute: string | undefined;
  readonly states: Readonly<Record<ElementState, boolean>>;
}

export interface Readings {
  readonly count: number;
  /** Of the element asked for; absent when there are not so many. */
  readonly one?: Reading;
}

export interface ReadRequest {
  /** From 0; -1 is the last. */
  readonly index: number;
  readonly attribute: string | undefined;
}

/** Runs in the page. */
export function readElements(
  elements: readonly DomElement[],
  { index, attribute }: ReadRequest,
): Readings {
  const count = elements.length;
  const element = elements[index < 0 ? count + index : index];
  if (element === undefined) return { count };
  // Of a label, the state of what it labels: the input itself may be hidden behind it.
  const subject = element.tagName === "LABEL" ? (element.control ?? element) : element;
  const tidy = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
  const aria = (name: string) => subject.getAttribute(`aria-${name}`) === "true";
  const chosen = subject.tagName === "SELECT" ? Array.from(subject.selectedOptions ?? []) : [];
  const isForm = /^(INPUT|TEXTAREA|SELECT)$/.test(subject.tagName);
  const entered = chosen.length > 0 ? chosen.map((one) => tidy(one.textContent)).join(", ") : "";
  // Asking for text makes the browser lay out the page, so fields are not asked.
  const isField = isForm && subject === element;
  // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, hidden parts left out.
  const text = isField ? "" : tidy(element.innerText ?? element.textContent);
  const value = subject.tagName === "SELECT" ? entered : isForm ? (subject.value ?? "") : text;
  return {
    count,
    one: {
      tag: subject.tagName.toLowerCase(),
      type: subject.tagName === "INPUT" ? (subject.type ?? "") : "",
      text: isField ? value : text,
      value,
      attribute:
        attribute === undefined ? undefined : (subject.getAttribute(attribute) ?? undefined),
      states: {
        checked: subject.checked === true || aria("checked") || aria("pressed"),
        enabled: !subject.matches(":disabled") && !aria("disabled"),
        focused: subject.ownerDocument.activeElement === subject,
        empty: value === "",
        required: subject.required === true || aria("required"),
        readonly: subject.readOnly === true || aria("readonly"),
        selected: aria("selected") || subject.matches("option:checked"),
        expanded:
          aria("expanded") ||
          subject.matches("details[open], details[open] > summary") ||
          subject.querySelector(
            ":scope > :is([aria-expanded=true], :is(h1, h2, h3, h4, h5, h6) > [aria-expanded=true])",
          ) !== null,
        invalid: aria("invalid") || (isForm && subject.matches(":invalid")),
      },
    },
  };
}

export interface Options {
  readonly labels: readonly string[];
  readonly values: readonly string[];
}

/** Runs in the page: the options of each select, in order. */
export function readOptions(selects: readonly DomElement[]): readonly Options[] {
  const tidy = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
  return selects.map((select) => {
    const options = Array.from(select.options ?? []);
    return {
      labels: options.map((option) => tidy(option.textContent)),
      values: options.map((option) => option.value ?? ""),
    };
  });
}
