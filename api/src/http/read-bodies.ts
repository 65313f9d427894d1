import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Operation, operations } from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { Refused } from './refused';

/**
 * Reads bodies: JSON in UTF-8 and nothing else. Anything else would be decoded with replacement characters, so a name
 * that was sent in another encoding would be stored as rubbish; and a form, which any site may post, is no request.
 * Addresses that take a file get its bytes as they come.
 */
export function readBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) void parse(request, body.toString(), done);
    else done(new Refused('invalid-encoding'));
  });
  fastify.addContentTypeParser('application/octet-stream', (request, body, done) =>
    takesBytes(request) ? done(null, body) : done(new Refused('unsupported-media-type')),
  );
}

const takingBytes = new Set(
  Object.values<Operation>(operations).flatMap(({ bytes, method, path }) =>
    bytes ? [`${method} ${path.replace(/{(\w+)}/g, ':$1')}`] : [],
  ),
);
const takesBytes = ({ method, routeOptions }: FastifyRequest): boolean =>
  takingBytes.has(`${method.toLowerCase()} ${routeOptions.url}`);
