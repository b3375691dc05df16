// The accessibility pack: what a page is to people who do not see it or do not use a mouse.
import "./support.ts";
import "./parameters.ts";
import "./browser/parameters.ts";
import "./accessibility/parameters.ts";
import "./accessibility/audits.ts";
import "./accessibility/keyboard.ts";
import "./accessibility/structure.ts";
