// Stands in for the API: tells at /livez who it is, and ends when asked to.
import { createServer } from 'node:http';

createServer((_request, response) => response.end(String(process.pid))).listen(
  Number(process.env.PORT),
  process.env.HOST,
);
process.on('SIGTERM', () => process.exit(0));
