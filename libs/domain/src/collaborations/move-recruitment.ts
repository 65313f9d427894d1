import type { CooperationOrder, OrderTerms } from './cooperation-order';
import { moveOrder, type OrderMoved, wasRefused } from './move-order';
import type { OrderRules } from './order-rules';
import { noSample } from './sample-parcels';
import { type Application, closedRecruitment, isWaiting, type Recruitment } from './recruitment';

/** What is done to a recruitment and one application to it. Money in cents. */
export type RecruitmentMove =
  | { kind: 'apply'; quoteCents: number }
  | { kind: 'withdraw' | 'shortlist' | 'unlist' | 'decline' | 'select' };

/** What a brand answers to an application. */
export const applicationAnswers = ['shortlist', 'unlist', 'decline', 'select'] as const;
export type ApplicationAnswer = (typeof applicationAnswers)[number];

export type RecruitmentRefusal =
  'recruitment-closed' | 'already-applied' | 'quote-outside' | 'no-application' | 'application-answered';

export interface RecruitmentMoved {
  recruitment: Recruitment;
  application: Application;
}

const answered: Readonly<Record<ApplicationAnswer | 'withdraw', Application['state']>> = {
  withdraw: 'withdrawn',
  shortlist: 'shortlisted',
  unlist: 'applied',
  decline: 'declined',
  select: 'selected',
};

/** Where an answer leads: whoever finds an application there already has nothing left to do. */
export const answerLeadsTo = (answer: ApplicationAnswer | 'withdraw'): Application['state'] =>
  answered[answer];

/**
 * Makes a move, or says why not. Selecting the last creator that was wanted closes the recruitment.
 * @param application null before anybody of this desk applied
 */
export function moveRecruitment(
  recruitment: Recruitment,
  application: Application | null,
  move: RecruitmentMove,
): RecruitmentMoved | RecruitmentRefusal {
  if (move.kind === 'apply') return apply(recruitment, application, move.quoteCents);
  if (!application) return 'no-application';
  if (!isWaiting(application)) return 'application-answered';
  // Until it is closed, what was handed in can be taken back and answered.
  if (recruitment.state === 'closed') return 'recruitment-closed';
  const next = { ...application, state: answered[move.kind] };
  if (move.kind !== 'select') return { recruitment, application: next };
  const counted = { ...recruitment, selected: recruitment.selected + 1 };
  return {
    recruitment: counted.selected < counted.wanted ? counted : closedRecruitment(counted, 'filled'),
    application: next,
  };
}

/** Whoever took an application back may apply again. */
function apply(
  recruitment: Recruitment,
  application: Application | null,
  quoteCents: number,
): RecruitmentMoved | RecruitmentRefusal {
  if (recruitment.state !== 'open') return 'recruitment-closed';
  if (application && application.state !== 'withdrawn') return 'already-applied';
  const { leastCents, mostCents } = recruitment.quote;
  if (!(quoteCents >= leastCents && quoteCents <= mostCents)) return 'quote-outside';
  return { recruitment, application: { state: 'applied', quoteCents } };
}

export interface SelectAsk {
  recruitment: Recruitment;
  application: Application;
  /** of the order to be */
  terms: OrderTerms;
  rules: OrderRules;
  /** epoch milliseconds */
  now: number;
  /** the brand's cash, in cents */
  cashCents: number;
}
export interface Selected extends RecruitmentMoved, OrderMoved {
  /** the order as it was when the creator's application was all there was */
  offered: CooperationOrder;
}

/**
 * Selects an applicant: the application becomes the creator's offer, which the brand accepts as it accepts a counter-offer,
 * so that the money is held by the same rule. All of it or nothing.
 */
export function selectApplicant(
  ask: SelectAsk,
): Selected | { refusal: RecruitmentRefusal } | { refusal: 'wallet-too-low'; missingCents: number } {
  const moved = moveRecruitment(ask.recruitment, ask.application, { kind: 'select' });
  if (typeof moved === 'string') return { refusal: moved };
  const offered = appliedOrder(ask);
  const outcome = moveOrder({
    order: offered,
    move: { kind: 'accept' },
    by: 'brand',
    now: ask.now,
    cashCents: ask.cashCents,
  });
  if (!wasRefused(outcome)) return { ...moved, ...outcome, offered };
  if (outcome.refusal !== 'wallet-too-low')
    throw new Error(`an application cannot become an order: ${outcome.refusal}`);
  return { refusal: 'wallet-too-low', missingCents: outcome.missingCents ?? 0 };
}

const appliedOrder = ({ application, terms, rules, now }: SelectAsk): CooperationOrder => ({
  mode: 'recruitment',
  state: 'applied',
  since: now,
  terms,
  rules,
  offer: { by: 'creator', quoteCents: application.quoteCents, protectionDays: terms.protectionDays },
  heldCents: 0,
  rejections: 0,
  draftedOnce: false,
  publishedAt: null,
  request: null,
  mayRemove: false,
  disputed: null,
  extension: null,
  extensions: [],
  sample: noSample,
});
