import { categories } from '../notes/categories';
import { deliveryCurve, guaranteeOwed } from '../pools/boost-curve';
import { platformStated } from '../pools/presets';
import { defaultTrafficClock, trafficShare } from '../pools/traffic-clock';
import { aCandidate, aFeedAsk, aReader, seeded } from './a-candidate';
import type { FeedCandidate } from './feed-candidate';
import { rankSlots } from './rank-slots';

const hourMs = 3_600_000;
const { coldStart } = platformStated;
const quota = coldStart.baseQuota;
/** Eight in the morning in Shanghai. */
const publishedAt = Date.UTC(2026, 10, 20, 0);

interface Newcomer extends FeedCandidate {
  owed: number;
  shown: number;
}

/** Where the newcomer stands on its curve, as the feed works it out. */
function keepTo(note: Newcomer, elapsed: number): void {
  note.owed = guaranteeOwed(coldStart, elapsed, note.shown / quota);
  note.quotaLeft = quota - note.shown;
  note.rail = note.owed > 0 ? 'guaranteed' : 'organic';
}

/**
 * A day of readers, many by evening and few by night, and a feed full of good notes of wider pools. `newcomers` were all
 * published this morning; nobody has anything to say for them.
 */
function aDay({
  newcomers,
  pages,
  guaranteeShare,
}: {
  newcomers: number;
  pages: number;
  guaranteeShare?: number;
}) {
  const random = seeded(11);
  const established = Array.from({ length: 600 }, (_, at) =>
    aCandidate({
      noteId: `old-${at}`,
      category: categories[at % categories.length] ?? '',
      forecast: 2,
      quotaLeft: 1e9,
    }),
  );
  const fresh = Array.from({ length: newcomers }, (_, at): Newcomer => {
    const category = categories[at % categories.length] ?? '';
    return { ...aCandidate({ noteId: `new-${at}`, category, level: 0, forecast: 0.5 }), owed: 0, shown: 0 };
  });
  const byId = new Map(fresh.map((note) => [note.noteId, note]));
  const candidates = [...established, ...fresh];
  const atQuarter: number[] = [];
  let passed = 0;
  for (let minute = 0; minute < 24 * 60; minute++) {
    const now = publishedAt + minute * 60_000;
    const elapsed = trafficShare(defaultTrafficClock, {
      startsAt: publishedAt,
      endsAt: publishedAt + 24 * hourMs,
      now,
    });
    for (const note of fresh) keepTo(note, elapsed);
    if (atQuarter.length === 0 && elapsed >= 0.25) atQuarter.push(...fresh.map((note) => note.shown / quota));
    for (; passed < elapsed * pages; passed++) {
      const liked = new Map([[categories[Math.floor(random() * categories.length)] ?? '', 1]]);
      const page = rankSlots(
        candidates,
        aReader({ interests: liked }),
        aFeedAsk({ size: 20, random, guaranteeShare }),
      );
      for (const { noteId } of page) {
        const note = byId.get(noteId);
        if (!note) continue;
        note.shown++;
        keepTo(note, elapsed);
      }
    }
  }
  return { shares: fresh.map((note) => note.shown / quota), atQuarter };
}

describe('the guarantee over a day', () => {
  it('shows every newcomer its whole first pool, along the delivery curve, though established notes do better', () => {
    const { shares, atQuarter } = aDay({ newcomers: 24, pages: 1_200 });
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.97);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    const due = deliveryCurve(0.25, coldStart.theta ?? 0);
    for (const share of atQuarter) expect(Math.abs(share - due)).toBeLessThan(0.1);
  });

  it('would break its promise without the slots that are kept for it', () => {
    const { shares } = aDay({ newcomers: 24, pages: 1_200, guaranteeShare: 0 });
    expect(shares.filter((share) => share < 0.97).length).toBeGreaterThan(12);
  });

  it('shares what there is when it has promised more than the feed can hold', () => {
    // 96 x 100 promised, and a fifth of 1,200 x 20 slots is half of it.
    const { shares } = aDay({ newcomers: 96, pages: 1_200 });
    expect(Math.min(...shares)).toBeGreaterThan(0.35);
  });
});
