// The signals that are built in: by what each kind of guarantee is recognised. docs/gaps.md lists them for people; a
// test keeps the two together. A new one is judged by what it does to real stories, not by how good it sounds.
import type { Signal } from "./signal.ts";
import { inputs } from "./signals/inputs.ts";
import { measures } from "./signals/measures.ts";
import { paths } from "./signals/paths.ts";
import { permissions } from "./signals/permissions.ts";
import { troubles } from "./signals/troubles.ts";

export const builtInSignals: readonly Signal[] = [
  ...paths,
  ...inputs,
  ...permissions,
  ...troubles,
  ...measures,
];
