import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { Session } from './session';

/** `/`: the overview of one's workspace, or the door that opens to it. */
export const home: CanActivateFn = () => {
  const session = inject(Session);
  const router = inject(Router);
  if (!session.setUp()) return router.createUrlTree(['/first-run']);
  const workspaceId = session.preferredWorkspaceId();
  if (!session.person() || !workspaceId) return router.createUrlTree(['/sign-in']);
  return router.createUrlTree(session.first(workspaceId));
};

/** The address of a workspace without a page: its first one. */
export const firstPage: CanActivateFn = (route) => {
  const workspaceId = route.paramMap.get('workspaceId') ?? route.parent?.paramMap.get('workspaceId') ?? '';
  return inject(Router).createUrlTree(inject(Session).first(workspaceId));
};

/** Members only. A foreign workspace does not match, so it looks exactly like one that does not exist. */
export const member: CanMatchFn = (_route, segments) => {
  const session = inject(Session);
  const router = inject(Router);
  if (!session.setUp()) return router.createUrlTree(['/first-run']);
  if (!session.person()) {
    const wanted = router.currentNavigation()?.extractedUrl.toString() ?? '/';
    return router.createUrlTree(['/sign-in'], { queryParams: { return: wanted } });
  }
  return session.memberships().some((one) => one.workspaceId === segments[1]?.path);
};

/** Stands the session in the workspace of the address. */
export const entering: CanActivateFn = (route) => {
  inject(Session).enter(route.paramMap.get('workspaceId') ?? '');
  return true;
};

/** Whoever is in a client's room as the client begins with what was shared; nothing else there is theirs to see. */
export const team: CanActivateFn = () => {
  const session = inject(Session);
  return session.may('read:notes') || inject(Router).createUrlTree(session.to('shared'));
};

export const signedOut: CanActivateFn = () => {
  const session = inject(Session);
  if (!session.setUp()) return inject(Router).createUrlTree(['/first-run']);
  return session.person() && session.preferredWorkspaceId() ? inject(Router).createUrlTree(['/']) : true;
};

/** The first-run page exists only on an installation without an account. */
export const notSetUp: CanActivateFn = () =>
  inject(Session).setUp() ? inject(Router).createUrlTree(['/']) : true;
