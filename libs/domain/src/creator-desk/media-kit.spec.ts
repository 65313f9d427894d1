import fc from 'fast-check';
import { orderRulesOn } from '../collaborations/order-rules';
import { kitBounds, kitTermsFault, pickKitNotes, usualKitTerms } from './media-kit';

const rules = orderRulesOn('2036-03-01');
const note = (reads: number, daily = true) => ({ reads, daily });

describe('the notes of a media kit', () => {
  it('are those above the middle one, the most read first', () => {
    const { picked, from, median } = pickKitNotes([100, 900, 300, 500, 200].map((reads) => note(reads)));
    expect(picked.map(({ reads }) => reads)).toEqual([900, 500]);
    expect({ from, median }).toEqual({ from: 5, median: 300 });
  });

  it('are none where there are too few for a middle', () => {
    expect(pickKitNotes([note(1), note(900), note(5)])).toEqual({ picked: [], from: 3, median: null });
  });

  it('never count a cooperation: it stands for the budget of a brand as well', () => {
    const { picked, from } = pickKitNotes([
      note(9_000, false),
      ...[10, 20, 30, 40].map((reads) => note(reads)),
    ]);
    expect([from, picked.map(({ reads }) => reads)]).toEqual([4, [40, 30]]);
  });

  it('are at most half of what there is, all better than the rest, and no more than fit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 60 }), (reads) => {
        const { picked } = pickKitNotes(reads.map((one) => note(one)));
        expect(picked.length).toBeLessThanOrEqual(Math.min(kitBounds.notesMost, reads.length / 2));
        const better = reads.toSorted((one, other) => other - one).slice(0, picked.length);
        expect(picked.map((one) => one.reads)).toEqual(better);
      }),
    );
  });
});

describe('the terms of a media kit', () => {
  it('begin as an order could be made', () => {
    expect(kitTermsFault(usualKitTerms(rules), rules)).toBeNull();
  });

  it.each([
    ['protectionDays', { protectionDays: rules.protectionDaysLeast - 1 }],
    ['protectionDays', { protectionDays: rules.protectionDaysMost + 1 }],
    ['revisionsMost', { revisionsMost: rules.rejectionsMost + 1 }],
    ['revisionsMost', { revisionsMost: -1 }],
  ] as const)('name %s that no order allows', (fault, change) => {
    expect(kitTermsFault({ ...usualKitTerms(rules), ...change }, rules)).toBe(fault);
  });
});
