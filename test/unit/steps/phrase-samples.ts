// From the pattern of a definition to sentences that it must match: every optional with and without,
// every alternative once, every parameter with each of its sample values.

/** What people write where a parameter stands. A parameter type without samples fails the test. */
const samples: Readonly<Record<string, readonly string[]>> = {
  actor: ["I", "the customer", "Alice"],
  text: ['"Email"', "'/a?b=c'", '"{{name}}"'],
  value: ['"Ada"', "42", "{{name}}"],
  check: [
    'should be "x"',
    "should not contain 'x'",
    "equals 5",
    "should have length 3",
    "should exist",
  ],
  method: ["GET", "POST"],
  pathword: ["path", "property", "field", "node", "value"],
  duration: ["5 seconds", "200 ms"],
  int: ["3"],
  word: ["email"],
  float: ["5", "1.5"],
  moment: [
    "today",
    "tomorrow",
    "today's date",
    "the current date",
    "the date in 3 days",
    "the time 2 hours ago",
    'the date 1 month after "2026-01-31"',
  ],
  operation: ["plus", "times", "-"],
  regex: ["/[a-z]+/", "/a\\/b/i"],
  demand: ["should be 5", "must not be empty"],
  role: ["owner", "an owner", 'the "Team lead"', "an account manager"],
  remembered: ["{{name}}", '"{{name}}"'],
  address: ['"/a?b=c"', "/api/books", '"{{name}}"'],
  headerName: ['"X-A"', "Content-Type", '"{{name}}"'],
  content: ["JSON", "body", "form data", "query parameters"],
  anyMethod: ["GET", "post"],
  request: [
    "send a GET request to",
    "GET",
    "calls POST",
    "request",
    "make a PUT call on",
    "POST to",
  ],
  sent: ["JSON", "body", "following", "values", "query parameters"],
  pairword: ["header", "query parameter"],
  statusof: ["the response status", "the status code of the response", "I expect the status"],
  demanded: ["the response status is 200", 'the response field "a" should be "b"'],
  eventual: ['the response field "a" should eventually be "b"'],
  pace: ["", " every 2 seconds", " within 5 seconds", " up to 3 times"],
  polled: ['a GET request to "/a"', '"/a"', "GET /a"],
  answers: ["returns", "to respond with status", "answers"],
  repeats: ["repeat", "retries", "keep polling"],
  headerof: ['the response header "X-A"', 'the "X-A" header', "the header Content-Type"],
  each: ["every item", "no item", "at least one element"],
  listing: ['"items"', 'the response "items"', 'the "items" array'],
  itemcheck: ['should be "x"', 'equal to "x"', "5"],
  position: ["first", "last"],
  jsonform: ["JSON", "JSON object"],
  redirects: ["should redirect", "should be redirected", "is a redirect"],
  authwords: ["authentication", "credentials", "bearer token"],
  paramword: ["query parameter", "form field", "path parameter"],
  bodiless: ["", " without a body", " with an empty body"],
  drafting: ["request body", "request headers", "query parameters"],
  areset: ["is", "are set to"],
  baseword: ["base URL", "API base URL", "endpoint"],
  failing: ["should return", "fails", "should be rejected"],
  fieldname: ["id", "token"],
  authenticated: ["am authenticated", "authenticates"],
  newfile: ["a file", "there is a file named", "I create the file"],
  kindof: ["email", "phone number"],
  naturally: ["UUID", "timestamp"],
  amountof: ["5", "{{name}}"],
  changes: ["increment", "decreases", "multiply"],
  combination: ["sum", "product"],
  status: ["404", "201 Created"],
  outcome: ["should succeed", "should not fail", "should be successful", "was a client error"],
  has: ["should have", "should not contain", "has"],
  is: ["should be", "should not be", "is"],
  compare: [
    "should match",
    "should be equal to",
    "should not contain",
    "contains",
    "should be exactly",
  ],
  conform: ["should match", "complies with", "should be valid according to", "should not match"],
  response: [
    "the response",
    'the response "a.b"',
    'the JSON node "a[0].b"',
    'the "a" field of the response',
    'the GraphQL data "a"',
  ],
  condition: ['the response field "a" is "b"', "the status is 200", 'the response contains "x"'],
  member: ["header", "cookie", "node"],
  payload: ["request body", "JSON payload", "payload"],
  fields: ["values", "fields", "keys", "details"],
  graphqlOperation: ["query", "mutation"],
  openapiDocument: ["OpenAPI document", "OAS schema", "OpenAPI spec"],
  rows: ["the following rows", "items", "a list of", "the list", "the rows in any order"],
  format: ["JSON", "plain text", "CSV"],
  contentType: ["content type", "Content-Type"],
  cookieflag: ["HttpOnly", "Secure"],
  sortOrder: ["ascending", "desc"],
  lasting: [
    "response time is less than",
    "the response should arrive within",
    "the request took at most",
    "the API response time should not exceed",
  ],
  signin: ["am authenticated", "is signed in", "authenticates"],
  anonymous: ["not signed in", "anonymous", "without authentication"],
  receives: ["should receive", "gets", "should get"],
  within: ["", " within 5 seconds"],
  gets: ["should receive", "does not get", "should have received", "waits up to 5 seconds for"],
  asname: ["", ' as "feed"'],
  socket: ["the WebSocket", "the connection", "a websocket connection at", "the socket"],
  connecting: [
    "connect to the WebSocket",
    "am connected to a websocket at",
    "opens a WebSocket connection to",
  ],
  refused: ["should be refused", "should fail"],
  over: ["", ' over "second"', " to the WebSocket"],
  outgoing: ["a message", "the following JSON message over the WebSocket", 'a message to "second"'],
  listening: ["listens to the events at", "am subscribed to", "opens the event stream"],
  unlistening: ["stop listening", "unsubscribes from the event stream", "close the event stream"],
  news: [
    "a message",
    'the event "price"',
    'the "price" event',
    'another message on "feed"',
    "any messages",
    "no event",
    "a JSON message over the WebSocket",
  ],
  newsword: ["message", "event", "WebSocket messages"],
  newscount: ["3 messages", "at least 2 events from the stream", "1 WebSocket message"],
  likecontent: ["", " matching JSON", " containing"],
  having: ["with the field", "whose", "with"],
  ofvalue: ['equal to "x"', "of 5"],
  received: [
    "the message",
    "the last event data",
    'the message field "id"',
    'the property "id" of the WebSocket message',
    "the data of the event",
  ],
  eventpart: ["the event id", "the name of the last event"],
  eventhas: ["the last event should have the id", "the event should have name"],
  contentverb: ["match JSON", "be", "contain the following JSON"],
  saying: ['containing "x"', 'with the data "x"', '"x"', "matching /x/i"],
  mail: [
    "a mail",
    "an email",
    'a mail titled "x"',
    'an email to "ada@example.com" with the subject "x"',
    'no e-mail from "x" containing "y"',
    'the last email sent to "x"',
  ],
  mailclauses: ["", ' to "ada@example.com"', ' with the subject "x"'],
  mailword: ["mail", "email", "e-mail message"],
  arrives: ["should arrive", "should have been sent", "is not sent", "comes"],
  inbox: ["the inbox", "my inbox", "Ada's mailbox", 'the inbox of "ada@example.com"'],
  holdsmail: ["should contain", "should not have"],
  beempty: ["should be empty", "is empty"],
  clearing: ["clear the inbox", "deletes all emails", "ignore the mails so far"],
  mailpart: [
    "the email subject",
    "the body of the mail",
    "the HTML of the mail",
    "the mail reply-to address",
    'the email header "X-Mailer"',
  ],
  mailplace: ["the email", "the email body", 'the "From" header of the mail'],
  maillink: [
    "the link in the mail",
    'the link "Confirm" from the email',
    'on the "Confirm" link in the mail',
    '"Confirm" in the email',
  ],
  attachments: ["an attachment", "no attachments", "2 attachments"],
  seeing: ["should see", "should not see", "sees"],
  copyline: ["in CC", "in the BCC field"],
  mailpattern: ["/\\d{6}/", '"code: (.*)"'],
  element: [
    'the "Save" button',
    'the button "Save"',
    'the second "Edit" link',
    'the last "Edit"',
    "the table",
    'the "Email" field in the "Billing" form',
    'the 3rd row of the table "Users"',
    'the cell in the column "Price" of the row "Emma"',
    'the text "Saved"',
    "the text in the footer",
    "the login button",
  ],
  target: ['"Save"', '"Save" in the row "Ada"', '"css=.x"', 'the heading "Team" within "Basket"'],
  field: [
    'the "Email" field',
    'the second "Tag" text box',
    'the dropdown "Country"',
    'the field "Email"',
    'the field "Email" in the form',
  ],
  targets: ['"Name", "Email" and "Role"', '"a" and "b" in the table "Users"', '"a", "b", and "c"'],
  texts: ['"Name"', '"Name", "Email" and "Role"'],
  page: ["sign-in", "product 42", '"sign-in"', 'product "Emma"', "order details"],
  direction: ["ascending", "descending"],
  location: ["address", "current url", "page URL", "address of the page"],
  accessible: [
    "should be accessible",
    "should have no accessibility violations",
    "should have no critical issues",
  ],
  standard: [
    "",
    " according to WCAG 2.1 AA",
    ' ignoring the rule "color-contrast"',
    ' according to best practices ignoring the rules "region" and "list"',
  ],
  things: ['"Delete" buttons', "rows", 'items in the list "Fruit"', 'links named "Edit"'],
  key: ["Enter", "Ctrl+S", "Arrow Down"],
  browserdialog: ["browser alert", "confirmation", "prompt", "JavaScript alert"],
  dialog: ["alert", "dialog", "popup", "browser confirmation", "prompt box"],
  answer: ["accept", "dismisses", "confirm", "cancel"],
  opened: ["open", "have opened", "be shown", "have appeared"],
  closed: ["close", "be closed", "have closed"],
  tabword: ["tab", "window", "popup", "browser tabs"],
  topframe: ["the main frame", "default content", "the top page"],
  nth: ["first", "2nd", "last"],
  tab: ["new tab", "second window", "previous tab", "popup", "main window"],
  modifier: ["Shift", "Ctrl"],
  storage: ["local storage", "sessionStorage"],
  size: ["800x600", "375 by 667", "800 x 600 pixels"],
  device: ["phone", "mobile device", "tablet", "desktop"],
  permission: ["notifications", "geolocation", "camera"],
  coordinates: ["52.52, 13.40", '"52.52,13.40"'],
  state: ["checked", "disabled", "visible", "read-only", "expanded"],
  place: ['within "Billing"', 'in the iframe "payment"'],
  patience: ["", " within 5 seconds"],
  amount: ["3", "at least one", "only 2"],
  times: ["3 times", "twice", "exactly 2 times"],
  keyed: ["Enter", "the Tab key", 'the key "Home"', "the shortcut Ctrl+S"],
  closable: ["the modal", 'the dialog "Delete"', "the cookie banner"],
  appearing: ["appear", "not appear", "disappear"],
  shows: ["shows", "should display", "should not show"],
  holdsit: ["has", "should contain", "should not have"],
  listed: ["", " links", " items"],
  pagecheck: ['should contain "x"', 'should not contain "x"', "should match /x/"],
  focuson: ["should be on", "is on", "should move to"],
  arriving: ["should be redirected to", "am taken to", "waits to be sent to"],
  pageword: ["page", "new tab"],
  clock: ["date", "current time", "browser's clock"],
  localeword: ["language", "browser locale"],
  columnsword: ["the columns", "these following headers"],
  gone: ["opened", "navigated to"],
  pagetitle: ["title of the page", "page title"],
  rowsword: ["row", "rows", "table"],
  hold: ["should contain", "must have the following values"],
  equalthis: ["should be", "should equal"],
  script: ["the following script", "JavaScript"],
  attribute: ["aria-expanded", "alt text", "href"],
  verifies: ["verify that", "checks that"],
  subject: ["the page", "the title", "the current URL", 'the "Save" button'],
  isstate: ["is visible", "should not be checked"],
  tobestate: ["to be visible", "not to be disabled"],
  tocheck: ['to contain "x"', 'not to be "x"'],
  eventually: ['should eventually contain "x"'],
  violations: ["accessibility issues", "serious accessibility violations"],
  everynamed: ["all form fields", "every button"],
  somename: ["a label", "an accessible name", "text"],
  alternative: ["alt text", "a text alternative"],
  userpassword: ['as "ada" with password "x"', 'with username "ada" and password "x"'],
};

