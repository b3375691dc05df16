// What the configuration's `gaps` accepts, for machines.
import { guaranteeKindNames, signalPlaces } from "./gaps-options.ts";
import { builtInSignalNames } from "./gaps-signal-names.ts";

const text = { type: "string", minLength: 1 } as const;
const kind = { enum: [...guaranteeKindNames] } as const;
const place = { enum: [...signalPlaces] } as const;
const pattern = {
  type: "string",
  minLength: 1,
  format: "regex",
  description: "a regular expression",
} as const;

const signal = {
  type: "object",
  additionalProperties: false,
  required: ["kind", "from", "pattern", "because"],
  properties: {
    kind,
    from: {
      anyOf: [place, { type: "array", items: place, minItems: 1, uniqueItems: true }],
      description: `one or several of ${signalPlaces.join(", ")}`,
    },
    pattern,
    because: text,
    with: kind,
    without: kind,
    unless: pattern,
  },
} as const;

const exception = {
  type: "object",
  additionalProperties: false,
  required: ["stories", "kinds", "reason"],
  properties: {
    stories: {
      anyOf: [text, { type: "array", items: text, minItems: 1 }],
      description: 'ids or paths of stories, "*" as wildcard',
    },
    kinds: { type: "array", items: kind, minItems: 1, uniqueItems: true },
    reason: text,
  },
} as const;

export const gapsBlock = {
  type: "object",
  additionalProperties: false,
  properties: {
    signals: { type: "array", items: signal },
    off: {
      type: "array",
      items: {
        enum: [...guaranteeKindNames, ...builtInSignalNames],
        description:
          "a kind of guarantee, or the id of a built-in signal (docs/gaps.md lists both)",
      },
    },
    notApplicable: { type: "array", items: exception },
  },
} as const;
