import type { PortfolioView } from '@poolrise/contracts';
import { platformFee, tierOf } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { tierSchemeOf } from '../creators/creator-rows';
import { Refused } from '../http/refused';
import { schemeOfMix } from './portfolio-candidates';

type Row = Omit<
  PortfolioView,
  'feeShare' | 'feeSource' | 'creators' | 'tiers' | 'requestedAt' | 'finishedAt'
> & {
  workspaceId: string;
  requestedAt: Date;
  finishedAt: Date | null;
};

/** A portfolio as a page shows it. @throws Refused not-found */
export async function portfolioView(tx: EntityManager, portfolioId: string): Promise<PortfolioView> {
  const [row] = await tx.query<Row[]>(
    `select portfolio.id, portfolio.workspace_id as "workspaceId", brief_id as "briefId", brief.product, portfolio.target,
       portfolio.state, portfolio.wishes, jsonb_array_length(candidates) as candidates,
       without_audience as "withoutAudience", plan, refusal, frontier, coalesce(person.name, '') as "requestedBy",
       requested_at as "requestedAt", finished_at as "finishedAt"
     from portfolio join brief on brief.id = brief_id left join person on person.id = requested_by
     where portfolio.id = $1`,
    [portfolioId],
  );
  if (!row) throw new Refused('not-found', { field: 'path.portfolioId' });
  const { workspaceId, requestedAt, finishedAt, ...view } = row;
  const scheme = schemeOfMix(view.wishes, await tierSchemeOf(tx, workspaceId));
  const creators = await tx.query<
    { id: string; name: string; followers: number; category: PortfolioView['creators'][number]['category'] }[]
  >('select id, name, followers, categories[1] as category from creator where id = any($1)', [namedIn(view)]);
  return {
    ...view,
    feeShare: platformFee.share,
    feeSource: platformFee.source,
    creators: creators.map((one) => ({ ...one, tier: tierOf(scheme, one.followers).name })),
    tiers: scheme.tiers.map(({ key, name }) => ({ key, name })),
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function namedIn({ plan, refusal, wishes }: Pick<PortfolioView, 'plan' | 'refusal' | 'wishes'>): string[] {
  const { shadowPrice = null, picks = [] } = plan ?? {};
  return [
    ...new Set([
      ...picks.flatMap(({ creatorId, binding, swap }) => [
        creatorId,
        ...(binding ? [binding.creatorId] : []),
        ...(swap ? [swap.creatorId] : []),
      ]),
      ...(shadowPrice
        ? [shadowPrice.creatorId, ...(shadowPrice.leavingId ? [shadowPrice.leavingId] : [])]
        : []),
      ...(refusal?.creatorIds ?? []),
      ...wishes.mustHaveIds,
      ...wishes.excludedIds,
    ]),
  ];
}
