// Signing in by role: part of the packs `api` and `browser`.
import "./support.ts";
import "./parameters.ts";
import "./sign-in/roles.ts";
