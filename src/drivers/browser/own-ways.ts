// How a thing with a team's own name is found: by all that its locator says. It knows nothing of the words for it.
import type { OwnLocator } from "../../journey/target.ts";
import type { Kind } from "./kinds.ts";
import type { Role, Scope, Way } from "./ways.ts";

/** The one way to find the thing; with a name in the sentence, of those the ones that say it. */
export function kindOfOwn(own: OwnLocator): Kind {
  const way: Way = ({ scope, match, testIdAttribute }) => {
    const found = locateOwn(scope, own, testIdAttribute);
    return match === undefined ? found : found.filter({ hasText: match.content });
  };
  return {
    plural: `${own.noun}s`,
    roles: own.role === undefined ? [] : [roleOf(own)],
    ways: [way],
  };
}

function locateOwn(
  scope: Scope,
  own: OwnLocator,
  testIdAttribute: string,
): ReturnType<Scope["locator"]> {
  const { css, role, name, label, text, testId } = own;
  const parts = [
    ...(css === undefined ? [] : [scope.locator(`css=${css}`)]),
    ...(role === undefined
      ? []
      : [scope.getByRole(roleOf(own), name === undefined ? {} : { name })]),
    ...(label === undefined ? [] : [scope.getByLabel(label)]),
    ...(testId === undefined
      ? []
      : [scope.locator(`css=[${testIdAttribute}=${JSON.stringify(testId)}]`)]),
  ];
  const [first = scope.getByText(text ?? "", { exact: true }), ...rest] = parts;
  const all = rest.reduce((found, part) => found.and(part), first);
  return text === undefined || parts.length === 0 ? all : all.filter({ hasText: text });
}

// The configuration is written by people: a role that there is not finds nothing, as Playwright has it.
function roleOf({ role = "" }: OwnLocator): Role {
  return role as Role;
}
