// All packs at once: what `storyproof/steps` loads.
import "./api.ts";
import "./browser.ts";
import "./data.ts";
import "./accessibility.ts";
import "./streams.ts";
import "./mail.ts";
import "./invariants.ts";
