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
  /** What nothing of its kind can be: that it is not so says nothing. */
  readonly never: readonly ElementState[];
  /** The fields in it (or the field itself) that are not valid, and what the browser says of each. */
  readonly wrong: readonly string[];
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
  const inputs = "input, textarea, select";
  const typed = `${inputs}, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton], [role=slider], [role=listbox], [role=radiogroup]`;
  const boxes =
    "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch], [role=menuitemcheckbox], [role=menuitemradio], [aria-checked], [aria-pressed]";
  const opener = ":scope > :is([aria-expanded], :is(h1, h2, h3, h4, h5, h6) > [aria-expanded])";
  const isBox = subject.matches(boxes);
  const within = subject.matches(`${typed}, [aria-invalid]`)
    ? [subject]
    : Array.from(subject.querySelectorAll(`${inputs}, [aria-invalid]`));
  const isWrong = (one: DomElement) =>
    one.getAttribute("aria-invalid") === "true" || (one.matches(inputs) && one.matches(":invalid"));
  const nameOf = (one: DomElement) =>
    tidy(one.labels?.[0]?.textContent) ||
    one.getAttribute("aria-label") ||
    one.getAttribute("placeholder") ||
    one.getAttribute("name") ||
    one.tagName.toLowerCase();
  const wrong = within.filter(isWrong);
  const can: Readonly<Partial<Record<ElementState, boolean>>> = {
    checked: isBox,
    required: subject.matches(`${typed}, ${boxes}, [aria-required]`),
    readonly: subject.matches(`${typed}, ${boxes}, [aria-readonly]`),
    selected:
      isBox || subject.matches("option, [aria-selected], [role=option], [role=tab], [role=row]"),
    expanded:
      subject.matches("details, details > summary, [aria-expanded]") ||
      subject.querySelector(opener) !== null,
    invalid: within.length > 0,
  };
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
        // People say of radio buttons that they are selected.
        selected:
          aria("selected") ||
          subject.matches("option:checked") ||
          (isBox && (subject.checked === true || aria("checked"))),
        expanded:
          aria("expanded") ||
          subject.matches("details[open], details[open] > summary") ||
          subject.querySelector(
            ":scope > :is([aria-expanded=true], :is(h1, h2, h3, h4, h5, h6) > [aria-expanded=true])",
          ) !== null,
        invalid: wrong.length > 0,
      },
      never: (Object.keys(can) as ElementState[]).filter((state) => can[state] === false),
      wrong: wrong.map((one) =>
        one.validationMessage ? `"${nameOf(one)}" (${one.validationMessage})` : `"${nameOf(one)}"`,
      ),
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
