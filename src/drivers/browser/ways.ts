// The ways by which a person finds a thing on a page, each as a function from a name to a Playwright locator.
// They know neither visibility nor how many there are.
import type { Locator, Page } from "@playwright/test";
import type { NameMatch } from "./names.ts";

/** What both a page and an element can be searched with. */
export type Scope = Pick<
  Locator,
  "getByRole" | "getByLabel" | "getByPlaceholder" | "getByText" | "locator"
>;

export type Role = Parameters<Scope["getByRole"]>[0];

/** Undefined when this way does not apply: without a name, or at this closeness. */
export type Way = (search: Search) => Locator | undefined;

export interface Search {
  readonly scope: Scope;
  /** Absent: any of its kind. */
  readonly match: NameMatch | undefined;
  /** For what is looked for inside a candidate. */
  readonly page: Page;
  readonly testIdAttribute: string;
}

/** By role and accessible name. */
export function byRole(...roles: readonly Role[]): Way {
  return ({ scope, match }) => {
    const options = match === undefined ? {} : { name: match.text, exact: match.exact };
    return unite(roles.map((role) => scope.getByRole(role, options)));
  };
}

/** A way that is taken only for what has a name: "a button" without one is no link. */
export function whenNamed(way: Way): Way {
  return (search) => (search.match === undefined ? undefined : way(search));
}

/** By role and what it says: for roles whose names do not come from their content. */
export function byRoleSaying(...roles: readonly Role[]): Way {
  return ({ scope, match }) => {
    const found = unite(roles.map((role) => scope.getByRole(role)));
    return match === undefined ? found : found?.filter({ hasText: match.content });
  };
}

/** By an element inside it with that role and name: a row by one of its cells, a section by its heading. */
export function byRoleHaving(outer: readonly Role[], inner: readonly Role[]): Way {
  return ({ scope, match, page }) => {
    if (match === undefined) return undefined;
    const has = unite(
      inner.map((role) => page.getByRole(role, { name: match.text, exact: match.exact })),
    );
    return has && unite(outer.map((role) => scope.getByRole(role).filter({ has })));
  };
}

/** By the heading, legend, caption or summary of what matches the selector. */
export function byTitleOf(selector: string): Way {
  return ({ scope, match, page }) => {
    if (match === undefined) return undefined;
    const heading = page.getByRole("heading", { name: match.text, exact: match.exact });
    const title = page.locator("legend, caption, summary").filter({ hasText: match.content });
    return scope.locator(selector).filter({ has: heading.or(title) });
  };
}

/** Any that matches the selector, when no name is given: Playwright knows no form without a name. */
export function bySelector(selector: string): Way {
  return ({ scope, match }) => (match === undefined ? scope.locator(selector) : undefined);
}

/** By a selector and what the element says. */
export function bySelectorSaying(selector: string): Way {
  return ({ scope, match }) =>
    match === undefined ? undefined : scope.locator(selector).filter({ hasText: match.content });
}

/** By label, of the elements that match the selector. */
export function byLabel(selector: string): Way {
  return ({ scope, match }) =>
    match && scope.getByLabel(match.text, { exact: match.exact }).and(scope.locator(selector));
}

export const byPlaceholder: Way = ({ scope, match }) =>
  match && scope.getByPlaceholder(match.text, { exact: match.exact });

export const byText: Way = ({ scope, match }) =>
  match && scope.getByText(match.text, { exact: match.exact });

/** By the value of an attribute, which nobody sees: never by a part of it. */
export function byAttribute(attribute: string, selector = ""): Way {
  return ({ scope, match }) =>
    match?.closeness === "same"
      ? scope.locator(attributeIs(selector, attribute, match))
      : undefined;
}

export const byTestId: Way = ({ scope, match, testIdAttribute }) =>
  match?.closeness === "same" ? scope.locator(attributeIs("", testIdAttribute, match)) : undefined;

function attributeIs(selector: string, attribute: string, { name }: NameMatch): string {
  const condition = `[${attribute}=${JSON.stringify(name)}]`;
  return selector
    .split(",")
    .map((each) => each.trim() + condition)
    .join(", ");
}

/** Whatever any of the locators finds. */
export function unite(locators: readonly Locator[]): Locator | undefined {
  const [first, ...rest] = locators;
  return first && rest.reduce((all, each) => all.or(each), first);
}
