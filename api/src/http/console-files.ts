import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fs from 'node:fs';
import path from 'node:path';

/** Serves the built console: hashed files for ever, index.html for every address that is not the api's. */
export async function serveConsole(app: NestFastifyApplication, root: string | undefined): Promise<void> {
  if (!root || !fs.existsSync(path.join(root, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: 'index.html',
    immutable: true,
    maxAge: '1y',
    setHeaders: (reply, file) => {
      if (file.endsWith('.html')) reply.header('cache-control', 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) =>
      isNoPage(request.url)
        ? reply.callNotFound()
        : reply.sendFile('index.html', { maxAge: 0, immutable: false }),
    );
}

/** An address of the api, or of a file: a file that is gone must not be answered with a page. */
function isNoPage(url: string): boolean {
  const path = url.split('?', 1)[0] ?? '';
  return /^\/(api|livez|readyz)(\/|$)/.test(path) || /\.\w+$/.test(path);
}
