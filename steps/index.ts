// All packs at once: what `storyproof/steps` loads.
import "./api.ts";
import "./browser.ts";
import "./data.ts";
