import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { maxHeaderSize } from 'node:http';
import type { Socket } from 'node:net';
import type { ProblemsFilter } from './problems.filter';
import { problemCatalogue } from './problem-catalogue';
import { Refused } from './refused';

/** Requests so broken that Fastify or Node answer them before Nest: they get problem documents as well. */
export function earlyErrorOptions(
  problems: ProblemsFilter,
): Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'> {
  return {
    frameworkErrors: (error, request, reply) =>
      problems.send(
        new Refused(error.code === 'FST_ERR_BAD_URL' ? 'invalid-encoding' : 'invalid-input'),
        request as FastifyRequest,
        reply as FastifyReply,
      ),
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      answerRaw(socket as Socket, error.code === 'HPE_HEADER_OVERFLOW' ? tooLong : unreadable);
    },
  };
}

const unreadable = { detail: 'The request is not HTTP that can be read.' };
/** Ten thousand Chinese characters in a search are ninety thousand bytes of address. */
const tooLong = {
  detail: `The address and the headers are longer than ${maxHeaderSize} bytes together.`,
  remedy: 'Shorten what the address carries: a search takes 200 characters.',
};

/** Nothing was parsed, so there is no reply object: the document is written to the socket by hand. */
function answerRaw(socket: Socket, about: { detail: string; remedy?: string }): void {
  const { status, title, remedy } = problemCatalogue['invalid-input'];
  const body = JSON.stringify({
    type: '/api/problems/invalid-input',
    title,
    status,
    code: 'invalid-input',
    remedy,
    ...about,
  });
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\ncontent-type: application/problem+json\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/**
 * Addresses that are not UTF-8. Unknown addresses, wrong verbs and unreadable bodies need nothing here: Nest hands
 * Fastify's own errors to the global filter.
 */
export function answerEarlyErrors(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  // Fastify hands on what it cannot decode as if it were text; a search for that would find nothing and say nothing.
  fastify.addHook('onRequest', (request, _reply, done) =>
    done(isDecodable(request.url) ? undefined : new Refused('invalid-encoding')),
  );
}

function isDecodable(url: string): boolean {
  try {
    if (url.includes('%')) decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
