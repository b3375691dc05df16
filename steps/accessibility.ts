// The pack `accessibility`: what people with any ability can use.
import "./support.ts";
import "./parameters.ts";
