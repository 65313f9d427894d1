import type { z } from 'zod';
import { encodeCursor } from '../src/http/paging';

const id = '8f14e45f-ceea-4a67-a7d9-1f0d2c3b4a59';
const instant = '2026-01-01T00:00:00.000000Z';

/** What somebody may put where an id belongs. The last is an id, of nothing. */
export const badIds = [
  'x',
  '1',
  '%00',
  '%ff',
  '%E0%A4%A',
  '..%2f..%2fetc%2fpasswd',
  'a'.repeat(5_000),
  `${id}%00`,
  `${id}'--`,
  id,
];

const badTexts = [
  '',
  'x',
  '-1',
  '1e309',
  '99999999999999999999',
  'NaN',
  'true',
  '%00',
  'a%00b',
  '%ff',
  '%ED%A0%80',
  'x'.repeat(5_000),
];

/** Query strings that a list or a search must refuse: `accepts` sorts out those that happen to be good. */
export function badQueries(
  query: z.ZodObject,
  accepts: (query: Record<string, unknown>) => boolean,
): string[] {
  const spoilt = Object.keys(query.shape).flatMap((name) => [
    ...badTexts.map((text) => `${name}=${text}`),
    `${name}=1&${name}=2`,
    `${name}[]=1`,
    `${name}[a]=1`,
  ]);
  return [...spoilt, 'surprise=1', '__proto__=1', '%=1', '&&==&surprise'].filter(
    // A cursor is opaque to the contract; those are all bad, whatever it says.
    (text) => (text.startsWith('cursor=') ? text !== 'cursor=' : !accepts(readQuery(text))),
  );
}

/** As the server reads it, near enough to know what the contract would say. */
function readQuery(text: string): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const part of text.split('&').filter(Boolean)) {
    const [name = '', value = ''] = part.split('=');
    const read = readable(value);
    query[name] = name in query ? [query[name], read] : read;
  }
  return query;
}

function readable(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return `${value}\u0000`;
  }
}

/** Cursors that no list ever gave: rubbish, and well-made ones of the wrong shape. */
export const badCursors: string[] = [
  'x',
  '____',
  'a'.repeat(499),
  ...['{}', 'null', '[]', '[[]]', '"text"', '[1e999]', '[null,null]', '['.repeat(300)].map((json) =>
    Buffer.from(json).toString('base64url'),
  ),
  encodeCursor([instant, 'not an id']),
  encodeCursor(['not a time', id]),
  encodeCursor(['a\u0000b', id]),
  encodeCursor([1e300, id]),
  encodeCursor(['members', instant, id, 'more']),
  encodeCursor([id, instant]),
];

export const badAddresses = [
  '/%',
  '/%00',
  '/%ff',
  '/api/v1/%',
  '/api/v1/notes/%',
  '/api/v1/%2e%2e/%2e%2e/etc/passwd',
  '/api/v1//notes',
  '/api/v1/nothing',
  `/api/v1/${'a'.repeat(20_000)}`,
  '/api/v1/notes%00',
  '/api/v1/notes;x=1',
];