/** Sentences for a pattern. */
export function sentencesFor(pattern: string): readonly string[] {
  const texts = expandAlternatives(pattern).flatMap(expandOptionals);
  const sentences = texts.flatMap(expandParameters).map((text) => text.replace(/\s+/g, " ").trim());
  return [...new Set(sentences)];
}

/** Alternatives reach as far as there is no space, what is in brackets aside: `homepage/home( page)`. */
function expandAlternatives(pattern: string): readonly string[] {
  const words = pattern.match(/(?:\([^)]*\)|\{[^}]*\}|[^\s])+/g) ?? [];
  const choices = words.map((word) => word.match(/(?:\([^)]*\)|\{[^}]*\}|[^/])+/g) ?? [word]);
  const most = Math.max(...choices.map((choice) => choice.length));
  return Array.from({ length: most }, (_, at) =>
    choices.map((choice) => choice[Math.min(at, choice.length - 1)]).join(" "),
  );
}

/** With none of the optionals, with all of them, and with each alone. */
function expandOptionals(pattern: string): readonly string[] {
  const parts = pattern.split(/\(([^)]*)\)/);
  const count = (parts.length - 1) / 2;
  const choose = (keep: (index: number) => boolean) =>
    parts.map((part, at) => (at % 2 === 0 || keep((at - 1) / 2) ? part : "")).join("");
  const alone = Array.from({ length: count }, (_, index) => choose((other) => other === index));
  return [choose(() => false), choose(() => true), ...alone];
}

function expandParameters(pattern: string): readonly string[] {
  const names = [...pattern.matchAll(/\{(\w*)\}/g)].map(([, name = ""]) => name);
  const lists = names.map((name) => {
    const list = samples[name];
    if (list === undefined) throw new Error(`Add samples of {${name}} to phrase-samples.ts.`);
    return list;
  });
  const most = Math.max(1, ...lists.map((list) => list.length));
  return Array.from({ length: most }, (_, at) => {
    let index = 0;
    return pattern.replace(/\{\w*\}/g, () => {
      const list = lists[index++] ?? [];
      return list[at % list.length] ?? "";
    });
  });
}
