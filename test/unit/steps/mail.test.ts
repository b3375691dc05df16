import { connect } from "node:net";
import { createTransport } from "nodemailer";
import { expect, onTestFinished, test } from "vitest";
import { startMailServer } from "../../../src/drivers/mail.ts";
import { Mailbox } from "../../../steps/mail/mailbox.ts";
import { startBookshop } from "../../bookshop/shop.ts";
import { runCucumber } from "./run-cucumber.ts";

const ada = 'Ada\'s email address is "ada@example.com"';
const ordered = [
  "a mail server",
  ada,
  'I send a POST request to "/api/newsletter" with body "{{order}}"',
  "Ada should receive a mail",
];

/** One scenario for each, since the first failure ends a scenario: the last sentence is the one that fails. */
const failing: Readonly<Record<string, readonly [...sentences: string[], message: string]>> = {
  "no mail server": [
    "I should receive a mail",
    "No mail server is running, so no mail can arrive.\nStart it before the product sends: Given a mail server",
  ],
  "no mail at all": [
    "a mail server",
    ada,
    'Ada should receive a mail titled "Welcome" within 50 ms',
    'expected a mail titled "Welcome" to Ada (ada@example.com) within 50 ms, but it did not arrive.\nNo mail at all arrived since the scenario began.\nDoes the product send to smtp://127.0.0.1:',
  ],
  "another mail": [
    ...ordered,
    'I should receive a mail to "bob@example.com" titled "Welcome" within 50 ms',
    'expected a mail to "bob@example.com" titled "Welcome" within 50 ms, but it did not arrive.\n1 mail arrived since the scenario began:\n  to ada@example.com (Ada): "Please confirm your subscription" (from shop@example.com) (expected before)',
  ],
  "a mail that should not arrive": [
    "a mail server",
    'I send a POST request to "/api/newsletter" with body "{{order}}"',
    'no mail should be sent to "ada@example.com" within 100 ms',
    'but this arrived:\n  to ada@example.com: "Please confirm your subscription" (from shop@example.com)',
  ],
  "another number": [
    ...ordered,
    "Ada should have 2 mails within 50 ms",
    "expected 2 mails to Ada (ada@example.com), but there is 1.\n1 mail arrived",
  ],
  "somebody without an address": [
    ...ordered.slice(0, 3),
    "I should receive a mail within 50 ms",
    'to ada@example.com (Ada): "Please confirm your subscription" (from shop@example.com)\nSay which address is mine: Given my email address is "…"',
  ],
  "what it says": [
    ...ordered,
    'the mail should contain "Welcome"',
    'but it was "Dear reader,\\n\\nyour code is 482913.',
  ],
  "another sender": [
    ...ordered,
    'the mail should be from "bob@example.com"',
    'expected the sender of the mail to be "bob@example.com", but it was "shop@example.com"',
  ],
  "the mail that was expected, to another": [
    ...ordered,
    'the mail should be sent to "bob@example.com"',
    "but it is not to bob@example.com.\nThe mail to ada@example.com",
  ],
  "the mail that was expected, not to be so": [
    ...ordered,
    'the mail should not be sent to "ada@example.com"',
    'expected of the mail to "ada@example.com" that it is not so, but it is.',
  ],
  "an inbox that is not empty": [
    ...ordered,
    'the inbox of "ada@example.com" should be empty within 50 ms',
    "expected 0 mails to ada@example.com, but there is 1.",
  ],
  "a cleared inbox": [
    ...ordered,
    "I clear the inbox",
    'the inbox of "ada@example.com" should contain 1 mail within 50 ms',
    "expected 1 mail to ada@example.com, but there are 0.",
  ],
  "how many not": [
    ...ordered,
    "Ada should not receive 2 mails",
    'Say how many there should be, since "not 2 mails" leaves that open',
  ],
  "a part that shows it": [
    ...ordered,
    'I should not see "482913" in the email body',
    "expected the text of the mail to not contain:\n482913",
  ],
  "no such link": [
    ...ordered,
    'I follow the link "Cancel" in the mail',
    'There is no link "Cancel" in the mail. Its links:\n  "Confirm" → http://',
  ],
  "several links": [
    ...ordered,
    "I follow the link in the mail",
    "There are 2 links in the mail; say which by its text. Its links:",
  ],
  "no such attachment": [
    ...ordered,
    'the mail should have the attachment "bill.pdf"',
    'expected the attachment "bill.pdf". The mail "Please confirm your subscription" has: "books.txt".',
  ],
  "no such code": [
    ...ordered,
    'I remember the code matching /[A-Z]{9}/ in the mail as "code"',
    "Nothing in the mail matches /[A-Z]{9}/.\nThe mail to ada@example.com",
  ],
  "a pattern that hangs": [
    ...ordered,
    'I remember the code matching /^([\\w\\s]+)+!$/ in the mail as "code"',
    "The pattern /^([\\w\\s]+)+!$/ took more than 1000 ms",
  ],
  "somebody else's mail": [
    ...ordered.slice(0, 2),
    'Bob has the email address "bob@example.com"',
    'I send a POST request to "/api/newsletter" with body "{{order}}"',
    "Bob should receive a mail within 100 ms",
    "expected a mail to Bob (bob@example.com) within 100 ms, but it did not arrive.\n1 mail arrived since the scenario began:\n  to ada@example.com",
  ],
};

