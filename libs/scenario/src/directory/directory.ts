import { cities, type FollowersOnDay, type ObservedNote } from '@poolrise/domain';
import type { Cast } from '../cast/cast';
import type { CastCreator } from '../cast/creators';
import { fractionOf, RandomStream } from '../random';
import {
  appealOf,
  type AudienceAsk,
  type AudienceCell,
  type AudienceHashes,
  drawAudience,
  drawAudienceByAge,
} from './audience';
import { fansOf } from './commenters';
import { lastDays } from './days';
import { directoryFigures } from './figures';
import { followerDays, followersByDay } from './followers';
import { withBoughtLikes, withPodComments } from './fraud';
import { type Employer, employersOf, workedFor } from './note-texts';
import { type Manner, mannerOf, notesOf } from './notes';
import { type DirectoryPlan, directoryPlan, type FraudLabel } from './plan';
import { type AudienceMember, regionOf } from './population';
import { type AudienceProfile, profileOf } from './portrait';
import { priceHistoryOf, type PricesFromDay, pricesOf } from './prices';
import { type DirectoryRecord, recordOf } from './record';

/** Everything that a platform would show of one creator, and what of it is not true. */
export interface DirectoryEntry extends AudienceProfile {
  creator: CastCreator;
  record: DirectoryRecord;
  /** 120 days ending yesterday, with the creator's followers */
  followersByDay: FollowersOnDay[];
  priceHistory: PricesFromDay[];
  /** of the last 90 days, oldest first */
  notes: ObservedNote[];
  /** the sketch of those who follow, of all or of some kinds of people; see `drawAudience` */
  audience(where?: (member: AudienceMember) => boolean, size?: number): AudienceHashes;
  /** the same by gender and age, for targets made of these */
  audienceByAge(size?: number, share?: number): AudienceCell[];
  /** null for the honest. Kept beside, so that findings can be measured; never shown as one */
  label: FraudLabel | null;
}

/**
 * The directory of creators as the platform shows it at `now`: one entry after the other in the order of the cast, so that
 * never more than one is in memory. The same cast and the same hour give the same directory; every creator draws from streams
 * of her own, so that none moves another's numbers.
 */
export function* directoryOf(cast: Cast, now: Date): Generator<DirectoryEntry> {
  const plan = directoryPlan(cast);
  const employers = employersOf(cast);
  const days = lastDays(now, followerDays);
  for (const creator of cast.creators) yield entryOf({ cast, now, plan, employers, days, creator });
}

interface EntryAsk {
  cast: Cast;
  now: Date;
  plan: DirectoryPlan;
  employers: readonly Employer[];
  days: readonly string[];
  creator: CastCreator;
}

function entryOf({ cast, now, plan, employers, days, creator }: EntryAsk): DirectoryEntry {
  const stream = (part: string) => new RandomStream(cast.seed, 'directory', creator.id, part);
  const label = plan.labels.get(creator.id) ?? null;
  const city = plan.homes.get(creator.id) ?? 'shanghai';
  const ofPrices = stream('prices');
  const prices = pricesOf(ofPrices, creator);
  const takesOrders = prices.pictureCents !== null || prices.videoCents !== null;
  const ofManner = stream('manner');
  const subject = creator.categories[0] ?? 'lifestyle';
  const manner: Manner = {
    ...mannerOf(ofManner, creator),
    creator,
    utcOffset: directoryFigures.utcOffsets.value[city] ?? null,
    employers: takesOrders ? workedFor(ofManner, creator, employers) : [],
    scene: {
      subject,
      fans: fansOf(ofManner, subject, creator.followers),
      friends: plan.friends.get(creator.id) ?? [],
      regulars: plan.regulars,
    },
  };
  const notes = tampered(stream('fraud'), notesOf(stream('notes'), manner, now), label);
  const audience: AudienceAsk = {
    seed: Math.floor(fractionOf(`${cast.seed} ${creator.id}`) * 4_294_967_296),
    appeal: appealOf(stream('audience'), creator, regionOf(cities[city].province)),
    followers: creator.followers,
  };
  return {
    creator,
    label,
    notes,
    record: recordOf(stream('record'), {
      creator,
      city,
      prices,
      employers: manner.employers,
      notes,
      label,
      now,
    }),
    followersByDay: followersByDay(stream('followers'), {
      followers: creator.followers,
      followRate: manner.rates.follow,
      notes,
      label,
      now,
      days,
    }),
    priceHistory: priceHistoryOf(ofPrices, now, prices),
    ...profileOf(stream('portrait'), audience, label),
    audience: (where, size) => drawAudience(audience, where, size),
    audienceByAge: (size, share) => drawAudienceByAge(audience, size, share),
  };
}

/** The notes with what was done to some of them. */
function tampered(random: RandomStream, notes: ObservedNote[], label: FraudLabel | null): ObservedNote[] {
  if (label === null || label.kind === 'bought-followers') return notes;
  const careful = random.chance(0.3);
  return notes.map((note) => {
    if (!random.chance(label.noteShare)) return note;
    return label.kind === 'bought-likes'
      ? withBoughtLikes(random, note, { strength: label.strength, careful })
      : withPodComments(random, note, label);
  });
}
