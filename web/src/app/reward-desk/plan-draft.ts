import type { RewardGift, RewardPlanTerms } from '@poolrise/contracts';
import {
  type Category,
  claimDaysUsual,
  growthLevelMost,
  lateHoursUsual,
  rewardsMost,
} from '@poolrise/domain';
import { centsOf } from '../ui/cents-of';
import { dayOf, endOfDay } from '../ui/shanghai-day';
import { wholeOf } from '../ui/whole-of';

/** A plan as it is typed: numbers, money and days are text until they are sent; empty asks or gives nothing. */
export interface PlanDraft {
  nameZh: string;
  nameEn: string;
  summaryZh: string;
  summaryEn: string;
  opens: string;
  closes: string;
  quota: string;
  followersMin: string;
  followersMax: string;
  notes: string;
  notesDays: string;
  violation: string;
  growth: string;
  tied: boolean;
  categories: readonly Category[];
  publish: string;
  topic: string;
  reads: string;
  interactions: string;
  pool: string;
  poolLevel: string;
  impressions: string;
  face: string;
  minimum: string;
  cash: string;
  validDays: string;
  session: boolean;
  badgeZh: string;
  badgeEn: string;
}

export type PlanField =
  | 'nameZh'
  | 'nameEn'
  | 'summaryZh'
  | 'summaryEn'
  | 'opens'
  | 'closes'
  | 'quota'
  | 'followersMin'
  | 'followersMax'
  | 'notes'
  | 'violation'
  | 'growth'
  | 'tasks'
  | 'topic'
  | 'pool'
  | 'rewards'
  | 'minimum'
  | 'validDays'
  | 'badge';

const dayMs = 86_400_000;
export const planLengths = {
  nameZh: 40,
  nameEn: 80,
  summaryZh: 400,
  summaryEn: 800,
  topic: 30,
  badgeZh: 20,
  badgeEn: 40,
};

/** Two weeks from tomorrow; the rules that stop most cheating stand already. */
export const emptyPlan = (now: number): PlanDraft => ({
  nameZh: '',
  nameEn: '',
  summaryZh: '',
  summaryEn: '',
  opens: dayOf(now + dayMs),
  closes: dayOf(now + 14 * dayMs),
  quota: '500',
  followersMin: '',
  followersMax: '5000',
  notes: '2',
  notesDays: '30',
  violation: '30',
  growth: '',
  tied: true,
  categories: [],
  publish: '3',
  topic: '',
  reads: '1000',
  interactions: '',
  pool: '',
  poolLevel: '1',
  impressions: '2000',
  face: '',
  minimum: '',
  cash: '',
  validDays: '30',
  session: false,
  badgeZh: '',
  badgeEn: '',
});

/** The form of terms that were kept. */
export function draftOf(terms: RewardPlanTerms): PlanDraft {
  const { eligibility, tasks, rewards } = terms;
  const task = <Kind extends RewardPlanTerms['tasks'][number]['kind']>(kind: Kind) =>
    tasks.find((one): one is Extract<RewardPlanTerms['tasks'][number], { kind: Kind }> => one.kind === kind);
  const gift = <Kind extends RewardGift['kind']>(kind: Kind) =>
    rewards.find((one): one is Extract<RewardGift, { kind: Kind }> => one.kind === kind);
  const [publish, pool, voucher, ad, cash, badge] = [
    task('publish'),
    task('pool-level'),
    gift('voucher-impressions'),
    gift('voucher-cents'),
    gift('cash'),
    gift('badge'),
  ];
  const text = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  const yuan = (cents: number | undefined): string => (cents === undefined ? '' : String(cents / 100));
  return {
    nameZh: terms.name.zh,
    nameEn: terms.name.en,
    summaryZh: terms.summary.zh,
    summaryEn: terms.summary.en,
    opens: dayOf(Date.parse(terms.opensAt)),
    closes: dayOf(Date.parse(terms.closesAt) - 1),
    quota: String(terms.quota),
    followersMin: text(eligibility.followersMin),
    followersMax: text(eligibility.followersMax),
    notes: text(eligibility.notesInDays?.notes),
    notesDays: text(eligibility.notesInDays?.days ?? 30),
    violation: text(eligibility.noViolationDays),
    growth: text(eligibility.growthLevelMin),
    tied: eligibility.accountTied,
    categories: eligibility.categories,
    publish: text(publish?.notes),
    topic: publish?.topicTag ?? '',
    reads: text(task('reads')?.total),
    interactions: text(task('interactions')?.total),
    pool: text(pool?.notes),
    poolLevel: text(pool?.level ?? 1),
    impressions: text(voucher?.impressions),
    face: yuan(ad?.faceCents),
    minimum: yuan(ad?.minimumBudgetCents),
    cash: yuan(cash?.cents),
    validDays: text(voucher?.validDays ?? ad?.validDays ?? 30),
    session: gift('guidance-session') !== undefined,
    badgeZh: badge?.name.zh ?? '',
    badgeEn: badge?.name.en ?? '',
  };
}

const startOfDay = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const empty = (text: string): boolean => text.trim() === '';
const within = (text: string, least: number, most: number): boolean => {
  const whole = wholeOf(text);
  return whole !== null && whole >= least && whole <= most;
};
const orEmpty = (text: string, least: number, most: number): boolean =>
  empty(text) || within(text, least, most);
const money = (text: string): boolean => {
  const cents = centsOf(text);
  return cents !== null && cents >= 100 && cents <= 100_000_000;
};
const countMost = 10_000_000;

