// The least a server can do: one indexed query, and the bytes it finds. What the tile route is compared with.
// Arguments: address of the database, port.
import { createServer } from "node:http";
import pg from "pg";

const [, , connectionString, port] = process.argv;
const pool = new pg.Pool({ connectionString, max: 10 });
createServer(async (request, response) => {
  const { rows } = await pool.query({
    name: "bare",
    text: "select body from bench_tile where path = $1",
    values: [request.url],
  });
  response.writeHead(rows[0] ? 200 : 404, { "content-type": "application/json; charset=utf-8" });
  response.end(rows[0]?.body);
}).listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
process.on("disconnect", () => process.exit(0));
