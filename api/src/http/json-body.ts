import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isUtf8 } from 'node:buffer';
import { Refused } from './refused';

/**
 * Reads bodies: JSON in UTF-8 and nothing else. Anything else would be decoded with replacement characters, so a name
 * that was sent in another encoding would be stored as rubbish; and a form, which any site may post, is no request.
 */
export function readJsonBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) void parse(request, body.toString(), done);
    else done(new Refused('invalid-encoding'));
  });
}