/** What keeps the plan from being saved or worked out. */
export function planFaults(draft: PlanDraft, now: number): PlanField[] {
  const written = (field: 'nameZh' | 'nameEn' | 'summaryZh' | 'summaryEn'): boolean =>
    !empty(draft[field]) && draft[field].trim().length <= planLengths[field];
  const { followersMin, followersMax, publish, reads, interactions, pool } = draft;
  const bounds = [wholeOf(followersMin), wholeOf(followersMax)];
  const tasksGood =
    [publish, pool].every((text) => orEmpty(text, 1, 1_000)) &&
    [reads, interactions].every((text) => orEmpty(text, 1, countMost));
  const moneyGood = [draft.face, draft.cash].every((text) => empty(text) || money(text));
  const given = giftsOf(draft);
  const checks: [PlanField, boolean][] = [
    ['nameZh', written('nameZh')],
    ['nameEn', written('nameEn')],
    ['summaryZh', written('summaryZh')],
    ['summaryEn', written('summaryEn')],
    ['opens', Number.isFinite(startOfDay(draft.opens))],
    ['closes', endOfDay(draft.closes) > now && endOfDay(draft.closes) > startOfDay(draft.opens)],
    ['quota', within(draft.quota, 1, 1_000_000)],
    ['followersMin', orEmpty(followersMin, 0, 1_000_000_000)],
    [
      'followersMax',
      orEmpty(followersMax, 0, 1_000_000_000) &&
        !(typeof bounds[0] === 'number' && typeof bounds[1] === 'number' && bounds[1] < bounds[0]),
    ],
    ['notes', empty(draft.notes) || (within(draft.notes, 1, 1_000) && within(draft.notesDays, 1, 365))],
    ['violation', orEmpty(draft.violation, 1, 365)],
    ['growth', orEmpty(draft.growth, 2, growthLevelMost)],
    ['tasks', tasksGood && [publish, reads, interactions, pool].some((text) => !empty(text))],
    ['topic', empty(draft.topic) || (draft.topic.trim().length <= planLengths.topic && !empty(publish))],
    ['pool', empty(pool) || within(draft.poolLevel, 1, 20)],
    [
      'rewards',
      moneyGood &&
        orEmpty(draft.impressions, 1, countMost) &&
        given.length > 0 &&
        given.length <= rewardsMost,
    ],
    [
      'minimum',
      empty(draft.face) ||
        empty(draft.minimum) ||
        (centsOf(draft.minimum) ?? 0) >= (centsOf(draft.face) ?? 0),
    ],
    ['validDays', within(draft.validDays, 1, 365)],
    [
      'badge',
      empty(draft.badgeZh) === empty(draft.badgeEn) &&
        draft.badgeZh.trim().length <= planLengths.badgeZh &&
        draft.badgeEn.trim().length <= planLengths.badgeEn,
    ],
  ];
  return checks.filter(([, good]) => !good).map(([field]) => field);
}

function giftsOf(draft: PlanDraft): RewardGift[] {
  const validDays = wholeOf(draft.validDays) ?? 30;
  const faceCents = centsOf(draft.face);
  const cents = centsOf(draft.cash);
  const impressions = wholeOf(draft.impressions);
  const gifts: RewardGift[] = [];
  if (impressions) gifts.push({ kind: 'voucher-impressions', impressions, validDays });
  if (faceCents)
    gifts.push({
      kind: 'voucher-cents',
      faceCents,
      minimumBudgetCents: Math.max(faceCents, centsOf(draft.minimum) ?? 0),
      validDays,
    });
  if (cents) gifts.push({ kind: 'cash', cents });
  if (draft.session) gifts.push({ kind: 'guidance-session' });
  if (!empty(draft.badgeZh) && !empty(draft.badgeEn))
    gifts.push({ kind: 'badge', name: { zh: draft.badgeZh.trim(), en: draft.badgeEn.trim() } });
  return gifts;
}

function tasksOf(draft: PlanDraft): RewardPlanTerms['tasks'] {
  const [publish, reads, interactions, pool] = [
    draft.publish,
    draft.reads,
    draft.interactions,
    draft.pool,
  ].map(wholeOf);
  const tasks: RewardPlanTerms['tasks'] = [];
  if (publish)
    tasks.push({
      kind: 'publish',
      notes: publish,
      ...(!empty(draft.topic) && { topicTag: draft.topic.trim() }),
    });
  if (reads) tasks.push({ kind: 'reads', total: reads });
  if (interactions) tasks.push({ kind: 'interactions', total: interactions });
  if (pool) tasks.push({ kind: 'pool-level', level: wholeOf(draft.poolLevel) ?? 1, notes: pool });
  return tasks;
}

/** What goes to the api, of a draft without faults. */
export function termsOf(draft: PlanDraft): RewardPlanTerms {
  const notes = wholeOf(draft.notes);
  return {
    name: { zh: draft.nameZh.trim(), en: draft.nameEn.trim() },
    summary: { zh: draft.summaryZh.trim(), en: draft.summaryEn.trim() },
    opensAt: new Date(startOfDay(draft.opens)).toISOString(),
    // Until the end of the last day, which is the full hour at which the next one begins.
    closesAt: new Date(startOfDay(draft.closes) + dayMs).toISOString(),
    lateHours: lateHoursUsual,
    claimDays: claimDaysUsual,
    quota: wholeOf(draft.quota) ?? 1,
    eligibility: {
      followersMin: wholeOf(draft.followersMin),
      followersMax: wholeOf(draft.followersMax),
      categories: [...draft.categories],
      notesInDays: notes ? { notes, days: wholeOf(draft.notesDays) ?? 30 } : null,
      noViolationDays: wholeOf(draft.violation),
      growthLevelMin: wholeOf(draft.growth),
      accountTied: draft.tied,
    },
    tasks: tasksOf(draft),
    rewards: giftsOf(draft),
  };
}
