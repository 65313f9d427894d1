import fc from 'fast-check';
import { OwnStream } from '../simulation/own-stream';
import { commonSample } from './common-sample';
import { netReach } from './net-reach';
import { sketchAudience } from './reach-sketch';

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

describe('net reach', () => {
  it('counts everybody once, and what each creator adds', () => {
    const reach = netReach([range(0, 100), range(80, 200), range(90, 110)].map((ids) => sketchAudience(ids)));
    expect(reach.net).toEqual({ people: 200, standardError: 0, low: 200, high: 200 });
    expect(reach.sum.people).toBe(240);
    expect(reach.overlapShare).toBeCloseTo(40 / 240, 12);
    expect(reach.members.map(({ inOrder }) => inOrder.people)).toEqual([100, 100, 0]);
    expect(reach.members.map(({ alone }) => alone.people)).toEqual([80, 90, 0]);
  });

  it('expects the readers that the read shares let expect', () => {
    const two = [range(0, 100), range(50, 150)].map((ids) => sketchAudience(ids));
    const { net, members } = netReach(two, [0.5, 0.2]);
    expect(net.people).toBeCloseTo(50 * 0.5 + 50 * 0.6 + 50 * 0.2, 9);
    expect(members[1]?.inOrder.people).toBeCloseTo(50 * 0.5 * 0.2 + 50 * 0.2, 9);
    expect(members[0]?.alone.people).toBeCloseTo(50 * 0.5 + 50 * 0.5 * 0.8, 9);
    expect(() => netReach(two, [0.5])).toThrow(RangeError);
    expect(() => netReach(two, [0.5, 1.2])).toThrow(RangeError);
  });

  it('has parts that add up', () => {
    const ids = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 });
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 6 }), (audiences) => {
        const reach = netReach(audiences.map((one) => sketchAudience(one, { size: 40, share: 0 })));
        const inOrder = reach.members.reduce((sum, { inOrder: { people } }) => sum + people, 0);
        expect(inOrder).toBeCloseTo(reach.net.people, 6);
        for (const member of reach.members)
          expect(member.alone.people).toBeLessThanOrEqual(member.inOrder.people + 1e-9);
        expect(reach.overlapShare).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('errs by as much as it says', () => {
    const random = new OwnStream(7, 'net reach errors');
    const worlds = 300;
    const squares = { net: 0, inOrder: 0, alone: 0, overlap: 0 };
    for (let world = 0; world < worlds; world++) {
      const from = Math.floor(random.next() * 4e9);
      const audiences = [
        range(from, from + 3_000),
        range(from + 1_500, from + 5_000),
        range(from + 4_000, from + 6_000),
      ];
      const reach = netReach(audiences.map((ids) => sketchAudience(ids, { size: 300, share: 0 })));
      const second = reach.members[1];
      if (!second) throw new Error('no second creator');
      squares.net += ((reach.net.people - 6_000) / reach.net.standardError) ** 2;
      squares.inOrder += ((second.inOrder.people - 2_000) / second.inOrder.standardError) ** 2;
      squares.alone += ((second.alone.people - 1_000) / second.alone.standardError) ** 2;
      squares.overlap += ((reach.overlapShare - 2_500 / 8_500) / reach.overlapStandardError) ** 2;
    }
    for (const sum of Object.values(squares)) expect(Math.abs(sum / worlds - 1)).toBeLessThan(0.3);
  });

  it('thins its sample when it would be too large, and stays right', () => {
    const sketches = [range(0, 4_000), range(2_000, 6_000)].map((ids) => sketchAudience(ids));
    const { share, people, members } = commonSample(sketches, 2_000);
    expect(members[0]?.length).toBeLessThan(1_200);
    expect(Math.abs(people / share - 6_000)).toBeLessThan(4 * Math.sqrt((6_000 * (1 - share)) / share));
  });
});
