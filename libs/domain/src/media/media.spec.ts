import fc from 'fast-check';
import { draftMediaFault } from './draft-media';
import { type MediaChange, mediaDifference } from './media-difference';
import { isOnPicture, pinsOn } from './media-pins';

const image = (id: string) => ({ id, kind: 'image' as const });
const video = (id: string) => ({ id, kind: 'video' as const });

describe('the media of a draft', () => {
  it('are up to eighteen images with one of them in front, or one video with an image in front', () => {
    const eighteen = Array.from({ length: 18 }, (_, at) => image(`${at}`));
    expect(draftMediaFault('image', eighteen, image('7'))).toBeNull();
    expect(draftMediaFault('image', [...eighteen, image('18')], null)).toBe('too-many-images');
    expect(draftMediaFault('image', [image('a'), image('a')], null)).toBe('media-repeated');
    expect(draftMediaFault('image', [image('a')], image('b'))).toBe('cover-not-among');
    expect(draftMediaFault('image', [video('a')], null)).toBe('media-not-of-type');
    expect(draftMediaFault('video', [video('a')], image('b'))).toBeNull();
    expect(draftMediaFault('video', [video('a')], video('a'))).toBe('cover-not-among');
    expect(draftMediaFault('video', [video('a'), video('b')], null)).toBe('more-than-one-video');
    expect(draftMediaFault('video', [], image('b'))).toBe('cover-not-among');
    expect(draftMediaFault('image', [], null)).toBeNull();
  });
});

describe('the difference of two versions', () => {
  it.each<[string, string, MediaChange[]]>([
    ['ab', 'ab', [kept('a', 0, 0), kept('b', 1, 1)]],
    ['ab', 'axb', [kept('a', 0, 0), { kind: 'added', id: 'x', to: 1 }, kept('b', 1, 2)]],
    ['axb', 'ab', [kept('a', 0, 0), { kind: 'removed', id: 'x', from: 1 }, kept('b', 2, 1)]],
    [
      'axb',
      'ayb',
      [kept('a', 0, 0), { kind: 'replaced', id: 'x', from: 1, by: 'y', to: 1 }, kept('b', 2, 2)],
    ],
    ['abc', 'bca', [kept('b', 1, 0), kept('c', 2, 1), { kind: 'moved', id: 'a', from: 0, to: 2 }]],
    [
      'x',
      'yz',
      [
        { kind: 'replaced', id: 'x', from: 0, by: 'y', to: 0 },
        { kind: 'added', id: 'z', to: 1 },
      ],
    ],
    [
      'ab',
      '',
      [
        { kind: 'removed', id: 'a', from: 0 },
        { kind: 'removed', id: 'b', from: 1 },
      ],
    ],
  ])('from %s to %s says what happened', (before, after, changes) => {
    expect(mediaDifference([...before], [...after])).toEqual(changes);
  });

  it('accounts for every picture of both exactly once', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(list, list, (before, after) => {
        const changes = mediaDifference(before, after);
        const gone = changes.flatMap((change) => ('from' in change ? [[change.from, change.id]] : []));
        const there = changes.flatMap((change) =>
          'to' in change ? [[change.to, change.kind === 'replaced' ? change.by : change.id]] : [],
        );
        expect(gone.sort()).toEqual(before.map((id, at) => [at, id]));
        expect(there).toEqual(after.map((id, at) => [at, id]));
      }),
    );
  });
});

describe('a pin', () => {
  it('lies on its picture', () => {
    expect(isOnPicture({ x: 0.5, y: 0, w: 0.5, h: 1 })).toBe(true);
    expect(isOnPicture({ x: 0.3333, y: 0.6667, w: 0.6667, h: 0 })).toBe(true);
    expect(isOnPicture({ x: 0.6, y: 0, w: 0.5, h: 1 })).toBe(false);
    expect(isOnPicture({ x: -0.1, y: 0, w: 0.5, h: 1 })).toBe(false);
  });

  it('goes along with its picture and stays behind when the picture is replaced', () => {
    const comments = [
      { draftVersion: 1, anchor: { field: 'image', mediaId: 'a' } },
      { draftVersion: 1, anchor: { field: 'image', mediaId: 'b' } },
      { draftVersion: 1, anchor: { field: 'body' } },
      { draftVersion: 3, anchor: { field: 'image', mediaId: 'a' } },
      { draftVersion: 2, anchor: null },
    ];
    expect(pinsOn({ version: 2, mediaIds: ['a', 'c'] }, comments)).toEqual([comments[0]]);
    expect(pinsOn({ version: 3, mediaIds: ['a', 'c'] }, comments)).toEqual([comments[0], comments[3]]);
  });
});

function kept(id: string, from: number, to: number): MediaChange {
  return { kind: 'kept', id, from, to };
}
