// The pack `data`: what a scenario remembers, makes up and compares.
import "./support.ts";
import "./parameters.ts";
import "./data/remembering.ts";
import "./data/generating.ts";
import "./data/calculating.ts";
import "./data/computing.ts";
import "./data/parts.ts";
import "./data/files.ts";
import "./data/waiting.ts";
