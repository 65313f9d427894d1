import { createHmac } from 'node:crypto';

export const applicationRole = 'poolrise_app';

/**
 * Password of the application role, derived from the owner's credentials: every process that was given DATABASE_URL can
 * compute it, and nothing has to be stored. It is as secret as the owner's own: an owner elsewhere without one is refused (config.ts).
 * Independent of the database name, since roles belong to the whole server.
 */
export function applicationPassword(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const secret = `${url.username}:${url.password}@${url.host}`;
  return createHmac('sha256', secret).update('poolrise application role').digest('base64url');
}

/** DATABASE_URL with the owner exchanged for the role that the walls hold for. */
export function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = applicationRole;
  url.password = applicationPassword(ownerUrl);
  return url.href;
}
