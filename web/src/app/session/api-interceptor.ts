import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { Freshness } from '../live/freshness';
import { Session } from './session';

/**
 * What every call of the api carries, and what every answer tells.
 *
 * `x-requested-with` cannot be set by a form of another site without a preflight: the api refuses commands without it.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);

  const session = inject(Session);
  const router = inject(Router);
  const freshness = inject(Freshness);
  const aboutTheSession = request.url === '/api/v1/session';
  const workspaceId = session.workspaceId();

  let headers = request.headers;
  if (workspaceId) headers = headers.set('x-workspace', workspaceId);
  if (request.method !== 'GET') headers = headers.set('x-requested-with', 'poolrise');

  return next(request.clone({ headers })).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse && request.method === 'GET' && !aboutTheSession) freshness.heard();
      },
      error: (error: unknown) => {
        const signedOut = error instanceof HttpErrorResponse && error.status === 401 && !aboutTheSession;
        if (!signedOut || !session.person()) return;
        session.forget();
        void router.navigate(['/sign-in'], { queryParams: { return: router.url } });
      },
    }),
  );
};
