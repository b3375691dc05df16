// The pack `data`: what a scenario remembers, makes up and compares.
import "./support.ts";
import "./parameters.ts";
import "./data/remembering.ts";
