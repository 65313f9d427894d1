import type { Session } from '../session/session';

/** Whether this person invites creators here; agencies do so in the rooms of their clients. */
export const mayInvite = (session: Session): boolean =>
  session.may('write:orders') && ['brand', 'client'].includes(session.workspace()?.workspaceKind ?? '');
