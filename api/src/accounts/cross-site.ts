import type { FastifyRequest } from 'fastify';
import { Refused } from '../http/refused';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page may have set off with our cookie.
 *
 * A foreign page cannot add a header of its own without a preflight, which we never answer; Origin and Sec-Fetch-Site
 * are looked at as well because browsers set them and pages cannot. Signing in is guarded too, although there is no
 * cookie yet: otherwise a page could sign its visitor in to an account of the attacker.
 *
 * Source: OWASP Cross-Site Request Forgery Prevention, "custom request headers" and "fetch metadata".
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (safe.has(request.method)) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const ours =
    request.headers['x-requested-with'] === 'poolrise' &&
    (site === undefined || site === 'same-origin') &&
    (origin === undefined || hostOf(origin) === host);
  if (!ours) throw new Refused('cross-site-request', { field: 'header.x-requested-with' });
}

// The host alone: behind a proxy that ends TLS the browser says https and we hear http.
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
