import { isOnPicture } from '@poolrise/domain';
import { clockText } from './clock-text';
import { afterKey, firstBox, regionBetween } from './region-box';

describe('a place on a picture', () => {
  it('is a box between two points in any order, or a point', () => {
    const box = { x: 0.2, y: 0.3, w: 0.4, h: 0.5 };
    expect(regionBetween({ x: 0.2, y: 0.3 }, { x: 0.6, y: 0.8 })).toEqual(box);
    expect(regionBetween({ x: 0.6, y: 0.3 }, { x: 0.2, y: 0.8 })).toEqual(box);
    expect(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.504, y: 0.503 })).toEqual({
      x: 0.504,
      y: 0.503,
      w: 0,
      h: 0,
    });
    expect(regionBetween({ x: 0.9, y: 0.9 }, { x: 1.4, y: -2 })).toEqual({ x: 0.9, y: 0, w: 0.1, h: 0.9 });
  });

  it('is moved and sized by arrow keys and stays on the picture', () => {
    expect(afterKey(firstBox(), 'ArrowRight', false)).toMatchObject({ x: 0.37, y: 0.35, w: 0.3 });
    expect(afterKey(firstBox(), 'ArrowDown', true)).toMatchObject({ y: 0.35, h: 0.32 });
    expect(afterKey(firstBox(), 'a', false)).toBeNull();
    let box = firstBox();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'])
      for (let n = 0; n < 60; n++) {
        box = afterKey(box, key, n % 3 === 0) ?? box;
        expect(isOnPicture(box) && box.w > 0 && box.h > 0).toBe(true);
      }
  });

  it('has a moment as players write it', () => {
    expect([0, 999, 7_400, 61_000, 899_999].map(clockText)).toEqual([
      '0:00',
      '0:00',
      '0:07',
      '1:01',
      '14:59',
    ]);
  });
});
