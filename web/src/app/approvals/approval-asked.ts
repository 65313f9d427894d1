import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { problemOf } from '../problems/problem-of';
import { Session } from '../session/session';

/**
 * An act that waits for a second person leads to what it waits for, from whichever form it came: whoever asked sees there that
 * nothing was spent, and may say what for.
 */
export const approvalAsked: HttpInterceptorFn = (request, next) => {
  if (request.method === 'GET') return next(request);
  const session = inject(Session);
  const router = inject(Router);
  const dialogs = inject(MatDialog);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse) || error.status !== 409) return;
        const { code, approvalId } = problemOf(error);
        if (code !== 'approval-asked' || !approvalId) return;
        dialogs.closeAll();
        void router.navigate(session.to('approvals', approvalId));
      },
    }),
  );
};
