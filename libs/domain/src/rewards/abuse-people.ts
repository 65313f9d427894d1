import type { CredibilityTest } from '../creators/credibility/evidence';
import { growthLevel } from '../growth/growth-levels';
import type { Chance } from '../probability/gamma-draw';
import type { ClaimFacts } from './hold-claim';
import { neededOf } from './measure-progress';
import type { PlanPerson } from './plan-people';
import type { Reward, RewardTerms } from './reward-plan';

/** Those who take part for the reward alone: what they fake. */
export const abuserKinds = ['follower-farm', 'read-buyer', 'many-desks', 'note-spam'] as const;
export type AbuserKind = (typeof abuserKinds)[number];

/** A person of the simulation: honest where there is no kind. `facts` is what the hold will know when they claim. */
export interface Claimant {
  kind: AbuserKind | null;
  person: PlanPerson;
  facts: Omit<ClaimFacts, 'reads' | 'opened' | 'readers'> & {
    quarantinedShare: number;
    readersPerRead: number;
  };
  /** uniform: held claims are decided rightly below `operatorRight` */
  decided: number;
  /** uniform: tries where it is below the part of its kind for whom the plan pays */
  tries: number;
}

/**
 * [P] Prices of cheating, in cents, as sellers of such services quote them in public reports of the platform's own campaigns
 * against them; orders of magnitude, not facts. A note of spam is five minutes of a phone farm's time.
 */
export const cheatingPrices = {
  follower: 3,
  read: 1.5,
  spamNote: 120,
  /** a desk that speaks for nobody, and one that speaks for a verified account */
  freeDesk: 300,
  tiedDesk: 6_000,
} as const;
/** [P] What a cheat makes of a reward: vouchers are sold on at a third of what they save, cash is cash. */
const resale = 1 / 3;

/** What one claim is worth to somebody who wants the money alone, in cents. */
export function worthToCheats(rewards: readonly Reward[], centsPerThousand: number): number {
  return rewards.reduce((sum, reward) => {
    if (reward.kind === 'cash') return sum + reward.cents;
    if (reward.kind === 'voucher-cents') return sum + reward.faceCents * resale;
    if (reward.kind === 'voucher-impressions')
      return sum + (reward.impressions / 1_000) * centsPerThousand * resale;
    return sum;
  }, 0);
}

/** What one claim costs somebody who cheats in this way, in cents. */
export function costOfCheating(kind: AbuserKind, plan: Pick<RewardTerms, 'eligibility' | 'tasks'>): number {
  const { freeDesk, tiedDesk, follower, read, spamNote } = cheatingPrices;
  const { eligibility, tasks } = plan;
  const asksTie = eligibility.accountTied || eligibility.followersMin !== null;
  const followers = (eligibility.followersMin ?? 0) * follower;
  // A level has to be grown into first, with notes and with readers.
  const grown = eligibility.growthLevelMin === null ? {} : growthLevel(eligibility.growthLevelMin).rules;
  const growing = (grown.naturalReads ?? 0) * read;
  const reads = tasks.reduce((sum, task) => sum + (task.kind === 'reads' ? task.total * read : 0), growing);
  const notes = tasks.reduce(
    (most, task) =>
      task.kind === 'publish' || task.kind === 'pool-level' ? Math.max(most, neededOf(task)) : most,
    1,
  );
  const before = Math.max(eligibility.notesInDays?.notes ?? 0, grown.notesPassed ?? 0);
  const written = (notes + before) * spamNote + growing;
  switch (kind) {
    case 'follower-farm':
      return freeDesk + followers + written;
    // Has the followers: a small account of its own.
    case 'read-buyer':
      return reads + notes * spamNote;
    case 'many-desks':
      return (asksTie ? tiedDesk : freeDesk) + followers / 2 + written;
    case 'note-spam':
      return freeDesk + followers + 1.5 * written;
  }
}

const tests: readonly CredibilityTest[] = [
  'follower-steps',
  'engaged-followers',
  'night-burst',
  'impossible-reads',
];
const few = (chance: Chance, mean: number): CredibilityTest[] => {
  const count = Math.floor(-Math.log(1 - chance.next()) * mean + chance.next() * 0.5);
  return tests.slice(0, Math.min(tests.length, count));
};

/** [P] An honest creator: a little quarantined traffic that nobody asked for, now and then an unusual test. */
export const anHonest = (person: PlanPerson, chance: Chance): Claimant => ({
  kind: null,
  person,
  facts: {
    quarantined: 0,
    quarantinedShare: -0.008 * Math.log(1 - chance.next()),
    readersPerRead: 1 - 0.2 * chance.next(),
    unusual: few(chance, 0.2),
    sharedDesks: chance.next() < 0.006 ? 1 : 0,
  },
  decided: chance.next(),
  tries: chance.next(),
});

/**
 * [P] Somebody who cheats. Each kind fakes what it is named for and nothing else: a farm has followers and no readers, one who
 * buys reads has them from few readers, many desks of one person do what is asked and no more, spam is many notes that
 * nobody reads.
 */
export function anAbuser(kind: AbuserKind, model: PlanPerson, chance: Chance): Claimant {
  const own = chance.next();
  const person: PlanPerson = {
    ...model,
    weight: 1,
    account: { ...model.account, daysSinceViolation: own < 0.25 ? Math.floor(30 * chance.next()) : null },
    // They come for the plan: at once, and claim in the first hour.
    joins: 0,
    hearsAfter: 0.5 * chance.next(),
    claimsAfter: 0.05 * chance.next(),
    effort: 1,
    tied: chance.next() < tiedPart[kind],
  };
  const facts = factsOf(kind, chance);
  if (kind === 'read-buyer') person.readsMiddle = Math.max(1, model.readsMiddle);
  else
    person.readsMiddle =
      kind === 'many-desks' ? model.readsMiddle * 0.3 : Math.max(3, model.readsMiddle * 0.08);
  // Notes of the month before are cheap where they cost nothing else.
  person.notesBefore = kind === 'read-buyer' ? model.notesBefore : Math.floor(3 * chance.next());
  person.noteDays = kind === 'note-spam' ? spread(8, model, chance) : spread(1, model, chance);
  return { kind, person, facts, decided: chance.next(), tries: chance.next() };
}

const tiedPart: Readonly<Record<AbuserKind, number>> = {
  'follower-farm': 0.5,
  'read-buyer': 0.95,
  'many-desks': 0.15,
  'note-spam': 0.1,
};

function factsOf(kind: AbuserKind, chance: Chance): Claimant['facts'] {
  const quarantinedShare = kind === 'read-buyer' ? 0.5 * chance.next() ** 0.5 : 0.02 * chance.next();
  // Readers that are not one's own cost more than reads: most who buy take few and send them again.
  const readersPerRead = kind === 'read-buyer' ? chance.next() ** 0.7 : 1 - 0.2 * chance.next();
  const unusual =
    kind === 'follower-farm' ? few(chance, 3) : kind === 'read-buyer' ? few(chance, 1.6) : few(chance, 0.3);
  const sharedDesks = kind === 'many-desks' && chance.next() < 0.65 ? 7 : 0;
  return { quarantined: 0, quarantinedShare, readersPerRead, unusual, sharedDesks };
}

const spread = (notes: number, model: PlanPerson, chance: Chance): number[] =>
  Array.from({ length: notes }, () => 2 * chance.next() + 0.1 * Math.min(1, model.joins)).sort(
    (a, b) => a - b,
  );
