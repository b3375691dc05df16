// The example that `storyproof init` writes: a story, the tiny product that it is about, and what a team adds to it.
// Only names and texts; writing them is somebody else's part.
import type { Language } from "./init-project.ts";

export interface ExampleFile {
  /** Below the project's folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

/** @param isModule whether `.js` and `.ts` files of the project are ES modules */
export function listExampleFiles(language: Language, isModule: boolean): readonly ExampleFile[] {
  const typescript = language === "typescript";
  const script = typescript ? (isModule ? "ts" : "mts") : isModule ? "js" : "mjs";
  return [
    { path: `cucumber.${isModule ? "js" : "mjs"}`, content: configuration(typescript) },
    { path: "features/reading-list.feature", content: story },
    { path: `features/steps/reading-list.${script}`, content: typescript ? typedStep : step },
    { path: "example/reading-list.mjs", content: product },
    ...(typescript ? [{ path: "features/tsconfig.json", content: compilerOptions }] : []),
  ];
}

function configuration(typescript: boolean): string {
  const loader = `
  // Translates the steps while they are loaded. Types are checked by your editor, and by: npx tsc -p features
  cucumber: { loader: ["ts-node/esm"] },`;
  const project = `process.env.TS_NODE_PROJECT ??= "features/tsconfig.json";\n\n`;
  return `// The configuration of storyproof, as cucumber-js profiles. Run the stories with: npx cucumber-js --tags @smoke
import { defineConfig } from "storyproof";
import { startReadingList } from "./example/reading-list.mjs";

${typescript ? project : ""}export default defineConfig({
  environments: {
    // The product that the stories are about. Put the address of yours here, such as "http://localhost:3000",
    // and remove the folder example/.
    local: { baseUrl: process.env.PRODUCT_URL ?? (await startReadingList()) },
  },${typescript ? loader : ""}
});
`;
}

const story = `@story:reading-list @owner:readers
Feature: Keep a reading list
  As a reader
  I want to note the books that I hear of
  so that I know what to read next

  Rule: A book needs a title

    @smoke
    Scenario: A book that is noted through the API is on the list
      When I send a POST request to "/api/books" with JSON:
        | title | Middlemarch |
      Then the response status should be 201
      When I send a GET request to "/api/books"
      Then the response status should be 200
      And the response body should contain "Middlemarch"

    @smoke
    Scenario: A book without a title is refused
      When I send a POST request to "/api/books" with JSON:
        | author | George Eliot |
      Then the response status should be 422
      And the response path "problem" should be "A book needs a title"

  Rule: What one reader notes, the page shows

    @smoke
    Scenario: A reader notes a book on the page
      When I open "/"
      And I fill in "Title" with "The Odyssey"
      And I press "Add"
      Then I should see the heading "Reading list"
      And I should see "The Odyssey"

    @regression
    Scenario: A book that was noted before is still there
      Given the reading list holds "Emma"
      When I open "/"
      Then I should see "Emma"
`;

const stepBody = `  const response = await this.actor().api.post("/api/books", { title });
  if (response.status !== 201) throw new Error(\`the book was refused with \${response.status}\`);
});
`;

const step = `// Steps of your own stand beside those of storyproof; \`this\` is its World, with actors, API and browser.
import { Given } from "@cucumber/cucumber";

Given("the reading list holds {text}", async function (title) {
${stepBody}`;

const typedStep = `// Steps of your own stand beside those of storyproof; \`this\` is its World, with actors, API and browser.
import { Given } from "@cucumber/cucumber";
import type { StoryWorld } from "storyproof";

Given("the reading list holds {text}", async function (this: StoryWorld, title: string) {
${stepBody}`;

const product = `// A tiny product to prove stories about: a page and an API, nothing installed, nothing kept.
import { createServer } from "node:http";

/** Starts the product on a free port and gives its address. It ends with the program that started it. */
export async function startReadingList() {
  const books = [];
  const server = createServer((request, response) => {
    answer(request, books).then(
      ({ status = 200, headers, body = "" }) => response.writeHead(status, headers).end(body),
      (error) => response.writeHead(500).end(error.message),
    );
  });
  // Nobody has to stop it: neither it nor its connections keep the program running.
  server.on("connection", (socket) => socket.unref());
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return \`http://127.0.0.1:\${server.address().port}\`;
}

async function answer(request, books) {
  const { method, url } = request;
  if (url === "/api/books" && method === "GET") return json(200, books);
  if (url === "/api/books" && method === "POST") {
    const book = JSON.parse(await read(request));
    return note(book, books) ? json(201, book) : json(422, { problem: "A book needs a title" });
  }
  if (url === "/" && method === "POST") {
    note({ title: new URLSearchParams(await read(request)).get("title") }, books);
    return { status: 303, headers: { location: "/" } };
  }
  if (url === "/" && method === "GET") return page(books);
  return json(404, { problem: "There is nothing here" });
}

function note(book, books) {
  if (!book.title?.trim()) return false;
  books.push(book);
  return true;
}

function page(books) {
  const items = books.map(({ title }) => \`<li>\${escape(title)}</li>\`).join("");
  const body = \`<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Reading list</title>
  <link rel="icon" href="data:,">
  <h1>Reading list</h1>
  <ul>\${items}</ul>
  <form method="post">
    <label>Title <input name="title" required></label>
    <button>Add</button>
  </form>
</html>\`;
  return { headers: { "content-type": "text/html; charset=utf-8" }, body };
}

function json(status, value) {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

async function read(request) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (character) => \`&#\${character.charCodeAt(0)};\`);
}
`;

// Beside the steps and not beside the product: that may have other compiler options.
const compilerOptions = `{
  "compilerOptions": {
    "target": "ES2022",
    "module": "NodeNext",
    "moduleResolution": "NodeNext",
    "rootDir": ".",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "types": ["node"]
  },
  "ts-node": { "transpileOnly": true }
}
`;
