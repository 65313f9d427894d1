import {
  audienceBands,
  categories,
  cities,
  interactionsOf,
  marks,
  naturalRates,
  subCategoriesOf,
  sumOf,
} from '@poolrise/domain';
import { castOf, demoSeed } from '../cast/cast';
import { type DirectoryEntry, directoryOf } from './directory';
import { dayOf } from './days';
import { directoryFigures } from './figures';
import { directoryPlan, type FraudLabel } from './plan';

const cast = castOf(demoSeed);
const some = { ...cast, creators: cast.creators.slice(0, 500) };
const now = new Date('2026-11-26T02:00:00Z');
const entries = [...directoryOf(some, now)];
const notes = entries.flatMap((entry) => entry.notes);
const honest = entries.filter(({ label }) => label === null);
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const plain = ({ audience, audienceByAge, ...rest }: DirectoryEntry) => ({
  ...rest,
  audience: audience(),
  byAge: audienceByAge(),
});

describe('the directory of creators', () => {
  it('is the same for the same seed and hour, whoever else is in it', () => {
    const few = { ...cast, creators: cast.creators.slice(0, 20) };
    const again = [...directoryOf(few, now)].map(plain);
    expect([...directoryOf(few, now)].map(plain)).toEqual(again);
    const first = (seed: string) => {
      const other = castOf(seed);
      return directoryOf({ ...other, creators: other.creators.slice(0, 20) }, now).next().value;
    };
    expect(first('another')?.creator.id).not.toBe(entries[0]?.creator.id);
    const honestOfBoth = again.filter(({ label }, at) => label === null && entries[at]?.label === null);
    for (const entry of honestOfBoth) {
      const same = entries.find(({ creator }) => creator.id === entry.creator.id);
      expect(same?.portrait).toEqual(entry.portrait);
    }
  });

  it('takes milliseconds a creator, with a million followers too', () => {
    const creators = cast.creators.slice(0, 30).map((one) => ({ ...one, followers: 1_000_000 }));
    const began = process.cpuUsage().user;
    for (const entry of directoryOf({ ...cast, creators }, now)) entry.audience();
    // A few on plain Node; module loading under jest makes them slower, listing everybody would take hundreds.
    expect((process.cpuUsage().user - began) / 1_000 / creators.length).toBeLessThan(60);
  });

  it('says where its figures come from', () => {
    for (const figure of Object.values(directoryFigures)) {
      expect(marks).toContain(figure.mark);
      expect(figure.source.length).toBeGreaterThan(10);
    }
  });
});

describe('the record of a creator', () => {
  it('has a city of her tier, in its province, and subjects under her categories', () => {
    for (const { creator, record } of entries) {
      const city = cities[record.city];
      expect(city.province).toBe(record.province);
      if (city.tier !== null) expect(city.tier).toBe(creator.cityTier);
      const known = creator.categories.flatMap((category) => subCategoriesOf(category));
      expect(record.subCategories.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining(record.subCategories));
    }
  });

  it('asks for prices inside the published ranges, more for video, and mostly nothing below 500 followers', () => {
    const priced = (from: number, below: number) =>
      entries
        .filter(({ creator }) => creator.followers >= from && creator.followers < below)
        .map(({ record }) => record.pictureCents);
    const offered = priced(1_000, 5_000).flatMap((cents) => cents ?? []);
    expect(median(offered) / 100).toBeGreaterThan(90);
    expect(median(offered) / 100).toBeLessThan(650);
    const small = priced(0, 500);
    expect(small.filter((cents) => cents === null).length / small.length).toBeGreaterThan(0.85);
    for (const { record } of entries)
      if (record.pictureCents !== null && record.videoCents !== null)
        expect(record.videoCents).toBeGreaterThanOrEqual(record.pictureCents);
  });

  it('ends its price history with the price of now, rising in days', () => {
    for (const { priceHistory, record } of entries) {
      const { pictureCents, videoCents } = record;
      if (pictureCents === null && videoCents === null) expect(priceHistory).toEqual([]);
      else expect(priceHistory.at(-1)).toMatchObject({ pictureCents, videoCents });
      const days = priceHistory.map(({ day }) => day);
      expect([...new Set(days)].sort()).toEqual(days);
    }
  });

  it('has completed what was published for brands, and no more than was accepted', () => {
    for (const { record, notes: own } of entries) {
      const { service } = record;
      expect(service.completed90d).toBe(own.filter(({ cooperation }) => cooperation).length);
      expect(service.completed90d + service.cancelled90d).toBeLessThanOrEqual(service.accepted90d);
      expect(service.accepted90d).toBeLessThanOrEqual(service.invitations90d);
      expect(service.onTime90d).toBeLessThanOrEqual(service.completed90d);
    }
  });
});

