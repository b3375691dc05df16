// How values are said that a JSON Schema describes: such that are valid, and such that are deliberately not.
import { schemaTest } from "../../checks/json-schema.ts";
import { StoryError } from "../../journey/story-error.ts";
import type { Form, Surroundings, Values } from "./form.ts";
import { breakValue } from "./schema-breaks.ts";
import { readSchema, type Schema, SchemaValues } from "./schema-values.ts";

const schemaName = '(?:the )?(?:json )?(?:schema )?(?:file )?"(?<file>[^"]+)"';

export const schemaForms: readonly Form[] = [
  {
    example: 'value that conforms to "schemas/customer.json"',
    pattern: new RegExp(
      `^(?:valid )?(?:json )?value (?:that )?(?:conforms?|conforming|valid|is valid|matches|matching) ?(?:to|for|against)? ${schemaName}$`,
    ),
    make: ({ file = "" }, surroundings) => valid(file, surroundings).values,
  },
  {
    example: 'value that breaks "schemas/customer.json"',
    pattern: new RegExp(
      `^(?:invalid )?(?:json )?value (?:that )?(?:breaks|breaking|violates|violating|does not conform to|not conforming to|invalid for|invalid against|not valid for) ${schemaName}$`,
    ),
    make: ({ file = "" }, surroundings) => invalid(file, surroundings),
  },
];

interface Valid {
  readonly schema: Schema;
  readonly values: Values;
  readonly isValid: (value: unknown) => boolean;
}

function valid(file: string, surroundings: Surroundings): Valid {
  const schema = readSchema(parse(file, surroundings), file);
  const isValid = schemaTest(schema);
  if (typeof isValid === "string") {
    throw new StoryError(`The schema ${file} cannot be used: ${isValid}`);
  }
  const made = new SchemaValues(surroundings.fc, schema, file).make();
  return { schema, isValid, values: onlySuch(made, isValid, `valid for ${file}`, surroundings) };
}

/** A valid value with one thing in it that the schema forbids. */
function invalid(file: string, surroundings: Surroundings): Values {
  const { fc } = surroundings;
  const { schema, isValid, values } = valid(file, surroundings);
  const broken = fc.tuple(values, fc.nat({ max: 0x7fff })).map(([value, at]) => {
    return breakValue(value, schema, at);
  });
  return onlySuch(broken, (value) => !isValid(value), `that breaks ${file}`, surroundings);
}

function parse(file: string, { readFile }: Surroundings): unknown {
  const text = readFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StoryError(`The schema ${file} is no JSON: ${(error as Error).message}`);
  }
}

const tries = 100;
/** Below that share, sorting out would take longer than trying. */
const leastShare = 0.05;

/** A filter that finds nothing would never end: some are made before. */
function onlySuch(
  made: Values,
  isSuch: (value: unknown) => boolean,
  what: string,
  { fc }: Surroundings,
): Values {
  const wanted = fc.sample(made, { seed: 1, numRuns: tries }).filter(isSuch).length;
  if (wanted >= leastShare * tries) return made.filter(isSuch);
  throw new StoryError(
    `Of ${tries} values that were made for the schema, ${wanted} were ${what}: it says more than can be generated. Give its parts bounds that are easier to meet, or define your own with defineArbitrary.`,
  );
}
