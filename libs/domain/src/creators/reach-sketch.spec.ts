import fc from 'fast-check';
import { OwnStream } from '../simulation/own-stream';
import { estimateReach } from './reach-estimate';
import {
  intersectSketches,
  personHash,
  sketchAudience,
  type ReachSketch,
  subtractSketch,
  uniteSketches,
} from './reach-sketch';
import { DamagedSketch, sketchFromBytes, sketchToBytes } from './sketch-bytes';

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
const plain = ({ size, share, theta, hashes }: ReachSketch): object => ({
  size,
  share,
  theta,
  hashes: [...hashes],
});

/** Audiences around a sketch of eight hashes, overlapping as they may; some larger and some smaller than it. */
const audience = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 50 });
const small = { size: 8, share: 0 };

describe('a reach sketch', () => {
  it('counts a small audience exactly, however often its people are named', () => {
    const sketch = sketchAudience([...range(0, 4_096), ...range(0, 100)]);
    expect(estimateReach(sketch)).toEqual({ people: 4_096, standardError: 0, low: 4_096, high: 4_096 });
  });

  it('keeps its size of a large audience, and its share of a very large one', () => {
    expect(sketchAudience(range(0, 50_000)).hashes).toHaveLength(4_096);
    const { hashes, theta } = sketchAudience(range(0, 400_000), { size: 1_000, share: 1 / 64 });
    expect(theta).toBe(2 ** 26);
    expect(Math.abs(hashes.length - 6_250)).toBeLessThan(3 * Math.sqrt(6_250));
  });

  it('knows people by number and by text', () => {
    expect(new Set(range(0, 100_000).map((id) => personHash(id))).size).toBe(100_000);
    expect(estimateReach(sketchAudience(['lin', 'chen', 'lin'])).people).toBe(2);
    for (const id of [-1, 1.5, 2 ** 32, NaN]) expect(() => personHash(id)).toThrow(RangeError);
    expect(() => sketchAudience([], { size: 0 })).toThrow(RangeError);
    expect(() => sketchAudience([], { share: 2 })).toThrow(RangeError);
  });

  it('holds the true number in its 95 % interval about as often as it says', () => {
    const random = new OwnStream(4, 'sketch intervals');
    const worlds = 1_200;
    const held = { union: 0, both: 0, only: 0 };
    let squares = 0;
    for (let world = 0; world < worlds; world++) {
      const from = Math.floor(random.next() * 4e9);
      const [size, shared, other] = [1_500, 120, 2_500];
      const one = sketchAudience(range(from, from + size), { size: 256, share: 0 });
      const two = sketchAudience(range(from + size - shared, from + size - shared + other), {
        size: 256,
        share: 0,
      });
      const holds = (sketch: ReachSketch, truth: number): number => {
        const { low, high } = estimateReach(sketch);
        return low <= truth && truth <= high ? 1 : 0;
      };
      const union = estimateReach(uniteSketches([one, two]));
      squares += ((union.people - (size + other - shared)) / union.standardError) ** 2;
      held.union += holds(uniteSketches([one, two]), size + other - shared);
      held.both += holds(intersectSketches(one, two), shared);
      held.only += holds(subtractSketch(one, two), size - shared);
    }
    for (const times of Object.values(held)) {
      expect(times / worlds).toBeGreaterThan(0.93);
      expect(times / worlds).toBeLessThan(0.98);
    }
    // The error that is stated is the error that is made.
    expect(Math.abs(squares / worlds - 1)).toBeLessThan(0.2);
  });

  it('is, united, the sketch of the united audience, in any order and however often', () => {
    fc.assert(
      fc.property(audience, audience, audience, (a, b, c) => {
        const [x, y, z] = [a, b, c].map((ids) => sketchAudience(ids, small)) as [
          ReachSketch,
          ReachSketch,
          ReachSketch,
        ];
        const whole = plain(sketchAudience([...a, ...b, ...c], small));
        expect(plain(uniteSketches([x, y, z]))).toEqual(whole);
        expect(plain(uniteSketches([z, uniteSketches([y, x])]))).toEqual(whole);
        expect(plain(uniteSketches([x, x]))).toEqual(plain(x));
      }),
    );
    expect(() => uniteSketches([])).toThrow(RangeError);
  });

  it('splits an audience into the people shared with another and the rest', () => {
    fc.assert(
      fc.property(audience, audience, (a, b) => {
        const [x, y] = [sketchAudience(a, { size: 100 }), sketchAudience(b, { size: 100 })];
        const shared = [...new Set(a)].filter((id) => b.includes(id)).length;
        expect(estimateReach(intersectSketches(x, y)).people).toBe(shared);
        expect(estimateReach(subtractSketch(x, y)).people).toBe(new Set(a).size - shared);
      }),
    );
  });
});

describe('the bytes of a sketch', () => {
  it('read back as they were written', () => {
    fc.assert(
      fc.property(audience, fc.integer({ min: 1, max: 40 }), (ids, size) => {
        const sketch = sketchAudience(ids, { size, share: 0.1 });
        expect(plain(sketchFromBytes(sketchToBytes(sketch)))).toEqual(plain(sketch));
      }),
    );
  });

  it('are about two for each hash of a large audience', () => {
    expect(sketchToBytes(sketchAudience(range(0, 300_000))).length).toBeLessThan(2.4 * 4_687);
  });

  it('are refused when any of them is changed, missing or too much', () => {
    const bytes = sketchToBytes(sketchAudience(range(0, 200), { size: 20 }));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] as number) ^ change;
        expect(() => sketchFromBytes(damaged)).toThrow(DamagedSketch);
      }),
    );
    for (let length = 0; length < bytes.length; length++)
      expect(() => sketchFromBytes(bytes.slice(0, length))).toThrow(DamagedSketch);
    expect(() => sketchFromBytes(Uint8Array.of(...bytes, 0))).toThrow(DamagedSketch);
  });

  it('are read where they stand inside a larger buffer', () => {
    const bytes = sketchToBytes(sketchAudience(range(0, 50)));
    const page = Uint8Array.of(9, 9, 9, ...bytes, 9);
    expect(estimateReach(sketchFromBytes(page.subarray(3, 3 + bytes.length))).people).toBe(50);
  });
});
