// From the pattern of a definition to sentences that it must match: every optional with and without,
// every alternative once, every parameter with each of its sample values.

/** What people write where a parameter stands. A parameter type without samples fails the test. */
const samples: Readonly<Record<string, readonly string[]>> = {
  actor: ["I", "the customer", "Alice"],
  text: ['"Email"', "'/a?b=c'", '"{{name}}"'],
  value: ['"Ada"', "42", "{{name}}"],
  check: [
    'should be "x"',
    "should not contain 'x'",
    "equals 5",
    "should have length 3",
    "should exist",
  ],
  method: ["GET", "POST"],
  pathword: ["path", "property", "field", "node", "value"],
  duration: ["5 seconds", "200 ms"],
  int: ["3"],
  word: ["email"],
  remembered: ["{{name}}", '"{{name}}"'],
  element: [
    'the "Save" button',
    'the button "Save"',
    'the second "Edit" link',
    'the last "Edit"',
    "the table",
    'the "Email" field in the "Billing" form',
    'the 3rd row of the table "Users"',
  ],
  target: ['"Save"', '"Save" in the row "Ada"', '"css=.x"', 'the heading "Team" within "Basket"'],
  field: ['the "Email" field', 'the second "Tag" text box', 'the dropdown "Country"'],
  things: ['"Delete" buttons', "rows", 'items in the list "Fruit"', 'links named "Edit"'],
  key: ["Enter", "Ctrl+S", "Arrow Down"],
  state: ["checked", "disabled", "visible", "read-only"],
};

/** Sentences for a pattern. */
export function sentencesFor(pattern: string): readonly string[] {
  const texts = expandAlternatives(pattern).flatMap(expandOptionals);
  const sentences = texts.flatMap(expandParameters).map((text) => text.replace(/\s+/g, " ").trim());
  return [...new Set(sentences)];
}

/** Alternatives reach as far as there is no space, what is in brackets aside: `homepage/home( page)`. */
function expandAlternatives(pattern: string): readonly string[] {
  const words = pattern.match(/(?:\([^)]*\)|\{[^}]*\}|[^\s])+/g) ?? [];
  const choices = words.map((word) => word.match(/(?:\([^)]*\)|\{[^}]*\}|[^/])+/g) ?? [word]);
  const most = Math.max(...choices.map((choice) => choice.length));
  return Array.from({ length: most }, (_, at) =>
    choices.map((choice) => choice[Math.min(at, choice.length - 1)]).join(" "),
  );
}

/** With none of the optionals, with all of them, and with each alone. */
function expandOptionals(pattern: string): readonly string[] {
  const parts = pattern.split(/\(([^)]*)\)/);
  const count = (parts.length - 1) / 2;
  const choose = (keep: (index: number) => boolean) =>
    parts.map((part, at) => (at % 2 === 0 || keep((at - 1) / 2) ? part : "")).join("");
  const alone = Array.from({ length: count }, (_, index) => choose((other) => other === index));
  return [choose(() => false), choose(() => true), ...alone];
}

function expandParameters(pattern: string): readonly string[] {
  const names = [...pattern.matchAll(/\{(\w*)\}/g)].map(([, name = ""]) => name);
  const lists = names.map((name) => {
    const list = samples[name];
    if (list === undefined) throw new Error(`Add samples of {${name}} to phrase-samples.ts.`);
    return list;
  });
  const most = Math.max(1, ...lists.map((list) => list.length));
  return Array.from({ length: most }, (_, at) => {
    let index = 0;
    return pattern.replace(/\{\w*\}/g, () => {
      const list = lists[index++] ?? [];
      return list[at % list.length] ?? "";
    });
  });
}
