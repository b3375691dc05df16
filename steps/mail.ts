// The pack `mail`: what the product mails, caught by an SMTP server of the run.
import "./support.ts";
import "./parameters.ts";
