/** A recruitment takes applications, then only answers, then nothing. */
export const recruitmentStates = ['open', 'selecting', 'closed'] as const;
export type RecruitmentState = (typeof recruitmentStates)[number];

/** Why a recruitment is closed: it has all it wanted, nobody answered in time, or the brand closed it. */
export const recruitmentEnds = ['filled', 'by-time', 'by-hand'] as const;
export type RecruitmentEnd = (typeof recruitmentEnds)[number];

export const applicationStates = [
  'applied',
  'shortlisted',
  'selected',
  'declined',
  'withdrawn',
  'unselected',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Applications that still wait for the brand's answer. */
export const waitingApplications = ['applied', 'shortlisted'] as const satisfies readonly ApplicationState[];
export const isWaiting = ({ state }: { state: ApplicationState }): boolean =>
  (waitingApplications as readonly ApplicationState[]).includes(state);

/** What applicants may ask for one note, in cents; a fixed quote has both ends in one place. */
export interface QuoteRange {
  leastCents: number;
  mostCents: number;
}

/** How many a brand recruits at what price, and how far it is. Times are epoch milliseconds, money is in cents. */
export interface Recruitment {
  state: RecruitmentState;
  closedBecause: RecruitmentEnd | null;
  quote: QuoteRange;
  /** creators wanted, at least one */
  wanted: number;
  /** creators selected so far */
  selected: number;
  /** creators apply until then */
  applyUntil: number;
  /** the brand selects until then; whoever was not selected is told */
  selectUntil: number;
}

/** One creator's application, and the quote it asks. Cents. */
export interface Application {
  state: ApplicationState;
  quoteCents: number;
}

/** When the clock moves a recruitment; null when it is closed. */
export function recruitmentDueAt({ state, applyUntil, selectUntil }: Recruitment): number | null {
  if (state === 'open') return applyUntil;
  return state === 'selecting' ? selectUntil : null;
}

/**
 * The next thing that the clock does to a recruitment by `now`, or null when nothing is due. Without an application that
 * waits there is nothing to select from, so that it closes at once.
 * @param waiting applications that wait for an answer
 */
export function advanceRecruitment(
  recruitment: Recruitment,
  waiting: number,
  now: number,
): Recruitment | null {
  const at = recruitmentDueAt(recruitment);
  if (at === null || at > now) return null;
  if (recruitment.state === 'open' && waiting > 0) return { ...recruitment, state: 'selecting' };
  return closedRecruitment(recruitment, 'by-time');
}

export const closedRecruitment = (recruitment: Recruitment, closedBecause: RecruitmentEnd): Recruitment => ({
  ...recruitment,
  state: 'closed',
  closedBecause,
});
