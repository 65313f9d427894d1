import fc from 'fast-check';
import { anInvitation } from './an-order';
import { bestOffers, usualWorkHours, worthOfOffer } from './compare-offers';
import { payOrder } from './order-money';

const coCreated = (centsPerThousandReads: number) => anInvitation({ terms: { centsPerThousandReads } });

describe('what an offer is worth to a creator', () => {
  it('is the quote less the fee, over the hours in the middle', () => {
    // 5,000 yuan less 10 %; 4 hours without a revision, three of 1.5 hours each at most.
    expect(worthOfOffer(anInvitation(), usualWorkHours, null)).toEqual({
      netLeastCents: 450_000,
      netMostCents: 450_000,
      netLikelyCents: 450_000,
      hoursLeast: 4,
      hoursMost: 8.5,
      hourlyCents: 72_000,
    });
  });

  it('takes every stage that the offer on the table has, not the one before it', () => {
    const offer = {
      by: 'creator' as const,
      quoteCents: 600_000,
      protectionDays: 60,
      terms: {
        ...{ withSample: true, withOutline: true, withAdAudit: true, revisionsMost: 1 },
        draftDueAt: 0,
        rights: null,
      },
    };
    expect(
      worthOfOffer(anInvitation({ offer, terms: { noteType: 'video' } }), usualWorkHours, null),
    ).toMatchObject({ netLikelyCents: 540_000, hoursLeast: 13, hoursMost: 14.5 });
  });

  it('hangs on reads in co-creation: nothing is sure, and what is likely is known only with the creator’s reads', () => {
    const order = coCreated(20_000);
    expect(worthOfOffer(order, usualWorkHours, null)).toMatchObject({
      netLeastCents: 0,
      netMostCents: 450_000,
      netLikelyCents: null,
      hourlyCents: null,
    });
    // 8,000 reads at 200 yuan a thousand are 1,600 yuan, less 10 %.
    expect(worthOfOffer(order, usualWorkHours, 8_000).netLikelyCents).toBe(144_000);
    expect(worthOfOffer(order, usualWorkHours, 1_000_000).netLikelyCents).toBe(450_000);
  });

  it('says no pay an hour where there are no hours, and refuses hours that are none', () => {
    const none = { image: 0, video: 0, revision: 0, outline: 0, sample: 0, adAudit: 0 };
    expect(worthOfOffer(anInvitation(), none, null).hourlyCents).toBeNull();
    for (const image of [-1, NaN, Infinity])
      expect(() => worthOfOffer(anInvitation(), { ...usualWorkHours, image }, null)).toThrow(RangeError);
  });

  it('is what would be paid, to the cent, whatever the quote and the reads', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 10_000_000 }),
        (quoteCents, centsPerThousandReads, reads) => {
          const order = anInvitation({
            offer: { by: 'brand', quoteCents, protectionDays: 30 },
            terms: { centsPerThousandReads },
          });
          const earned = Math.min(quoteCents, Math.floor((reads * centsPerThousandReads) / 1_000));
          const { netLikelyCents, netMostCents } = worthOfOffer(order, usualWorkHours, reads);
          expect(netLikelyCents).toBe(payOrder(order, earned, false).netCents);
          expect(netLikelyCents).toBeLessThanOrEqual(netMostCents);
        },
      ),
    );
  });
});

describe('the best of some offers', () => {
  it.each([
    ['netLikelyCents', [3, 5, 5], [false, true, true]],
    ['protectionDays', [30, 60], [true, false]],
    ['hourlyCents', [7, 7], [false, false]],
    ['hourlyCents', [7, null], [false, false]],
    ['revisionsMost', [1], [false]],
    ['revisionsMost', [], []],
  ] as const)('in %s of %j', (aspect, values, best) => {
    expect(bestOffers(aspect, values)).toEqual(best);
  });
});
