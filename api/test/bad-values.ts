export interface BadBody {
  what: string;
  body: unknown;
}

const wrong: unknown[] = [null, true, '', 'text', 12.5, -1, 0, 1e308, 2 ** 53, [], {}, [[]], '0'];
/** Text that no field may hold: PostgreSQL cannot store the first, UTF-8 the second, and the third spoofs names. */
const unprintable = ['a\u0000b', 'a\ud800b', 'a\u202eb'];
const overlong = '长'.repeat(100_000);

/**
 * Bodies made from a good one by spoiling a single place in it: other types, huge and negative numbers, overlong and
 * unprintable text, fields too many and too few. `accepts` sorts out those that happen to be good.
 */
export function badBodies(good: unknown, accepts: (body: unknown) => boolean): BadBody[] {
  const places = placesIn(good);
  const spoilt = places.flatMap(({ path, value }) => [
    ...wrong.map((bad) => ({
      what: `${path.join('/')} = ${JSON.stringify(bad)}`,
      body: withAt(good, path, bad),
    })),
    ...(typeof value === 'string' ? textsAt(good, path) : []),
    ...(Array.isArray(value)
      ? [{ what: `${path.join('/')} with 10,000 items`, body: withAt(good, path, manyOf(value)) }]
      : []),
    ...(isRecord(value) ? fieldsAt(good, path, value) : []),
  ]);
  return spoilt.filter(({ body }) => !accepts(body));
}

function textsAt(good: unknown, path: string[]): BadBody[] {
  return [overlong, ...unprintable].map((bad) => ({
    what: `${path.join('/')} = ${JSON.stringify(bad).slice(0, 20)}`,
    body: withAt(good, path, bad),
  }));
}

function fieldsAt(good: unknown, path: string[], value: Record<string, unknown>): BadBody[] {
  const tooMany = ['surprise', 'constructor', 'workspaceId', 'id '].map((name) => ({
    what: `${path.join('/')} with a field ${name}`,
    body: withAt(good, path, { ...value, [name]: 1 }),
  }));
  const tooFew = Object.keys(value).map((name) => ({
    what: `${path.join('/')} without ${name}`,
    body: withAt(good, path, { ...value, [name]: undefined }),
  }));
  return [...tooMany, ...tooFew];
}

const manyOf = (value: unknown[]): unknown[] => Array.from({ length: 10_000 }, () => value[0] ?? 'x');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place of a value, the whole first. */
function placesIn(value: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [{ path, value }, ...children.flatMap(([name, child]) => placesIn(child, [...path, name]))];
}

function withAt(value: unknown, [name, ...rest]: string[], bad: unknown): unknown {
  if (name === undefined) return bad;
  const copy: unknown = structuredClone(value);
  (copy as Record<string, unknown>)[name] = withAt((value as Record<string, unknown>)[name], rest, bad);
  return copy;
}

/** Bodies that are not JSON in UTF-8, or that no JSON should be. */
export function rawBodies(body: unknown): { what: string; body: string | Buffer }[] {
  const good = JSON.stringify(body);
  const texts = [
    '',
    ' ',
    '{',
    'undefined',
    `${good}}`,
    `${good}\u0000`,
    '{"a":1,}',
    "{'a':1}",
    '['.repeat(100_000),
  ];
  // In every text of an otherwise good body: decoded leniently, a broken letter would become a strange but legal one.
  const broken = placesIn(body)
    .filter(({ value }) => typeof value === 'string')
    .map(({ path }) => {
      const [head = '', tail = ''] = JSON.stringify(withAt(body, path, 'HERE')).split('HERE');
      return {
        what: `${path.join('/')} in GB18030`,
        body: Buffer.concat([Buffer.from(head), gb18030, Buffer.from(tail)]),
      };
    });
  return [
    ...texts.map((text) => ({ what: text.slice(0, 20), body: text })),
    ...broken,
    { what: 'a prototype', body: good.replace('{', '{"__proto__":{"admin":true},') },
    { what: 'a constructor', body: good.replace('{', '{"constructor":{"prototype":{"admin":true}},') },
    { what: 'UTF-16', body: Buffer.from(good, 'utf16le') },
    { what: '10 MB', body: `{"name":"${'x'.repeat(10_000_000)}"}` },
  ];
}

/** Good JSON for an operation that takes no body. */
export const unaskedBodies = [
  ...[{ surprise: 1 }, { workspaceId: null }, [], [{}], 'text', 1, true, false, null].map((body) => ({
    what: JSON.stringify(body),
    body: JSON.stringify(body),
  })),
  { what: '10 MB', body: `{"name":"${'x'.repeat(10_000_000)}"}` },
];

/** 茶叶 as a Chinese spreadsheet of another age writes it. */
const gb18030 = Buffer.from([0xb2, 0xe8, 0xd2, 0xb6]);

export const otherContentTypes = [
  'text/plain',
  'text/json',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'rubbish',
  '',
];
