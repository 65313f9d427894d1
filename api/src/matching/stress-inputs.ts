import type { AskStressTest, PickView, PlanView, PortfolioWishes } from '@poolrise/contracts';
import { type CreatorNoteKind, forecastNotesMin, stressDefaults, stressDraws } from '@poolrise/domain';
import { createHash } from 'node:crypto';
import { Refused } from '../http/refused';
import type { Asks } from './match-candidates';
import type { KeptCandidate } from './portfolio.entity';
import type { StressInputs } from './stress-test.entity';

/** A plan as it is tested. */
export interface PlannedPortfolio {
  wishes: PortfolioWishes;
  candidates: KeptCandidate[];
  plan: PlanView;
  kind: CreatorNoteKind;
  window: { from: string; to: string };
}

/** Somebody may come in a place from so far down the ranking, the swaps of the plan aside. */
const reservesMax = 60;
/** Her latest notes of the kind, which show the spread of her reads. */
const latestNotes = 30;

/** @throws Refused not-found, portfolio-without-plan */
export async function plannedPortfolio(tx: Asks, portfolioId: string): Promise<PlannedPortfolio> {
  const [row] = await tx.query<(Omit<PlannedPortfolio, 'plan'> & { plan: PlanView | null })[]>(
    `select portfolio.wishes, candidates, plan, brief.wishes ->> 'kind' as kind, brief.wishes -> 'window' as "window"
     from portfolio join brief on brief.id = brief_id where portfolio.id = $1`,
    [portfolioId],
  );
  if (!row) throw new Refused('not-found', { field: 'path.portfolioId' });
  const { plan } = row;
  if (!plan || plan.picks.length === 0) throw new Refused('portfolio-without-plan');
  return { ...row, plan };
}

/** All that the answer to a question depends on, with each creator's group and spread as they are now. */
export async function stressInputs(
  tx: Asks,
  planned: PlannedPortfolio,
  { settings, shortBelow, targetReaders, seed }: AskStressTest,
): Promise<StressInputs> {
  const { wishes, plan, kind } = planned;
  const { picked, reserves } = publishersOf(planned);
  const known = await tempersOf(
    tx,
    [...picked.map(({ candidate }) => candidate.id), ...reserves.map(({ id }) => id)],
    kind,
  );
  const promised = plan.net.people - (plan.boosts?.readers ?? 0);
  const publisher = ({ id, priceCents, tierKey, category, readShare }: KeptCandidate) => ({
    creatorId: id,
    priceCents,
    tierKey,
    category,
    group: known.get(id)?.mcn ? `mcn ${known.get(id)?.mcn}` : `category ${category}`,
    readShare,
    readsSpread: known.get(id)?.spread ?? stressDefaults.readsSpread,
  });
  return {
    picks: picked.map(({ pick, candidate }) => ({
      ...publisher(candidate),
      mustHave: pick.mustHave,
      adds: pick.adds.people,
      swapId: pick.swap?.creatorId ?? null,
      boost: pick.boost,
    })),
    reserves: reserves.map(publisher),
    ownSpreads: [...known.values()].filter(({ spread }) => spread !== null).length,
    leftCents: plan.leftCents,
    promised,
    counting: wishes.counting,
    sameTier: wishes.mixPreset !== null || wishes.ownMix !== null,
    sameCategory: wishes.maxPerCategory !== null,
    windowDays: daysOf(planned.window),
    line: targetReaders ?? shortBelow * plan.net.people,
    settings,
    seed,
    draws: stressDraws.usual,
  };
}

const dayMs = 86_400_000;

/** Days from the opening of a window to its close. */
export const daysOf = ({ from, to }: PlannedPortfolio['window']): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / dayMs);

/** A name for everything a result depends on. */
export const inputsKeyOf = (inputs: StressInputs): string =>
  createHash('sha256').update(JSON.stringify(inputs)).digest('hex');

function publishersOf({ wishes, candidates, plan }: PlannedPortfolio): {
  picked: { pick: PickView; candidate: KeptCandidate }[];
  reserves: KeptCandidate[];
} {
  const byId = new Map(candidates.map((one) => [one.id, one]));
  const picked = plan.picks.flatMap((pick) => {
    const candidate = byId.get(pick.creatorId);
    return candidate ? [{ pick, candidate }] : [];
  });
  const taken = new Set([...plan.picks.map(({ creatorId }) => creatorId), ...wishes.excludedIds]);
  const swaps = new Set(plan.picks.flatMap(({ swap }) => (swap ? [swap.creatorId] : [])));
  const most =
    plan.leftCents + Math.max(...plan.picks.map(({ priceCents, boost }) => priceCents + (boost?.cents ?? 0)));
  const open = candidates.filter(
    ({ id, priceCents }) => !taken.has(id) && (swaps.has(id) || priceCents <= most),
  );
  // Candidates stand in the order of the ranking.
  return {
    picked,
    reserves: [...open.filter(({ id }) => swaps.has(id)), ...open.filter(({ id }) => !swaps.has(id))].slice(
      0,
      reservesMax,
    ),
  };
}

interface Temper {
  mcn: string | null;
  /** null of somebody with too few notes of the kind */
  spread: number | null;
}

/** Whose agency each is with, and how widely the reads of her latest notes of a kind are spread. */
async function tempersOf(
  tx: Asks,
  ids: readonly string[],
  kind: CreatorNoteKind,
): Promise<Map<string, Temper>> {
  const rows = await tx.query<(Temper & { id: string })[]>(
    `select creator.id, creator.mcn, case when shown.notes >= $3 then shown.spread end as spread
     from creator cross join lateral (
       select count(*) as notes, stddev_samp(ln(greatest(reads_natural, 1)))::float8 as spread
       from (select reads_natural from creator_note
             where creator_id = creator.id and kind = $2
             order by published_at desc limit ${latestNotes}) latest
     ) shown
     where creator.id = any($1)`,
    [ids, kind, forecastNotesMin],
  );
  return new Map(rows.map(({ id, ...temper }) => [id, temper]));
}
