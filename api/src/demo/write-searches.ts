import {
  type CampaignKeyword,
  dayInShanghai,
  matchSearch,
  rails,
  shareCents,
  shiftDay,
} from '@poolrise/domain';
import { RandomStream, type World, type WorldBoost, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { queryKey } from '../feed/searches';
import { searchWordsOf } from '../words/segment';

/** The words of the tea brand: of its campaign, and of its boost in search. */
export const teaWords: { keywords: CampaignKeyword[]; negatives: string[] } = {
  keywords: [
    { text: '冷泡茶', match: 'phrase' },
    { text: '茉莉花茶', match: 'exact' },
    { text: '秋冬 养生茶', match: 'broad' },
    { text: 'cold brew tea', match: 'broad' },
  ],
  negatives: ['奶茶', 'bubble tea'],
};

/** What readers search for, how often a day, and whether the brand's notes are found by it. */
const searched: readonly [text: string, aDay: number, findsTea: boolean][] = [
  ['冷泡茶', 60, true],
  ['冷泡茶做法', 22, true],
  ['桂花乌龙冷泡茶', 18, true],
  ['办公室冷泡茶', 9, true],
  ['茉莉花茶', 30, true],
  ['秋冬养生茶', 16, true],
  ['cold brew tea', 12, true],
  ['best cold brew tea', 6, true],
  ['陈皮白茶', 24, true],
  ['凤凰单丛怎么泡', 14, true],
  ['茶包礼盒送长辈', 11, true],
  ['燕麦奶茶', 20, false],
  ['手冲咖啡', 40, false],
  ['巴斯克蛋糕', 35, false],
];
const days = 9;
const nil = '00000000-0000-0000-0000-000000000000';

/** The running boost of the tea brand that stands in search: the one of most impressions that is no part of a trial or a race. */
export function searchBoostOf({ boosts, trials, races, cast }: World): WorldBoost | undefined {
  const brand = workspaceOf(cast, 'lin').id;
  const bound = new Set([
    ...trials.map(({ boostId }) => boostId),
    ...races.flatMap(({ rounds }) => rounds.flatMap((round) => round.boosts.map((boost) => boost?.id))),
  ]);
  return boosts
    .filter(({ workspaceId, state, id }) => workspaceId === brand && state === 'running' && !bound.has(id))
    .toSorted((a, b) => b.deliveredImpressions - a.deliveredImpressions)[0];
}

interface Slots {
  noteId: string;
  day: string;
  text: string;
  boostId: string;
  keyword: number;
  counts: { impressions: number; reads: number; first: number; otherPlace: number; pages: number };
}

/** What was searched for within the last days, and where the notes of the tea brand stood: as often as its counters say. */
export async function writeSearches(client: pg.Client, world: World, now: number): Promise<void> {
  const workspaceId = workspaceOf(world.cast, 'lin').id;
  const random = new RandomStream('searches', 'demo', 0);
  const slots = [...boughtSlots(world), ...(await foundSlots(client, workspaceId, random, now))];
  const today = dayInShanghai(new Date(now));
  const counts = new Map<string, number>();
  for (let ago = 0; ago < days; ago++)
    for (const [text, aDay] of searched)
      counts.set(`${shiftDay(today, -ago)} ${text}`, Math.round(aDay * random.around1(0.2)));
  // Whoever saw a note on a page has searched for it, and so have others who did not.
  const pages = new Map<string, number>();
  for (const { day, text, counts: seen } of slots) {
    const key = `${day} ${text}`;
    pages.set(key, (pages.get(key) ?? 0) + seen.pages);
  }
  for (const [key, seen] of pages) counts.set(key, Math.max(counts.get(key) ?? 0, Math.ceil(seen * 1.3)));
  await client.query(
    `insert into search_query (key, text, first_at) select key, text, $3 from unnest($1::bigint[], $2::text[]) as q(key, text)`,
    [
      searched.map(([text]) => queryKey(text)),
      searched.map(([text]) => text),
      new Date(now - days * 86_400_000),
    ],
  );
  const rows = [...counts].map(([key, searches]) => ({
    day: key.slice(0, 10),
    text: key.slice(11),
    searches,
  }));
  await client.query(
    `insert into search_query_day (day, query_key, searches) select * from unnest($1::date[], $2::bigint[], $3::integer[])`,
    [rows.map(({ day }) => day), rows.map(({ text }) => queryKey(text)), rows.map((row) => row.searches)],
  );
  const of = (value: (slot: Slots) => string | number) => slots.map(value);
  await client.query(
    `insert into search_note_day (note_id, day, query_key, boost_id, keyword, workspace_id, impressions, reads, position_sum, first_places, top_threes, pages)
     select note_id, day, query_key, boost_id, keyword, $6, sum(impressions), sum(reads), sum(first + place * (impressions - first)), sum(first),
            sum(case when place <= 3 then impressions else first end), sum(pages)
       from unnest($1::uuid[], $2::date[], $3::bigint[], $4::uuid[], $5::integer[], $7::integer[], $8::integer[], $9::integer[], $10::integer[], $11::integer[])
         as slot(note_id, day, query_key, boost_id, keyword, impressions, reads, first, place, pages)
      where impressions > 0 group by note_id, day, query_key, boost_id, keyword`,
    [
      of(({ noteId }) => noteId),
      of(({ day }) => day),
      of(({ text }) => queryKey(text)),
      of(({ boostId }) => boostId),
      of(({ keyword }) => keyword),
      workspaceId,
      of((slot) => slot.counts.impressions),
      of((slot) => slot.counts.reads),
      of((slot) => slot.counts.first),
      of((slot) => slot.counts.otherPlace),
      of((slot) => slot.counts.pages),
    ],
  );
}

/** What the boost in search delivered, split over the searches that meet its words. */
function boughtSlots(world: World): Slots[] {
  const boost = searchBoostOf(world);
  if (!boost) return [];
  const met = searched.flatMap(([text, aDay]) => {
    const match = matchSearch(text, teaWords, searchWordsOf);
    if (!match.shown) return [];
    return [{ text, aDay, keyword: teaWords.keywords.findIndex((own) => own.text === match.keyword) + 1 }];
  });
  return [...boost.hours].flatMap(([hour, counts]) => {
    const impressions = shareCents(
      counts.impressions,
      met.map(({ aDay }) => aDay),
    );
    const reads = shareCents(counts.clicks, impressions);
    return met.map(({ text, keyword }, at): Slots => {
      const seen = impressions[at] ?? 0;
      return {
        noteId: world.notes[boost.note]?.id ?? '',
        day: dayInShanghai(new Date(hour)),
        text,
        boostId: boost.id,
        keyword,
        // Another brand had the first place now and then.
        counts: {
          impressions: seen,
          reads: reads[at] ?? 0,
          first: Math.ceil(seen * 0.7),
          otherPlace: 6,
          pages: seen,
        },
      };
    });
  });
}

/** Impressions that the brand's notes had in search by their counters, each note found by two of the searches. */
async function foundSlots(
  client: pg.Client,
  workspaceId: string,
  random: RandomStream,
  now: number,
): Promise<Slots[]> {
  const { rows } = await client.query<{ id: string; day: string; impressions: number; reads: number }>(
    `select note_id as id, to_char(hour at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, sum(impressions)::integer as impressions,
            sum(clicks)::integer as reads
       from engagement_hour where workspace_id = $1 and rail = $2 and hour >= $3 group by 1, 2 order by 1, 2`,
    [workspaceId, rails.indexOf('search'), new Date(now - (days - 1) * 86_400_000)],
  );
  const texts = searched.filter(([, , findsTea]) => findsTea);
  const places = new Map<string, { texts: string[]; place: number }>();
  return rows.flatMap(({ id, day, impressions, reads }) => {
    const place = places.get(id) ?? {
      texts: [random.pick(texts)[0], random.pick(texts)[0]],
      place: random.between(2, 8),
    };
    places.set(id, place);
    const seen = shareCents(impressions, [2, 1]);
    const opened = impressions > 0 ? shareCents(Math.min(reads, impressions), seen) : [0, 0];
    return place.texts.map((text, at): Slots => {
      const shown = seen[at] ?? 0;
      const counts = {
        impressions: shown,
        reads: opened[at] ?? 0,
        first: Math.floor(shown / 10),
        otherPlace: place.place,
        pages: Math.ceil(shown * 0.8),
      };
      return { noteId: id, day, text, boostId: nil, keyword: 0, counts };
    });
  });
}
