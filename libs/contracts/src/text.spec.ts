import fc from 'fast-check';
import { line, prose } from './text';

const accepts = (schema: ReturnType<typeof line>, text: string) => schema.safeParse(text).success;

describe('text that a person typed', () => {
  it.each([
    ['Chinese', '春茶开箱'],
    ['an emoji of several parts', '👩‍👩‍👧 family'],
    ['a letter beyond the first plane', '𠮷野家'],
    ['quotes and angles, which are letters like any other', `<b>"O'Neil"</b>`],
  ])('may hold %s', (_, text) => {
    expect(accepts(line(40), text)).toBe(true);
  });

  it.each([
    ['NUL, which PostgreSQL cannot store', 'a\u0000b'],
    ['half of a letter', 'a\ud83d'],
    ['the other half', '\ude00b'],
    ['a turn of the writing direction, which spoofs names', 'user\u202egnp.exe'],
    ['an escape', '\u001b[31m'],
  ])('may not hold %s', (_, text) => {
    expect([accepts(line(40), text), accepts(prose(40), text)]).toEqual([false, false]);
  });

  it('stays on one line, or may have several', () => {
    expect([accepts(line(40), 'a\nb'), accepts(prose(40), 'a\nb')]).toEqual([false, true]);
  });

  it('is trimmed before it is measured', () => {
    expect(line(3).parse('  茶  ')).toBe('茶');
    expect(accepts(line(3), '   ')).toBe(false);
    expect(accepts(line(3), '一二三四')).toBe(false);
  });

  it('that is accepted survives the way through UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const parsed = prose(100).safeParse(text);
        // Throws on half a letter.
        return !parsed.success || decodeURIComponent(encodeURIComponent(parsed.data)) === parsed.data;
      }),
    );
  });
});