const order = `
      """
      { "email": "ada@example.com", "smtp": { "host": "{{mail.host}}", "port": {{mail.port}} } }
      """`;

function featureOf(): string {
  const scenarios = Object.entries(failing).map(([name, texts]) => {
    const steps = texts.slice(0, -1).map((text) => `    * ${text}`);
    return `  Scenario: ${name}\n${steps.join("\n").replaceAll('body "{{order}}"', `body:${order}`)}`;
  });
  return `Feature: Mail\n${scenarios.join("\n")}\n`;
}

test("a failure says what arrived, and the mail server is gone after the run", async () => {
  const settings = { environment: { baseUrl: await startBookshop() } };
  const { steps, texts } = await runCucumber(featureOf(), { pack: "index", settings });
  let at = 0;
  const wrong = Object.entries(failing).flatMap(([name, texts]) => {
    const own = steps.slice(at, at + texts.length - 1);
    at += own.length;
    // The first that does not pass must be the last, and say so.
    const [failed] = own.filter(({ status }) => status !== "PASSED");
    if (failed === own.at(-1) && failed?.message.includes(texts.at(-1) ?? "")) return [];
    return [`${name}: ${failed?.text} ${failed?.status} ${failed?.message}`];
  });
  expect(wrong).toEqual([]);
  // Of the last scenario, whose own failure is somebody else's mail.
  expect(texts["mails.txt"]).toMatch(
    /^1 mail arrived since the scenario began:\n {2}to ada@example.com/,
  );
  const told = steps.map(({ message }) => /smtp:\/\/127\.0\.0\.1:(\d+)/.exec(message)?.[1]);
  const port = Number(told.find((one) => one !== undefined));
  expect(port).toBeGreaterThan(0);
  const socket = connect({ host: "127.0.0.1", port });
  const outcome = await new Promise((resolve) => {
    socket.on("error", resolve);
    socket.on("connect", resolve);
  });
  expect(outcome).toMatchObject({ code: "ECONNREFUSED" });
});

