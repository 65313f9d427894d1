import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import type { Problem, ProblemCode } from '@poolrise/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeOf } from '../db/db';
import { problemCatalogue } from './problem-catalogue';
import { Refused } from './refused';
import { verbsAt } from './verbs-at';

/** What PostgreSQL refuses although the contract let it through: text that is not text, numbers that do not fit. */
const inputStates = new Set(['22021', '22003', '22P02', '22007', '22008', '22P05']);
/** The database is away, full or restarting: nothing was done, and the same request may succeed in a moment. */
const awayStates = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57014',
]);

const byStatus: Record<number, ProblemCode> = {
  400: 'invalid-input',
  401: 'not-signed-in',
  403: 'role-too-low',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-attempts',
  503: 'unavailable',
};

/** The one place where anything thrown becomes an RFC 9457 problem document. */
@Catch()
export class ProblemsFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also the error handler of Fastify itself, which answers some bad requests before Nest sees them. */
  send(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent || reply.raw.headersSent) return;
    // Services refuse by Refused, so this is the router's: no such route, though perhaps one for another verb.
    const verbs = error instanceof NotFoundException ? verbsAt(request.url) : [];
    if (verbs.length > 0) void reply.header('allow', verbs.join(', '));
    const problem = problemOf(verbs.length > 0 ? new Refused('method-not-allowed') : error);
    // Whoever hung up in the middle of a request will not read the answer, and is no fault of ours.
    if (problem.status >= 500 && !request.socket.destroyed)
      this.log.error(
        `${request.method} ${request.routeOptions?.url ?? '?'} ${request.id}`,
        error instanceof Error ? error.stack : String(error),
      );
    const retryAfter =
      error instanceof Refused ? error.about.retryAfterSeconds : problem.status === 503 ? 1 : undefined;
    if (retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfter)));
    void reply
      .status(problem.status)
      .type('application/problem+json')
      .send({ ...problem, requestId: String(request.id) });
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return problem(error.code, error.about);
  const state = codeOf(error);
  if (inputStates.has(state)) return problem('invalid-input', { detail: 'A value does not fit its field.' });
  if (
    awayStates.has(state) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(String(error))
  )
    return problem('unavailable', {});
  if (
    state === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    state === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    error instanceof SyntaxError
  )
    return problem('invalid-json', {});
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: number } | null)?.statusCode;
  const code =
    status !== undefined && status < 500
      ? (byStatus[status] ?? 'invalid-input')
      : status === 503
        ? 'unavailable'
        : 'internal';
  return problem(code, {});
}

function problem(code: ProblemCode, about: Refused['about']): Problem {
  const { status, title, remedy } = problemCatalogue[code];
  return {
    type: `/api/problems/${code}`,
    title,
    status,
    code,
    detail: about.detail ?? `${title}.`,
    remedy: about.remedy ?? remedy,
    ...(about.field === undefined ? {} : { field: about.field }),
    ...(about.fields ? { fields: about.fields } : {}),
    ...(about.figures ? { figures: about.figures } : {}),
    ...(about.approvalId === undefined ? {} : { approvalId: about.approvalId }),
  };
}
