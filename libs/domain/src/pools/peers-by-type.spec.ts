import fc from 'fast-check';
import { type EngagementCounts, noCounts } from '../metrics/engagement';
import type { NoteType } from '../notes/note';
import { estimateValue } from './estimate-rate';
import { addPeers, learnPeers, noPeers, peerContribution, priorPeers } from './peers';
import { categoryRuns, learnPeersByType, type TypedPeerSums } from './peers-by-type';
import { platformStated } from './presets';

const { prior, weights } = platformStated;

/** A note of so many impressions whose readers open it at this rate; every fourth of them likes it. */
const aNote = (impressions: number, clickRate: number): EngagementCounts => {
  const clicks = Math.round(impressions * clickRate);
  return { ...noCounts(), impressions, clicks, likes: Math.round(clicks / 4) };
};

/** Finished runs of a type around a rate: the notes differ by up to `spread` of it either way. */
const runsOf = (
  noteType: TypedPeerSums['noteType'],
  runs: number,
  clickRate: number,
  { impressions = 1_000, spread = 0.5 } = {},
): TypedPeerSums => {
  const notes = Array.from({ length: runs }, (_, at) =>
    peerContribution(
      aNote(impressions, clickRate * (1 - spread + (2 * spread * (at + 0.5)) / runs)),
      platformStated,
    ),
  );
  return { noteType, sums: notes.reduce(addPeers, noPeers()) };
};

const learned = (...days: TypedPeerSums[]) => learnPeersByType(days, platformStated, 'food');
const categoryOf = (...days: TypedPeerSums[]) =>
  learnPeers(
    days.map(({ sums }) => sums),
    platformStated,
    'food',
  );
const liftOf = (clickRate: number, peers: ReturnType<typeof priorPeers>) =>
  estimateValue(aNote(4_000, clickRate), peers, weights).lift;

describe('peers of a type', () => {
  const images = runsOf('image', 400, 0.1);

  it('rate an average video as average where videos are opened half as often as images', () => {
    const videos = runsOf('video', 200, 0.05);
    const { image, video } = learned(images, videos);
    expect(liftOf(0.05, categoryOf(images, videos))).toBeLessThan(0.65);
    expect(liftOf(0.05, video)).toBeCloseTo(1, 1);
    expect(liftOf(0.1, image)).toBeCloseTo(1, 1);
    expect(video.sameType?.runs).toBe(200);
    expect(video.sameType?.weight).toBeGreaterThan(0.95);
    expect(video.runs).toBe(600);
  });

  it('leave the category’s value standing while they are few, and wholly where there are none', () => {
    const few = runsOf('video', 2, 0.05);
    const category = categoryOf(images, few);
    const { video, text } = learned(images, few);
    expect(video.clickRate / category.clickRate).toBeGreaterThan(0.9);
    expect(video.clickRate).toBeLessThan(category.clickRate);
    expect(video.sameType?.weight).toBeCloseTo(2 / (2 + prior.minPeers), 9);
    expect(text).toEqual({ ...category, sameType: { runs: 0, weight: 0 } });
  });

  it('do not jump from the category to two lucky runs because other types are known to differ', () => {
    const { text } = learned(images, runsOf('video', 200, 0.05), runsOf('text', 2, 0.01));
    expect(text.sameType?.weight).toBeCloseTo(2 / prior.minPeers, 9);
  });

  it('are those of the category where it has no other type', () => {
    const { sameType, ...image } = learned(images).image;
    const { runs, clickRate, meanRate, strength } = categoryOf(images);
    expect(image).toMatchObject({ runs, source: 'peers' });
    expect(image.clickRate).toBeCloseTo(clickRate, 12);
    expect(image.meanRate).toBeCloseTo(meanRate, 12);
    expect(image.strength).toBeCloseTo(strength, 6);
    expect(sameType?.runs).toBe(400);
  });

  it('are the policy’s idea of the category before any run has ended', () => {
    const food = { ...priorPeers(platformStated, 'food'), sameType: { runs: 0, weight: 0 } };
    expect(learned()).toEqual({ image: food, video: food, text: food });
  });

  it('stand for as many notes as they are, not for as many impressions as one of them had', () => {
    const huge = addPeers(
      runsOf('video', 3, 0.1).sums,
      runsOf('video', 1, 0.02, { impressions: 1_000_000, spread: 0 }).sums,
    );
    const { video } = learned(images, { noteType: 'video', sums: huge });
    expect(video.sameType?.weight).toBeLessThan(1 / prior.minPeers);
  });

  it('count what was not told apart for the category alone', () => {
    const untold = runsOf('all', 100, 0.07);
    const { image, text } = learned(images, untold);
    expect(text).toEqual({ ...categoryOf(images, untold), sameType: { runs: 0, weight: 0 } });
    expect(image).toMatchObject({ runs: 500, sameType: { runs: 400 } });
  });

  it('differ among themselves as they do, and not as pictures and videos do', () => {
    const even = { spread: 0.1, impressions: 5_000 };
    const days = [runsOf('image', 400, 0.1, even), runsOf('video', 200, 0.04, even)];
    expect(learned(...days).video.strength).toBeGreaterThan(3 * categoryOf(...days).strength);
  });

  it('say how much the category has to tell them: less the more types differ, and never without end', () => {
    const runs = (...days: TypedPeerSums[]) =>
      categoryRuns(
        days.map(({ sums }) => sums),
        prior,
      );
    expect(runs(images, runsOf('video', 200, 0.05))).toBeLessThan(prior.minPeers / 2);
    expect(runs(images, runsOf('video', 200, 0.1))).toBeCloseTo(9 * prior.minPeers, 9);
    expect(runs(images, runsOf('video', prior.minPeers - 1, 0.05))).toBe(prior.minPeers);
    expect(runs(images)).toBe(prior.minPeers);
  });

  it('lie between their own runs and the category, whatever was seen', () => {
    const kind = fc.constantFrom<TypedPeerSums['noteType']>('image', 'video', 'text', 'all');
    const run = fc.record({
      kind,
      impressions: fc.integer({ min: 1, max: 50_000 }),
      clickRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 60 }), (runs) => {
        const days = runs.map(({ kind, impressions, clickRate }) => ({
          noteType: kind,
          sums: peerContribution(aNote(impressions, clickRate), platformStated),
        }));
        const category = categoryOf(...days);
        for (const [type, peers] of Object.entries(learned(...days)) as [NoteType, typeof category][]) {
          const own = days.filter(({ noteType }) => noteType === type).map(({ sums }) => sums);
          const { runs: count = -1, weight = -1 } = peers.sameType ?? {};
          expect(count).toBe(own.length);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThan(1);
          const alone = learnPeers(own, platformStated, 'food');
          for (const name of ['clickRate', 'meanRate', 'dispersion'] as const)
            expectBetween(peers[name], category[name], count ? alone[name] : category[name]);
          expect(peers.strength).toBeGreaterThanOrEqual(prior.strengthImpressions * (1 - 1e-9));
          expect(peers.strength).toBeLessThanOrEqual(prior.maxStrengthImpressions * (1 + 1e-9));
        }
      }),
    );
  });
});

function expectBetween(value: number, ...ends: [category: number, own: number]): void {
  expect(value).toBeGreaterThanOrEqual(Math.min(...ends) * (1 - 1e-9));
  expect(value).toBeLessThanOrEqual(Math.max(...ends) * (1 + 1e-9));
}
