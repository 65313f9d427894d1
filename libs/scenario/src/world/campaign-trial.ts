import {
  type CampaignLiftRegistration,
  campaignLiftTerms,
  dayInShanghai,
  type HoldoutAsk,
  planHoldout,
  type ReaderArm,
  readersReached,
  registrationOf,
  shiftDay,
} from '@poolrise/domain';
import { demoSeed } from '../cast/cast';
import { RandomStream } from '../random';
import { readerCount } from '../readers/synthetic-reader';
import type { WorldBoost } from './boosting';
import type { HourTable } from './hour-table';
import { Surroundings } from './surroundings';
import { slotWonByOwn, type WorldTrialHour } from './trials';
import type { WorldNote } from './world-note';

/** A campaign of the history that was kept from some readers: its boosts, and what was found. */
export interface WorldCampaignTrial {
  workspaceId: string;
  from: number;
  to: number;
  boostIds: string[];
  budgetCents: number;
  registration: CampaignLiftRegistration;
  hours: Omit<WorldTrialHour, 'trialId'>[];
}

const hourMs = 3_600_000;
const { windowHours, alpha, power } = campaignLiftTerms;
const share = 0.1;
const ask: HoldoutAsk = { share, metric: 'readers', minimumEffect: 0.03 };
/** Of readers who opened one of the advertised notes, the share who search for its words within three days; of the others [P]. */
const searches = { won: 0.06, anyway: 0.004 };

/**
 * The campaign of a workspace in the third week before now, with all that was boosted in it: each reader of the exposed is taken in
 * by the first impression, is shown more of it on the next days, and does what the feed's own hours say beside that.
 */
export function campaignTrialOf(
  world: { notes: readonly WorldNote[]; hours: HourTable; boosts: readonly WorldBoost[]; endsAt: number },
  workspaceId: string,
  words: Pick<CampaignLiftRegistration, 'keywords' | 'negatives'>,
): WorldCampaignTrial {
  const today = dayInShanghai(new Date(world.endsAt));
  const dayBefore = (days: number) => Date.parse(`${shiftDay(today, -days)}T00:00:00+08:00`);
  const [from, to] = [dayBefore(27), dayBefore(12)];
  const boosts = world.boosts.filter(
    ({ plan, holdout, workspaceId: of }) =>
      of === workspaceId && !holdout && plan.startsAt >= from && plan.endsAt <= to,
  );
  const noted = new Set(boosts.map(({ note }) => note));
  const around = new Surroundings(world.notes, world.hours, workspaceId, (note) => noted.has(note));
  const random = new RandomStream(demoSeed, 'campaign trial', workspaceId);
  const salt = random.uuid();
  const registeredAt = from - 30 * hourMs;
  const baseRate = around.within(from - windowHours * hourMs, windowHours).brandRead + 0.5 / readerCount;
  const impressions = boosts.reduce((sum, { plan }) => sum + plan.plannedImpressions, 0);
  const planned = planHoldout({
    ...ask,
    alpha,
    power,
    windowHours,
    baseRate,
    readersExpected: readersReached(impressions, share, readerCount),
    durationHours: (to - from) / hourMs,
  });
  const about = { terms: campaignLiftTerms, salt, now: registeredAt, endsAt: to };
  return {
    workspaceId,
    from,
    to,
    boostIds: boosts.map(({ id }) => id),
    budgetCents: boosts.reduce((sum, { plan }) => sum + plan.budgetCents, 0),
    registration: { ...registrationOf(ask, { ...planned, baseRate }, about), ...words },
    hours: armsOf({ workspaceId, boosts, around, random }),
  };
}

interface Paid {
  impressions: number;
  reads: number;
  acts: number;
  follows: number;
}

/** Readers by the hour in which they were first chosen; who was chosen again and again is taken in once. */
function armsOf(trial: {
  workspaceId: string;
  boosts: readonly WorldBoost[];
  around: Surroundings;
  random: RandomStream;
}): Omit<WorldTrialHour, 'trialId'>[] {
  const { around, random } = trial;
  const paid = paidHours(trial.boosts);
  const exposed = readerCount * (1 - share);
  let shown = 0;
  return [...paid.keys()]
    .sort((a, b) => a - b)
    .flatMap((hour) => {
      const now = paid.get(hour) as Paid;
      const taken = random.poisson(
        exposed * (Math.exp(-shown / exposed) - Math.exp(-(shown + now.impressions) / exposed)),
      );
      shown += now.impressions;
      const heldOut = random.poisson((taken * share) / (1 - share));
      const chances = around.within(hour, windowHours);
      const later = paidWithin(paid, hour + hourMs, hour + windowHours * hourMs);
      const won = (what: 'reads' | 'acts' | 'follows') =>
        1 - (1 - Math.min(1, now[what] / now.impressions)) * Math.exp(-later[what] / exposed);
      const row = (arm: ReaderArm, readers: number, by: (what: keyof Paid) => number) => {
        const either = (organic: number, advertised: number) =>
          random.binomial(readers, 1 - (1 - organic) * (1 - advertised));
        const read = by('reads');
        return {
          workspaceId: trial.workspaceId,
          hour: hour + windowHours * hourMs,
          arm,
          readers,
          acting: either(chances.brandRead, read),
          engaged: either(chances.brandEngage, by('acts')),
          followed: either(chances.brandFollow, by('follows')),
          searched: either(searches.anyway, read * searches.won),
          otherShown: random.binomial(readers, chances.otherShown),
          otherAdvertised: random.binomial(
            readers,
            Math.min(1, chances.otherAdvertised * (arm === 'held-out' ? slotWonByOwn : 1)),
          ),
          otherRead: random.binomial(readers, chances.otherRead),
        };
      };
      return [
        row('exposed', taken, (what) => (what === 'impressions' ? 1 : won(what))),
        row('held-out', heldOut, () => 0),
      ];
    });
}

function paidHours(boosts: readonly WorldBoost[]): Map<number, Paid> {
  const paid = new Map<number, Paid>();
  for (const { hours } of boosts)
    for (const [hour, counts] of hours) {
      const sum = paid.get(hour) ?? { impressions: 0, reads: 0, acts: 0, follows: 0 };
      sum.impressions += counts.impressions;
      sum.reads += counts.clicks;
      sum.acts += counts.likes + counts.collects + counts.comments + counts.shares + counts.follows;
      sum.follows += counts.follows;
      paid.set(hour, sum);
    }
  return paid;
}

function paidWithin(paid: ReadonlyMap<number, Paid>, from: number, to: number): Paid {
  const sum = { impressions: 0, reads: 0, acts: 0, follows: 0 };
  for (let hour = from; hour < to; hour += hourMs) {
    const of = paid.get(hour);
    if (!of) continue;
    sum.impressions += of.impressions;
    sum.reads += of.reads;
    sum.acts += of.acts;
    sum.follows += of.follows;
  }
  return sum;
}
