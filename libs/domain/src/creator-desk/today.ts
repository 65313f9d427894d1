/**
 * What can need somebody at a creator's desk today. The order is that in which things of the same moment stand: what another
 * side waits for, then what lapses of itself, then what is only good to know.
 */
export const todayKinds = [
  'offer',
  'order-late',
  'draft-sent-back',
  'order-step',
  'sample-arrival',
  'reward-claim',
  'voucher-expiring',
  'appeal-closing',
  'recruitment-closing',
  'topic-closing',
  'growth-falling',
  'rights-ending',
  'near-verdict',
  'appeal-answered',
] as const;
export type TodayKind = (typeof todayKinds)[number];

export const todayUrgencies = ['overdue', 'today', 'soon', 'later'] as const;
export type TodayUrgency = (typeof todayUrgencies)[number];

/** As much of one kind as is looked for, and of all kinds as is shown; what is beyond is counted. */
export const todayPerKind = 20;
export const todayShown = 24;

const hourMs = 3_600_000;

/** One thing to do: what orders it, whatever else is known of it. Epoch milliseconds; null where no clock runs. */
export interface Ordered {
  id: string;
  kind: TodayKind;
  lapsesAt: number | null;
}

/** Within a day something is for today, within three it is soon. What has no clock can wait, and stands at the end. */
export function todayUrgency(lapsesAt: number | null, now: number): TodayUrgency {
  if (lapsesAt === null) return 'later';
  if (lapsesAt <= now) return 'overdue';
  if (lapsesAt - now <= 24 * hourMs) return 'today';
  return lapsesAt - now <= 72 * hourMs ? 'soon' : 'later';
}

/**
 * The most urgent first, and of the same urgency what lapses first. Things without a clock stand behind the dated ones, a note
 * near its verdict before the others: that can fall at any moment. The same things always stand in the same order.
 */
export function orderToday<Thing extends Ordered>(things: readonly Thing[], now: number): Thing[] {
  const rank = ({ lapsesAt }: Thing) => todayUrgencies.indexOf(todayUrgency(lapsesAt, now));
  return [...things].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      moment(a) - moment(b) ||
      anyMoment(a) - anyMoment(b) ||
      todayKinds.indexOf(a.kind) - todayKinds.indexOf(b.kind) ||
      (a.id < b.id ? -1 : 1),
  );
}

const moment = ({ lapsesAt }: Ordered): number => lapsesAt ?? Number.MAX_SAFE_INTEGER;
const anyMoment = ({ kind }: Ordered): number => (kind === 'near-verdict' ? 0 : 1);

/** The page of the desk that deals with it, as segments of the address. */
export function todayPlace(kind: TodayKind, subjectId: string): readonly string[] {
  switch (kind) {
    case 'offer':
    case 'order-late':
    case 'draft-sent-back':
    case 'order-step':
    case 'sample-arrival':
    case 'rights-ending':
      return ['orders', subjectId];
    case 'recruitment-closing':
      return ['orders', 'board', subjectId];
    case 'reward-claim':
      return ['rewards', subjectId];
    case 'topic-closing':
      return ['write', subjectId];
    case 'growth-falling':
      return ['growth'];
    case 'voucher-expiring':
      return ['vouchers'];
    case 'near-verdict':
      return ['notes', subjectId];
    case 'appeal-closing':
    case 'appeal-answered':
      return ['violations'];
  }
}