describe('the notes of a creator', () => {
  it('are of the last 90 days, oldest first, and come out of one another', () => {
    for (const { notes: own, record } of entries) {
      const times = own.map(({ publishedAt }) => publishedAt.getTime());
      expect(own.length).toBeLessThanOrEqual(30);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      if (times.length > 0) expect(record.lastNoteAt?.getTime()).toBe(times.at(-1));
    }
    for (const note of notes) {
      const age = (now.getTime() - note.publishedAt.getTime()) / 86_400_000;
      expect(age > 0 && age < 91.5).toBe(true);
      expect(note.readsNatural).toBeLessThanOrEqual(note.impressionsNatural);
      expect(note.readsAll).toBeLessThanOrEqual(note.impressionsAll);
      expect(note.readsAll).toBeGreaterThanOrEqual(note.readsNatural);
      expect(sumOf(note.readsBySource)).toBe(note.readsAll);
      expect(note.interactionsByHour).toHaveLength(24);
      expect(sumOf(note.interactionsByHour)).toBe(interactionsOf(note));
      expect(note.commenters.length).toBeLessThanOrEqual(Math.min(60, note.comments));
      expect(new Set(note.commenters).size).toBe(note.commenters.length);
      expect(note.brand === undefined).toBe(!note.cooperation);
    }
  });

  it('are opened and answered as often as the benchmarks say', () => {
    const seen = honest.flatMap((entry) => entry.notes).filter((note) => note.impressionsNatural > 500);
    const natural = seen.map((note) => note.readsNatural / note.impressionsNatural);
    expect(median(natural)).toBeGreaterThan(0.07);
    expect(median(natural)).toBeLessThan(0.1);
    const paid = seen
      .filter((note) => note.impressionsAll > note.impressionsNatural + 200)
      .map((n) => (n.readsAll - n.readsNatural) / (n.impressionsAll - n.impressionsNatural));
    expect(median(paid)).toBeGreaterThan(0.014);
    expect(median(paid)).toBeLessThan(0.05);
    const daily = seen.filter(({ cooperation }) => !cooperation);
    const rate = (of: (note: (typeof seen)[number]) => number) =>
      sumOf(daily.map(of)) / sumOf(daily.map((n) => n.readsAll));
    const published = Object.values(naturalRates).map(({ like }) => like);
    expect(rate(({ likes }) => likes)).toBeGreaterThan(0.75 * Math.min(...published));
    expect(rate(({ likes }) => likes)).toBeLessThan(1.25 * Math.max(...published));
    const share = seen.length === 0 ? 0 : seen.filter(({ cooperation }) => cooperation).length / seen.length;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.15);
  });
});

describe('the followers of a creator', () => {
  it('are 120 days ending yesterday with those she has', () => {
    for (const { creator, followersByDay } of entries) {
      expect(followersByDay).toHaveLength(120);
      expect(followersByDay.at(-1)).toEqual({ day: dayOf(now, 1), followers: creator.followers });
      expect(new Set(followersByDay.map(({ day }) => day)).size).toBe(120);
      expect(Math.min(...followersByDay.map(({ followers }) => followers))).toBeGreaterThanOrEqual(1);
    }
  });

  it('have a portrait whose dimensions are whole, and lean to their creator\u2019s subject', () => {
    for (const { portrait } of entries) {
      expect(portrait.shares).toHaveLength(audienceBands.length);
      for (const dimension of new Set(audienceBands.map((band) => band.dimension))) {
        const shares = portrait.shares.filter((_, at) => audienceBands[at]?.dimension === dimension);
        expect(sumOf(shares)).toBe(10_000);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }
    }
    const own = entries.filter(({ creator, interests }) => creator.categories[0] === interests[0]?.category);
    expect(own.length / entries.length).toBeGreaterThan(0.7);
    for (const { activeFollowerShare, engagedFollowerShare } of entries)
      expect(engagedFollowerShare).toBeLessThan(activeFollowerShare);
  });
});

describe('the labels of what is not true', () => {
  const { labels } = directoryPlan(cast);
  const kinds = [...labels.values()].map(({ kind }) => kind);

  it('are given in the shares of the domain notes, and never to the hero of the demo', () => {
    const share = (kind: string) => kinds.filter((one) => one === kind).length / cast.creators.length;
    expect(share('bought-likes')).toBeCloseTo(0.06, 3);
    expect(share('bought-followers')).toBeCloseTo(0.04, 3);
    expect(share('comment-pod')).toBeCloseTo(0.02, 3);
    expect(labels.has(cast.xiaoman.id)).toBe(false);
  });

  it('make pods of 8 to 15 who share their accounts', () => {
    const pods = new Map<string, FraudLabel[]>();
    for (const label of labels.values())
      if (label.kind === 'comment-pod')
        pods.set(label.accounts.join(), [...(pods.get(label.accounts.join()) ?? []), label]);
    for (const pod of pods.values()) {
      expect(pod.length).toBeGreaterThanOrEqual(8);
      expect(pod.length).toBeLessThanOrEqual(15);
      expect(pod[0]?.accounts.length).toBeGreaterThanOrEqual(26);
    }
  });

  it('do not set their bearers apart at a glance: likes per collect overlap', () => {
    const ratio = ({ notes: own }: DirectoryEntry) =>
      sumOf(own.map(({ likes }) => likes)) / (1 + sumOf(own.map(({ collects }) => collects)));
    const bought = entries.filter(
      ({ label, notes: own }) => label?.kind === 'bought-likes' && own.length > 3,
    );
    const usual = honest
      .filter(({ notes: own }) => own.length > 3)
      .map(ratio)
      .sort((a, b) => b - a);
    expect(median(bought.map(ratio))).toBeGreaterThan(2 * median(usual));
    expect(Math.min(...bought.map(ratio))).toBeLessThan(usual[Math.floor(usual.length / 20)] ?? 0);
  });

  it('leave every category with honest creators', () => {
    for (const category of categories)
      expect(honest.some(({ creator }) => creator.categories[0] === category)).toBe(true);
  });
});
