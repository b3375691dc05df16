// The pack `invariants`: values that are made up, so that what must always hold is tried with inputs nobody thought of.
import "./support.ts";
import "./parameters.ts";
import "./invariants/any.ts";
