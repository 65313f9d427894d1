import type { Operation } from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { Refused } from './refused';

/**
 * Refuses what an operation does not take: a query or a body where the contract has none. What it has is checked by the
 * controller (checked.ts); without this, a filter with a mistyped name or on the wrong address would be ignored in silence.
 */
export function refuseUnasked({ query, body, bytes }: Operation, request: FastifyRequest): void {
  const [name] = query ? [] : Object.keys(request.query as object);
  if (name !== undefined)
    throw new Refused('invalid-input', {
      field: `query.${name.slice(0, 60)}`,
      detail: 'This address takes no query.',
    });
  if (!body && !bytes && bodyCame(request))
    throw new Refused('invalid-input', { field: '', detail: 'This address takes no body.' });
}

function bodyCame({ method, headers, body }: FastifyRequest): boolean {
  // Fastify does not read the body of a GET, so its headers have to tell.
  if (method === 'GET' || method === 'HEAD')
    return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return !isNothing(body);
}

/** Clients that always send a body send `{}` when there is nothing to say. */
function isNothing(body: unknown): boolean {
  if (body === undefined) return true;
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
}
