// The pack `api`: what actors send to an API and what it must answer.
import "./support.ts";
import "./parameters.ts";
import "./api/requests.ts";
import "./api/drafts.ts";
import "./api/sessions.ts";
import "./api/responses.ts";
import "./api/remembering.ts";
