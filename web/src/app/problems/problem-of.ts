import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@poolrise/contracts';

/** The problem document behind a failed call; a call that reached nobody is `unavailable`. */
export function problemOf(error: unknown): Problem {
  // httpResource and rxjs wrap what they throw in `cause`.
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const answer = cause instanceof HttpErrorResponse ? cause : null;
  const body: unknown = answer?.error;
  if (isProblem(body)) return body;

  const reached = answer !== null && answer.status >= 400 && answer.status < 502;
  return {
    type: 'about:blank',
    title: '',
    status: answer?.status || 503,
    code: reached ? (answer.status === 404 ? 'not-found' : 'internal') : 'unavailable',
    detail: '',
    remedy: '',
  };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}
