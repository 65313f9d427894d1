import type { CookieSerializeOptions } from '@fastify/cookie';
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config';

/** A session ends after this long, whatever happens. */
export const sessionDays = 14;
/** … and earlier when nobody came by for this long. */
export const idleDays = 3;

const plainName = 'poolrise_session';

/** `__Host-` makes browsers insist on Secure, on this host alone and on the whole path; plain http cannot have it. */
const nameUnder = (config: Config): string =>
  config.INSECURE_COOKIES === '1' ? plainName : `__Host-${plainName}`;

/** Name, value and attributes of the cookie for `token`, or of one that takes the cookie away. */
export function sessionCookie(
  config: Config,
  token: string | null,
): [string, string, CookieSerializeOptions] {
  return [
    nameUnder(config),
    token ?? '',
    {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: config.INSECURE_COOKIES !== '1',
      maxAge: token ? sessionDays * 24 * 3600 : 0,
    },
  ];
}

/** Hash of the session id that came with the request, or null when none did. */
export function sessionHashOf(config: Config, request: FastifyRequest): Buffer | null {
  const token = request.cookies[nameUnder(config)];
  return token && /^[\w-]{43}$/.test(token) ? hashOf(token) : null;
}

/** A new opaque id of 256 bits, and the hash that is kept of it. */
export function newSessionToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
