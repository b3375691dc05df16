// Playwright's errors in our words: what kind of trouble it is, and the one line that says why.

export type Trouble =
  /** The page changed under our hands; trying again may do. */
  | { readonly kind: "passing" }
  /** The time was up; `reason` says what stood in the way, as far as Playwright told. */
  | { readonly kind: "timeout"; readonly reason: string | undefined }
  /** Page, context or browser are gone. */
  | { readonly kind: "closed" }
  | { readonly kind: "other"; readonly message: string };

const passing =
  /execution context was destroyed|element is not attached|element was detached|strict mode violation|frame was detached|frame has been detached|cannot find context|inspected target navigated|navigating and changing the content|navigated or closed before|unable to adopt element/i;
const closed =
  /(target page, context or browser|browser|page|context|target) (has been|was|is) closed|target crashed|page crashed|connection closed|browser closed|websocket (is closed|error)|has been disconnected/i;

/** Sorts what an action threw. */
export function sortError(error: unknown): Trouble {
  const text = plainText(error);
  if (closed.test(text)) return { kind: "closed" };
  if (passing.test(headOf(text))) return { kind: "passing" };
  if (/timeout [\d.]+ms exceeded/i.test(text))
    return { kind: "timeout", reason: findObstacle(text) };
  return { kind: "other", message: condense(error) };
}

/** The error's first paragraph without the call log, colours, and the name of the method. */
export function condense(error: unknown): string {
  return headOf(plainText(error))
    .replace(/^(Error: )?([a-z]+(\.[a-z]+)+: )?(Error: )?/i, "")
    .trim();
}

function plainText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with ESC.
  return text.replace(/\u001b\[[0-9;]*m/g, "");
}

function headOf(text: string): string {
  return text.split(/\n\s*(?:Call log:|=+ logs =+|Browser logs:)/)[0] ?? text;
}

const obstacles: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/- (<.*>) from (<.*>) subtree intercepts pointer events/, (m) => `it is covered by ${m[2]}`],
  [/- (<.*>) intercepts pointer events/, (m) => `it is covered by ${m[1]}`],
  [/- element is not enabled/, () => "it is disabled"],
  [/- element is not editable/, () => "it is read-only"],
  [/- element is not visible/, () => "it is not visible"],
  [/- element is not stable/, () => "it does not stop moving"],
  [/- element is outside of the viewport/, () => "it is outside of the window"],
  [/- did not find some options/, () => "it has no such option"],
];

/** The last thing that the call log says was in the way. */
function findObstacle(text: string): string | undefined {
  for (const line of text.split("\n").reverse()) {
    for (const [pattern, phrase] of obstacles) {
      const found = pattern.exec(line);
      if (found !== null) return phrase(found);
    }
  }
  return undefined;
}
