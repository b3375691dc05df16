// The product of the browser benchmark: a form and the page behind it, in a process of its own.
import { createServer } from "node:http";

const page = (body) => `<!doctype html><html lang="en"><title>Workspace</title>${body}</html>`;
const form = page(`<h1>Sign in</h1><form method="post" action="/session">
  <label>Email <input name="email" type="email"></label>
  <label>Password <input name="password" type="password"></label>
  <button>Sign in</button></form>`);

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(request.method === "POST" ? page("<h1>Your workspace</h1>") : form);
  });
});
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("disconnect", () => process.exit());
