import { differenceOf, type Piece, sizeOf } from './text-difference';

const shown = (before: string, after: string): string =>
  differenceOf(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('');
const side = (pieces: readonly Piece[], without: Piece['kind']): string =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('the difference of two drafts', () => {
  it('marks Chinese by the character', () => {
    expect(shown('这款茶三天见效，很香。', '这款茶很香，回甘持久。')).toBe(
      '这款茶-三天见效，-很香+，回甘持久+。',
    );
  });

  it('keeps words and numbers whole', () => {
    expect(shown('a cup of 250 ml', 'a mug of 300 ml')).toBe('a -cup-+mug+ of -250-+300+ ml');
  });

  it('does not take blanks for what two English texts have in common', () => {
    expect(
      shown('At night. Everybody should buy it at once. It is good.', 'At night. It is good, and light.'),
    ).toBe('At night. -Everybody should buy it at once. -It is good+, and light+.');
    expect(shown('a red cup', 'one blue cup')).toBe('-a red-+one blue+ cup');
  });

  it('tells what went before what came', () => {
    expect(differenceOf('好喝', '香甜')).toEqual([
      { kind: 'removed', text: '好喝' },
      { kind: 'added', text: '香甜' },
    ]);
  });

  it('finds nothing between a text and itself, and everything beside an empty one', () => {
    expect(differenceOf('同样的话', '同样的话')).toEqual([{ kind: 'same', text: '同样的话' }]);
    expect(differenceOf('', '新')).toEqual([{ kind: 'added', text: '新' }]);
    expect(differenceOf('旧', '')).toEqual([{ kind: 'removed', text: '旧' }]);
    expect(differenceOf('', '')).toEqual([]);
  });

  it('counts characters, an emoji as one', () => {
    expect(sizeOf(differenceOf('茶', '茶🍵很香'))).toEqual({ added: 3, removed: 0 });
  });

  it('is complete: each side can be read out of it, whatever was changed', () => {
    const letters = ['茶', '香', 'tea ', '，', '3', '\n', '🍵'];
    let seed = 7;
    const draw = (n: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * n);
    };
    const text = () => Array.from({ length: draw(30) }, () => letters[draw(letters.length)]).join('');
    for (let round = 0; round < 300; round++) {
      const [before, after] = [text(), text()];
      const pieces = differenceOf(before, after);
      expect(side(pieces, 'added')).toBe(before);
      expect(side(pieces, 'removed')).toBe(after);
    }
  });

  it('still compares two full drafts piece by piece, and texts beyond them as a whole', () => {
    const words = (n: number, length = 1_000) =>
      Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + ((i * n) % 89))).join('');
    const [before, after] = [words(3), words(7)];
    const pieces = differenceOf(before, after);
    expect([side(pieces, 'added'), side(pieces, 'removed')]).toEqual([before, after]);
    expect(pieces.some(({ kind }) => kind === 'same')).toBe(true);
    expect(differenceOf(words(3, 3_000), words(7, 3_000)).map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'added',
    ]);
  });
});
