import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  path: string;
  body: unknown;
  key: string | undefined;
}

export interface StandInAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The product at the other end of the wire, as far as a client can tell: an HTTP server that answers as it is told. */
export class StandInProduct {
  readonly asked: Asked[] = [];
  private server: Server | undefined;

  constructor(private readonly answer: (asked: Asked) => StandInAnswer) {}

  async listen(): Promise<string> {
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const asked = { path: request.url ?? '', body, key: request.headers.authorization };
        this.asked.push(asked);
        const { status, body: answer, headers } = this.answer(asked);
        response
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(JSON.stringify(answer ?? {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.server = server;
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.server?.closeAllConnections();
    return new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null');
}