test("that no mail arrived cannot be told when some were let go, until they are forgotten", async () => {
  const server = await startMailServer({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  const mailbox = new Mailbox(server, new Map(), 1);
  const none = async (): Promise<string | undefined> => {
    const taken = await mailbox.take(() => "it is another", 0);
    return taken.kind === "missed" ? mailbox.doubtSilence(taken, isAdas) : "one came";
  };
  const isAdas = (recipients: readonly string[]): boolean => recipients.includes("ada@example.com");
  const mailer = createTransport({ host: server.host, port: server.port, secure: false });
  const mail = { from: "shop@example.com", to: "ada@example.com", text: "Hi" };
  await mailer.sendMail(mail);
  expect([await none(), mailbox.doubtCount(isAdas)]).toEqual([undefined, undefined]);
  await mailer.sendMail(mail);
  expect(await none()).toContain("1 older mails were let go unread");
  expect(mailbox.doubtCount(isAdas)).toContain("1 older mails were let go");
  mailbox.clear();
  expect([await none(), mailbox.doubtCount(isAdas)]).toEqual([undefined, undefined]);
  const waiting = mailbox.inbox.take(() => "it is another", 60_000);
  mailbox.close();
  const ended = await waiting;
  expect(ended.kind === "missed" && mailbox.doubtSilence(ended, isAdas)).toContain(
    "the mail server ended",
  );
});

test("that no mail arrived cannot be told of those to whom one was refused for its size", async () => {
  const large = "x".repeat(26 * 1024 * 1024);
  const server = await startMailServer({ host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  const { host, port } = server;
  const mailbox = new Mailbox(server, new Map());
  const mailer = createTransport({ host, port, secure: false });
  const mail = { from: "shop@example.com", to: "Ada@example.com", text: large };
  await expect(mailer.sendMail(mail)).rejects.toThrow("552");
  const doubts = (address: string): readonly (string | undefined)[] => {
    const isMeant = (recipients: readonly string[]): boolean => recipients.includes(address);
    return [
      mailbox.doubtSilence({ kind: "missed", failure: undefined }, isMeant),
      mailbox.doubtCount(isMeant),
    ];
  };
  const doubt =
    "a mail to Ada@example.com was refused: it is larger than 25 MB.\nForget what came before with: When I clear the mailbox";
  expect(doubts("ada@example.com")).toEqual([doubt, doubt]);
  expect(doubts("bob@example.com")).toEqual([undefined, undefined]);
  mailbox.clear();
  expect(doubts("ada@example.com")).toEqual([undefined, undefined]);
});

test("common wordings are understood, each in one way", async () => {
  const feature = `Feature: Wordings\n  Scenario: All\n${wordings.map((one) => `    * ${one}`).join("\n")}\n`;
  const { steps } = await runCucumber(feature, { pack: "index", dryRun: true });
  const misunderstood = steps
    .filter(({ definitions }) => definitions.length !== 1)
    .map(({ text, definitions }) => `${text} → ${definitions.join(" | ")}`);
  expect(misunderstood).toEqual([]);
  expect(steps).toHaveLength(wordings.length);
});

const wordings = String.raw`
a mail server
a mail server is running
an SMTP server
an SMTP server is running
the mail server is running
an email server is running
Ada's email address is "ada@example.com"
Ada has the email address "ada@example.com"
my email is "ada@example.com"
my email address is "ada@example.com"
Ada receives a mail
Ada receives an email
Ada receives a mail titled "Welcome"
Ada receives an email with the subject "Welcome"
Ada receives an email with subject "Welcome" within 10 seconds
Ada should receive an email
Ada should receive an email with subject "Welcome"
Ada should receive an email titled "Welcome" within 10 seconds
Ada should receive an email from "shop@example.com"
Ada should receive an email containing "code"
the customer should receive an email
I should receive an email at "ada@example.com"
I should receive an email with the subject "Welcome" at "ada@example.com"
I should receive an email with a subject containing "Welcome"
I should receive an email about "Welcome"
I should get an email
I should get an email with subject "Welcome"
I should have received an email
I should have 1 email
I should have 2 emails
I should receive 2 emails
I should receive no email
I should receive no emails
I should not receive any email
I should not receive any emails
I should not receive an email
Bob should not receive a mail within 2 seconds
Bob does not receive an email
an email should be sent to "ada@example.com"
an email should have been sent to "ada@example.com"
an email with subject "Welcome" should be sent to "ada@example.com"
an email is sent to "ada@example.com"
an email was sent to "ada@example.com"
a mail to "ada@example.com" should arrive
a mail to "ada@example.com" should arrive within 10 seconds
a mail titled "Welcome" arrives
a mail arrives at "ada@example.com"
no email should be sent
no emails should be sent
no mail should arrive
no email should have been sent to "ada@example.com"
2 emails should be sent
1 email should have been sent to "ada@example.com"
"ada@example.com" should receive an email
"ada@example.com" should receive an email with subject "Welcome"
"ada@example.com" should receive 2 emails
"ada@example.com" receives an email
the address "ada@example.com" should receive an email
the inbox "ada@example.com" should receive a mail
the mail should contain "Welcome"
the email should contain "Welcome"
the email should contain the text "Welcome"
the email body should contain "Welcome"
the body of the email should contain "Welcome"
the mail should not contain "password"
the subject of the mail should be "Welcome"
the email subject should be "Welcome"
the mail should have the subject "Welcome"
the email should be titled "Welcome"
the email should have subject "Welcome"
the sender of the mail should be "shop@example.com"
the email should be from "shop@example.com"
the email should be sent from "shop@example.com"
the recipient of the mail should be "ada@example.com"
the email should be addressed to "ada@example.com"
the email sender should be "shop@example.com"
the HTML of the mail should contain "<b>"
the text of the mail should contain "x"
the mail should have an attachment
the mail should have the attachment "x.pdf"
the mail should have an attachment "x.pdf"
the mail should have an attachment named "x.pdf"
the mail should have 2 attachments
the mail should have no attachments
the email should contain an attachment "x.pdf"
the mail should have a link "Confirm"
the mail should contain a link to "/confirm"
the email should contain the link "Confirm"
I follow the link in the mail
I follow the link in the email
I follow the link "Confirm" in the mail
I follow "Confirm" in the email
I follow the "Confirm" link in the email
I open the link in the mail
I open the link "Confirm" in the mail
I click the link in the email
I click the link "Confirm" in the email
I click on the link "Confirm" in the mail
I click the "Confirm" link in the email
I click on the "Confirm" link in the email
I click "Confirm" in the email
Ada follows the link in the mail
Ada opens the link "Confirm" in the mail
I visit the link in the email
I open the email
I open the mail titled "Welcome"
I remember the link in the mail as "link"
I remember the link "Confirm" in the mail as "link"
I remember the code matching /\d{6}/ in the mail as "code"
I store the text matching /code: (\d+)/ from the email as "code"
I remember the 6-digit code in the mail as "code"
I remember the subject of the mail as "s"
I save the email body as "mail"
I save the code from the email as "code"
I save the code matching "\d{6}" from the email as "code"
I save the confirmation code from the email as "code"
I extract the link from the email as "link"
I should see "Welcome" in the email subject
I should see "Hello Alice" in the email body
I should see "Hello Alice" in the email
I should not see "password" in the email
I should see "shop@example.com" in the email "From" header
the email header "X-Mailer" should be "MyApp"
the email HTML body should contain "<h1>Welcome</h1>"
the email body should contain:
the email should have "boss@example.com" in CC
I open the last email
I open the last email sent to "alice@example.com"
I open the latest email sent to "alice@example.com"
"alice@example.com" opens the email
"alice@example.com" opens the email with subject "Welcome"
I wait for an email to "alice@example.com"
I wait up to 30 seconds for an email to "alice@example.com"
I clear all emails
I delete all emails
I clear the inbox
I empty the mailbox
I ignore the mails so far
the inbox should be empty
my inbox should be empty
the inbox of "alice@example.com" is empty
the inbox of "alice@example.com" should be empty
the inbox of "alice@example.com" should contain 1 email
Alice's inbox should contain an email with the subject "Welcome"
the email should be sent to "ada@example.com"
the email should arrive within 5 seconds
`
  .trim()
  .split("\n");
