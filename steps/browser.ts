// The browser pack: pages are opened, used and looked at as a person does it.
import "./support.ts";
import "./parameters.ts";
import "./browser/parameters.ts";
import "./browser/navigation.ts";
import "./browser/pointing.ts";
import "./browser/forms.ts";
import "./browser/seeing.ts";
import "./browser/elements.ts";
import "./browser/remembering.ts";
