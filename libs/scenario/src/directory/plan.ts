import { cities, type CityKey, cityKeys, type FraudKind } from '@poolrise/domain';
import type { Cast } from '../cast/cast';
import type { CastCreator } from '../cast/creators';
import { fractionOf, RandomStream } from '../random';
import { directoryFigures } from './figures';
import { accountOf, anyAccount } from './population';

/** What was injected. Never shown as a finding: it is what findings are measured against. */
export interface FraudLabel {
  kind: FraudKind;
  /** 0.15, hardly worth the money, to 1, without shame */
  strength: number;
  /** share of the creator's notes that were tampered with, where notes were */
  noteShare: number;
  /** accounts of a pod, the same for all its creators; empty otherwise */
  accounts: readonly number[];
}

/** What concerns more than one creator, decided before any is written. */
export interface DirectoryPlan {
  labels: ReadonlyMap<string, FraudLabel>;
  /** accounts of friends who comment under one another's notes for the pleasure of it */
  friends: ReadonlyMap<string, readonly number[]>;
  homes: ReadonlyMap<string, CityKey>;
  /** people who comment everywhere */
  regulars: readonly number[];
}

/** The number of the account that belongs to a creator. */
export const accountOfCreator = (creator: Pick<CastCreator, 'id'>): number =>
  accountOf(Math.floor(fractionOf(creator.id) * 4_294_967_296));

export function directoryPlan(cast: Cast): DirectoryPlan {
  const stream = (part: string) => new RandomStream(cast.seed, 'directory', part);
  const random = stream('labels');
  const labels = new Map<string, FraudLabel>();
  const honest = cast.creators.filter(({ id }) => id !== cast.xiaoman.id);
  const count = (kind: FraudKind): number =>
    Math.round(directoryFigures.fraud.value[kind] * cast.creators.length);

  for (const pod of podsOf(random, honest, count('comment-pod'))) {
    const accounts = [
      ...pod.map(accountOfCreator),
      ...Array.from({ length: Math.max(0, random.between(26, 34) - pod.length) }, () => anyAccount(random)),
    ];
    const strength = strengthOf(random);
    for (const { id } of pod)
      labels.set(id, { kind: 'comment-pod', strength, noteShare: 0.4 + 0.6 * random.next(), accounts });
  }
  for (const kind of ['bought-likes', 'bought-followers'] as const) {
    const rest = honest.filter(({ id }) => !labels.has(id));
    for (const { id } of drawBy(random, rest, count(kind), temptation))
      labels.set(id, {
        kind,
        strength: strengthOf(random),
        noteShare: 0.3 + 0.6 * random.next(),
        accounts: [],
      });
  }
  return {
    labels,
    friends: circles(stream('circles'), cast.creators),
    homes: homesOf(cast),
    regulars: regularsOf(stream('regulars')),
  };
}

const strengthOf = (random: RandomStream): number => 0.15 + 0.85 * random.next() ** 0.75;

/** Who sells notes has a reason to look better. */
const temptation = ({ followers, diligence }: CastCreator): number =>
  (followers >= directoryFigures.offersFrom.value ? 3 : 1) * Math.min(2, diligence);

/** `count` of them by weight and each once. Source: Efraimidis and Spirakis 2006. */
function drawBy(
  random: RandomStream,
  creators: readonly CastCreator[],
  count: number,
  weight: (creator: CastCreator) => number,
): CastCreator[] {
  const keyed = creators.map((creator) => ({ creator, key: Math.log(1 - random.next()) / weight(creator) }));
  return keyed
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ creator }) => creator);
}

/** Groups of 8 to 15 who write in one language. */
function podsOf(random: RandomStream, creators: readonly CastCreator[], count: number): CastCreator[][] {
  if (count < 4) return [];
  const chinese = creators.filter(({ language }) => language === 'zh');
  const drawn = drawBy(random, chinese, Math.max(8, count), ({ diligence }) => Math.min(2, diligence) ** 2);
  const groups = Math.max(1, Math.round(drawn.length / 11));
  const ends = Array.from({ length: groups + 1 }, (_, at) => Math.round((at * drawn.length) / groups));
  // Neighbours give one another up to two members, so that not all pods are of one size.
  for (let at = 1; at < groups; at++) ends[at] = (ends[at] ?? 0) + random.between(-1, 1);
  return ends.slice(1).map((end, at) => drawn.slice(ends[at], end));
}

/** Three to five creators of one subject and city tier, seldom up to nine, who like each other, with friends they share. */
function circles(random: RandomStream, creators: readonly CastCreator[]): Map<string, readonly number[]> {
  const alike = new Map<string, CastCreator[]>();
  for (const creator of creators) {
    if (!random.chance(0.15)) continue;
    const key = `${creator.language} ${creator.categories[0]} ${creator.cityTier.startsWith('tier') ? 'all' : 'new'}`;
    alike.set(key, [...(alike.get(key) ?? []), creator]);
  }
  const friends = new Map<string, readonly number[]>();
  for (const group of alike.values())
    for (let from = 0; from + 2 < group.length;) {
      const circle = group.slice(
        from,
        from + (random.chance(0.1) ? random.between(6, 9) : random.between(3, 5)),
      );
      from += circle.length;
      const shared = [
        ...circle.map(accountOfCreator),
        ...Array.from({ length: random.between(2, 9) }, () => anyAccount(random)),
      ];
      for (const { id } of circle) friends.set(id, shared);
    }
  return friends;
}

const regularsOf = (random: RandomStream): number[] => Array.from({ length: 600 }, () => anyAccount(random));

function homesOf({ seed, creators }: Cast): Map<string, CityKey> {
  const among = (wanted: (city: (typeof cities)[CityKey]) => boolean): CityKey[] =>
    cityKeys.filter((key) => wanted(cities[key]));
  const overseas = among(({ province }) => province === 'overseas');
  const untiered = among(({ province, tier }) => tier === null && province !== 'overseas');
  return new Map(
    creators.map(({ id, language, cityTier }): [string, CityKey] => {
      const random = new RandomStream(seed, 'directory', id, 'home');
      const abroad = directoryFigures.livesOverseas.value[language];
      const home = random.next();
      if (home < abroad) return [id, random.pick(overseas)];
      if (home < abroad + 0.015) return [id, random.pick(untiered)];
      return [id, random.pick(among(({ tier }) => tier === cityTier))];
    }),
  );
}
