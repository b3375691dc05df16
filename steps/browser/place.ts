// Whether an address is the page that a sentence names.

/**
 * Undefined when it is (or, with `not`, when it is not). A path is looked for below the base address; query and
 * fragment count only where the sentence has them, and a slash at the end never does.
 */
export function judgePlace(
  address: string,
  place: string,
  not: boolean,
  baseUrl: string | undefined,
): string | undefined {
  const actual = new URL(address);
  const expected = locate(place, baseUrl ?? actual.origin);
  if (expected === undefined) return `"${place}" is neither a path nor an address`;
  const same =
    (!isAbsolute(place) || actual.origin === expected.origin) &&
    trim(actual.pathname) === trim(expected.pathname) &&
    (expected.search === "" || actual.search === expected.search) &&
    (expected.hash === "" || actual.hash === expected.hash);
  if (same !== not) return undefined;
  return not
    ? `expected not to be on "${place}", but that is where the page is`
    : `expected to be on "${place}", but the page is ${address}`;
}

function isAbsolute(place: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(place);
}

function locate(place: string, baseUrl: string): URL | undefined {
  const base = baseUrl.replace(/\/+$/, "");
  const address = isAbsolute(place) ? place : `${base}/${place.replace(/^\/+/, "")}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

function trim(path: string): string {
  return path.replace(/\/+$/, "");
}
