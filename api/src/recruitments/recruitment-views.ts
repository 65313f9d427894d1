import type { ApplicantRow, CreatorRow, RecruitmentRow } from '@poolrise/contracts';
import { priceOrder } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { rightsView } from '../collaborations/order-terms';
import { creatorRows, tierSchemeOf } from '../creators/creator-rows';
import { isoInstant } from '../http/paging';
import type { KeptRecruitment } from './kept-recruitment.entity';

/** What everybody reads of a recruitment. */
export const describedRecruitment = (kept: KeptRecruitment) => ({
  id: kept.id,
  name: kept.name,
  brandName: kept.brandName,
  noteType: kept.noteType,
  category: kept.category,
  quoteLeastCents: kept.quoteLeastCents,
  quoteMostCents: kept.quoteMostCents,
  wanted: kept.wanted,
  state: kept.state,
  closedBecause: kept.closedBecause,
  applyUntil: kept.applyUntil.toISOString(),
  selectUntil: kept.selectUntil.toISOString(),
  publishedAt: kept.createdAt.toISOString(),
});

/** What is read of one that was opened. */
export function briefOf(kept: KeptRecruitment) {
  const { brief, language, terms, requirements, rules } = kept;
  return {
    brief,
    language,
    terms: { ...terms, rights: rightsView(terms.rights) ?? null },
    requirements: { ...requirements, categories: [...requirements.categories] },
    rules,
  };
}

interface Counted {
  waiting: number;
  applied: number;
}

/** Applications to each of these, by the index of recruitments; all those that were not taken back. */
export async function applicationCounts(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, Counted>> {
  const counted = await tx.query<(Counted & { id: string })[]>(
    `select recruitment_id as id, count(*) filter (where state in ('applied', 'shortlisted'))::int as waiting,
            count(*) filter (where state <> 'withdrawn')::int as applied
       from recruitment_application where recruitment_id = any($1::uuid[]) group by recruitment_id`,
    [ids],
  );
  return new Map(counted.map(({ id, ...counts }) => [id, counts]));
}

export const rowWith = (kept: KeptRecruitment, counts: Counted | undefined): RecruitmentRow => ({
  ...describedRecruitment(kept),
  selected: kept.selected,
  waiting: counts?.waiting ?? 0,
  applied: counts?.applied ?? 0,
});

export async function recruitmentRow(tx: EntityManager, kept: KeptRecruitment): Promise<RecruitmentRow> {
  return rowWith(kept, (await applicationCounts(tx, [kept.id])).get(kept.id));
}

type Found = Omit<ApplicantRow, 'creator' | 'quoteCents' | 'totalCents'> & {
  creatorId: string;
  quoteCents: string;
};

/** Applications in the order of their ids given, with what the directory knows of who handed them in. */
export async function applicantRows(
  tx: EntityManager,
  kept: KeptRecruitment,
  workspaceId: string,
  ids: readonly string[],
): Promise<ApplicantRow[]> {
  if (!ids.length) return [];
  const found = await tx.query<Found[]>(
    `select a.id, a.state, a.quote_cents as "quoteCents", a.words, a.answer_words as "answerWords",
            ${isoInstant('a.applied_at')} as "appliedAt", ${isoInstant('a.changed_at')} as "changedAt", a.version,
            a.order_id as "orderId", a.unusual, a.creator_id as "creatorId"
       from unnest($1::uuid[]) with ordinality as asked (id, place) join recruitment_application a using (id)
      order by asked.place`,
    [ids],
  );
  const scheme = await tierSchemeOf(tx, workspaceId);
  const known = new Map<string, CreatorRow>(
    (
      await creatorRows(
        tx,
        scheme,
        found.map(({ creatorId }) => creatorId),
      )
    ).map((creator) => [creator.id, creator]),
  );
  return found.flatMap(({ creatorId, quoteCents: asked, ...row }) => {
    const creator = known.get(creatorId);
    const quoteCents = Number(asked);
    const { totalCents } = priceOrder(quoteCents, kept.terms, kept.rules);
    return creator ? [{ ...row, quoteCents, totalCents, creator }] : [];
  });
}
