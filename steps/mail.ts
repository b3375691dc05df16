// The pack `mail`: what the product mails, caught by an SMTP server of the run.
import "./support.ts";
import "./parameters.ts";
import "./waiting.ts";
import "./mail/parameters.ts";
import "./mail/servers.ts";
import "./mail/arriving.ts";
import "./mail/reading.ts";
import "./mail/links.ts";
import "./mail/attachments.ts";
import "./mail/remembering.ts";
