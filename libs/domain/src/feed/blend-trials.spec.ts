import fc from 'fast-check';
import { armOf } from '../lift/split-readers';
import { blendPaid, type PaidCandidate } from './blend-paid';
import { blendTrials, type Trial } from './blend-trials';
import type { RankedSlot } from './feed-candidate';

const ask = { size: 20, adLoad: { max: 0.1, positions: [6, 16] } };
const organic = Array.from({ length: 20 }, (_, n): RankedSlot => ({
  position: n + 1,
  noteId: `note ${n}`,
  creatorId: `creator ${n}`,
  category: 'food',
  level: 1,
  rail: 'organic',
  score: 1,
  match: 1,
  explored: false,
  passedOver: 0,
}));
const paid = ['a', 'b', 'c', 'd'].map((name): PaidCandidate => ({
  boostId: `boost ${name}`,
  noteId: `ad ${name}`,
  creatorId: name,
  category: 'food',
  level: 1,
}));
const trialOn = (name: string, share: number, takesIn = true): [string, Trial] => [
  `ad ${name}`,
  { trialId: `boost ${name}`, salt: `salt ${name}`, share, takesIn },
];
const paidOf = (slots: readonly { rail: string; noteId: string }[]) =>
  slots.filter(({ rail }) => rail === 'paid').map(({ noteId }) => noteId);

describe('a page with notes under trial', () => {
  it('is the page without trials where there are none, and where the reader is held out of nothing', () => {
    const plain = blendPaid(organic, paid, ask);
    expect(blendTrials(organic, paid, ask, { readerKey: '7', trials: new Map() })).toEqual({
      slots: plain,
      met: [],
    });
    const trials = new Map([trialOn('a', 0)]);
    expect(blendTrials(organic, paid, ask, { readerKey: '7', trials })).toEqual({
      slots: plain,
      met: [{ trialId: 'boost a', arm: 'exposed' }],
    });
  });

  it('gives the slot of a held-out reader to the next, and asks nothing about boosts that had no slot to win', () => {
    const trials = new Map([trialOn('a', 1), trialOn('d', 1)]);
    const { slots, met } = blendTrials(organic, paid, ask, { readerKey: '7', trials });
    expect(paidOf(slots)).toEqual(['ad b', 'ad c']);
    expect(met).toEqual([{ trialId: 'boost a', arm: 'held-out' }]);
  });

  it('fills with organic notes when every boost is held back', () => {
    const trials = new Map(['a', 'b', 'c', 'd'].map((name) => trialOn(name, 1)));
    const { slots, met } = blendTrials(organic, paid, ask, { readerKey: '7', trials });
    expect(paidOf(slots)).toEqual([]);
    expect(slots).toHaveLength(20);
    expect(met).toHaveLength(4);
  });

  it('still holds back, and takes nobody in, when the boost has ended; another boost of the note changes nothing', () => {
    const again = [{ ...(paid[0] as PaidCandidate), boostId: 'boost of the same note' }, ...paid.slice(1)];
    const { slots, met } = blendTrials(organic, again, ask, {
      readerKey: '7',
      trials: new Map([trialOn('a', 1, false)]),
    });
    expect(paidOf(slots)).toEqual(['ad b', 'ad c']);
    expect(met).toEqual([]);
  });

  it('keeps every note of a campaign under trial from its held-out, and writes them down once', () => {
    const campaign: Trial = { trialId: 'campaign', salt: 'salt', share: 1, takesIn: true };
    const trials = new Map(['a', 'b', 'c'].map((name) => [`ad ${name}`, campaign]));
    const { slots, met } = blendTrials(organic, paid, ask, { readerKey: '7', trials });
    expect(paidOf(slots)).toEqual(['ad d']);
    expect(met).toEqual([{ trialId: 'campaign', arm: 'held-out' }]);
    const shown = new Map(['a', 'b', 'c'].map((name) => [`ad ${name}`, { ...campaign, share: 0 }]));
    expect(blendTrials(organic, paid, ask, { readerKey: '7', trials: shown })).toEqual({
      slots: blendPaid(organic, paid, ask),
      met: [{ trialId: 'campaign', arm: 'exposed' }],
    });
  });

  it('takes in the same readers whatever their arm: what is met does not hang on who is held out', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 62n }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (key, share) => {
          const readerKey = String(key);
          const metWith = (own: number) =>
            blendTrials(organic, paid, ask, {
              readerKey,
              trials: new Map([trialOn('a', own), trialOn('b', share)]),
            });
          const [asExposed, asHeldOut] = [metWith(0), metWith(1)];
          expect(asExposed.met.some(({ trialId }) => trialId === 'boost a')).toBe(true);
          expect(asHeldOut.met.some(({ trialId }) => trialId === 'boost a')).toBe(true);
          const b = trialOn('b', share)[1];
          for (const { slots, met } of [asExposed, asHeldOut]) {
            expect(met).toContainEqual({ trialId: 'boost b', arm: armOf(readerKey, b) });
            if (armOf(readerKey, b) === 'held-out') expect(paidOf(slots)).not.toContain('ad b');
          }
        },
      ),
    );
  });
});
