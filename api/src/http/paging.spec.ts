import fc from 'fast-check';
import { z } from 'zod';
import { decodeCursor, encodeCursor, pageFrom } from './paging';
import { Refused } from './refused';

describe('pages', () => {
  it('hold every row once, in order, whatever the size of a page', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (keys, limit) => {
          const rows = keys.sort((a, b) => a - b);
          const walked: number[] = [];
          for (let cursor: string | undefined, more = true; more;) {
            const [after = -1] = decodeCursor(cursor, z.int()) ?? [];
            const asked = rows.filter((row) => row > after).slice(0, limit + 1);
            const page = pageFrom(
              asked,
              limit,
              (row) => row,
              (row) => [row],
            );
            walked.push(...page.items);
            cursor = page.nextCursor ?? undefined;
            more = page.nextCursor !== null;
          }
          expect(walked).toEqual(rows);
        },
      ),
    );
  });

  it('end without a cursor when the last one is exactly full', () => {
    expect(pageFrom([1, 2], 2, String, (row) => [row])).toMatchObject({
      items: ['1', '2'],
      nextCursor: null,
    });
  });
});

describe('a cursor', () => {
  it('comes back as it was given', () => {
    const cursor = encodeCursor(['2026-11-23T08:00:00.123456Z', null, 7]);
    expect(decodeCursor(cursor, z.iso.datetime(), z.null(), z.int())).toEqual([
      '2026-11-23T08:00:00.123456Z',
      null,
      7,
    ]);
    expect(cursor).toMatch(/^[\w-]+$/);
  });

  it('of another list, or of nobody, is refused whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (cursor) => {
          fc.pre(cursor !== '');
          expect(() => decodeCursor(cursor, z.literal('members'), z.uuid())).toThrow(Refused);
        },
      ),
    );
  });
});
