// How kinds of value are said that have a name of their own: an email address, a URL, a boolean.
import type { Form } from "./form.ts";

/** Names as people have them. */
const firstNames = [
  "Ada",
  "José",
  "Zoë",
  "Łukasz",
  "Nguyễn",
  "Jean-Luc",
  "D'Arcy",
  "X",
  "Мария",
  "李",
  "محمد",
  "नेहा",
];
const lastNames = [
  "Li",
  "O'Neill",
  "Müller",
  "van der Berg",
  "García Márquez",
  "Null",
  "Test",
  "Иванова",
  "小龙",
  "حسن",
  "Sr.",
];

export const namedForms: readonly Form[] = [
  {
    example: "email address",
    pattern: /^e-?mail(?: address)?$/,
    make: (_, { fc }) => fc.emailAddress(),
  },
  {
    example: "name",
    pattern: /^(?:full )?name$/,
    make: (_, { fc }) =>
      fc
        .tuple(fc.constantFrom(...firstNames), fc.constantFrom(...lastNames))
        .map((names) => names.join(" ")),
  },
  {
    example: "first name",
    pattern: /^(?:first|given) name$/,
    make: (_, { fc }) => fc.constantFrom(...firstNames),
  },
  {
    example: "last name",
    pattern: /^(?:last|family) name$/,
    make: (_, { fc }) => fc.constantFrom(...lastNames),
  },
  { example: "UUID", pattern: /^[ug]uid$/, make: (_, { fc }) => fc.uuid() },
  {
    example: "URL",
    pattern: /^(?:url|uri|web address)$/,
    make: (_, { fc }) => fc.webUrl({ withQueryParameters: true, withFragments: true }),
  },
  {
    example: "boolean",
    pattern: /^(?:boolean|true or false)$/,
    make: (_, { fc }) => fc.boolean(),
  },
];
