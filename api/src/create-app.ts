import helmet from '@fastify/helmet';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { ApiModule } from './api.module';
import type { Config } from './config';
import { serveConsole } from './http/console-files';
import { serveDocs } from './http/docs';
import { answerEarlyErrors, earlyErrorOptions } from './http/early-errors';
import { readBodies } from './http/read-bodies';
import { ProblemsFilter } from './http/problems.filter';

/** The HTTP side: api, live stream, OpenAPI pages and the console's files on one port. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const problems = new ProblemsFilter();
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule,
    new FastifyAdapter({
      // An open event stream must not hold up a shutdown.
      forceCloseConnections: true,
      bodyLimit: 1_000_000,
      trustProxy: proxiesOf(config),
      genReqId: () => randomUUID(),
      ...earlyErrorOptions(problems),
    }),
    { bodyParser: false, logger: ['error', 'warn', 'fatal'] },
  );
  app.useGlobalFilters(problems);
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Angular writes component styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // The picture in front of a video is taken from the file before it has been sent.
        mediaSrc: ["'self'", 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  readBodies(app);
  answerEarlyErrors(app);
  serveDocs(app);
  await serveConsole(app, config.WEB_ROOT);
  app.enableShutdownHooks();
  return app;
}

/** Whose word about the client's address is taken; a number is that of the proxies in front of us. */
function proxiesOf({
  TRUST_PROXY: proxies,
}: Config): false | string | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : (proxies ?? false);
}
