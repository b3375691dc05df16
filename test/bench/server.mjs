// The product of the API benchmark: as little work as a server can do, in a process of its own.
import { createServer } from "node:http";

const body = JSON.stringify({ id: 1, name: "Ada" });
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("disconnect", () => process.exit());
