import type { BoostLiftView, CampaignLiftView, LiftFigures } from '@poolrise/contracts';
import { campaignId } from './a-campaign';
import { noteId } from './a-note';
import { boostId } from './a-boost';

const arm = (readers: number, acting: number) => ({
  readers,
  acting,
  rate: readers ? acting / readers : null,
});

const registration: BoostLiftView['registration'] = {
  registeredAt: '2026-11-22T23:00:00Z',
  startsAt: '2026-11-22T23:00:00Z',
  lastLookAt: '2026-11-25T00:00:00Z',
  metric: 'readers',
  share: 0.2,
  minimumEffect: 0.02,
  alpha: 0.05,
  power: 0.8,
  windowHours: 24,
  baseRate: 0.012,
  readersExpected: 25_000,
  readersNeeded: 6_200,
};

/** What both kinds of trials say. */
const figures = (): LiftFigures => ({
  asOf: '2026-11-26T06:00:00Z',
  spentCents: 30_000,
  verdict: 'lift',
  decidedAt: '2026-11-24T02:00:00Z',
  counts: { exposed: arm(20_000, 1_200), heldOut: arm(5_000, 60) },
  waiting: { exposed: 0, heldOut: 0 },
  armsAsDrawn: true,
  incrementality: { low: 0.71, mid: 0.8, high: 0.86 },
  ratio: { low: 3.4, mid: 5, high: 7.2 },
  extraReaders: { low: 852, mid: 960, high: 1_032 },
  extraReaderCostCents: 31.25,
  band: [
    { at: '2026-11-24T00:00:00Z', readers: 900, share: { low: null, mid: 0.7, high: 0.97 } },
    { at: '2026-11-24T02:00:00Z', readers: 4_000, share: { low: 0.31, mid: 0.78, high: 0.94 } },
    { at: '2026-11-25T00:00:00Z', readers: 25_000, share: { low: 0.71, mid: 0.8, high: 0.86 } },
  ],
  beside: [
    {
      measure: 'other-shown',
      exposed: arm(20_000, 3_000),
      heldOut: arm(5_000, 760),
      ratio: { low: 0.9, mid: 0.99, high: 1.09 },
      verdict: 'cannot-tell',
    },
    {
      measure: 'other-read',
      exposed: arm(20_000, 300),
      heldOut: arm(5_000, 140),
      ratio: { low: 0.4, mid: 0.54, high: 0.7 },
      verdict: 'less',
    },
  ],
});

/** A trial that shows a lift: 80 of 100 exposed readers who read the note would not have without the boost. */
export const aLift = (changes: Partial<BoostLiftView> = {}): BoostLiftView => ({
  ...figures(),
  boostId,
  noteId: noteId(1),
  noteTitle: 'Cold brew tea',
  state: 'completed',
  registration,
  ...changes,
});

/** The same of a campaign that was ended before its time: it was registered to be compared by what readers search for. */
export const aCampaignLift = (changes: Partial<CampaignLiftView> = {}): CampaignLiftView => ({
  ...figures(),
  campaignId,
  name: '春茶上新',
  state: 'ended',
  registration: { ...registration, metric: 'searchers', windowHours: 72, endsAt: '2026-11-28T16:00:00Z' },
  endedAt: '2026-11-24T09:00:00Z',
  endedEarly: true,
  notes: 3,
  ...changes,
});
