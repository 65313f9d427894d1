import { campaignSpan, type Flight } from './campaign';

export const campaignStates = ['draft', 'planned', 'live', 'paused', 'ended'] as const;
export type CampaignState = (typeof campaignStates)[number];

export const campaignMoves = ['plan', 'revise', 'start', 'pause', 'resume', 'end'] as const;
export type CampaignMove = (typeof campaignMoves)[number];

/** Where a move may be made, and where it leads. */
const table: Readonly<Record<CampaignMove, { from: readonly CampaignState[]; to: CampaignState }>> = {
  plan: { from: ['draft'], to: 'planned' },
  revise: { from: ['planned'], to: 'draft' },
  start: { from: ['planned'], to: 'live' },
  pause: { from: ['live'], to: 'paused' },
  resume: { from: ['paused'], to: 'live' },
  end: { from: ['live', 'paused'], to: 'ended' },
};

export const legalCampaignMoves = (state: CampaignState): CampaignMove[] =>
  campaignMoves.filter((move) => table[move].from.includes(state));

export interface CampaignMoveRefusal {
  /** the move is not one of this state, or there is nothing to plan: no flight */
  refusal: 'move-refused' | 'nothing-planned';
  legal: CampaignMove[];
}

/** Where a move leads, or why it is refused and what may be done instead. */
export function moveCampaign(
  state: CampaignState,
  move: CampaignMove,
  flights: readonly Flight[],
): { state: CampaignState } | CampaignMoveRefusal {
  const { from, to } = table[move];
  const legal = legalCampaignMoves(state);
  if (!from.includes(state)) return { refusal: 'move-refused', legal };
  if (move === 'plan' && !flights.length) return { refusal: 'nothing-planned', legal };
  return { state: to };
}

/**
 * What the clock does to a campaign by now: it goes live when its first flight begins, and ends when the last one is over.
 * Null when nothing is due. A draft waits for somebody.
 */
export function clockMoveOf(
  state: CampaignState,
  flights: readonly Flight[],
  now: number,
): Extract<CampaignMove, 'start' | 'end'> | null {
  const span = campaignSpan(flights);
  if (!span) return null;
  if (state === 'planned') return now >= span.from ? 'start' : null;
  return (state === 'live' || state === 'paused') && now >= span.to ? 'end' : null;
}
