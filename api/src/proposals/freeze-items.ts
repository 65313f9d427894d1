import type { CreatorRow, FrozenCreator, ProposalItem, ProposalItemAsk } from '@poolrise/contracts';
import { forecastNotes, type PastNote } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { creatorRows, tierSchemeOf } from '../creators/creator-rows';
import { Refused } from '../http/refused';
import { grouped } from './grouped';

/** A place of a proposal as it is written down: nothing of it moves afterwards. */
export type FrozenItem = Pick<
  ProposalItem,
  'creatorId' | 'creator' | 'gone' | 'kind' | 'notes' | 'priceCents' | 'note' | 'forecast'
>;

/** How far back her notes tell what the next will bring, and how many are looked at. */
const pastDays = 180;
const pastNotesMax = 100;

/**
 * Freezes creators as they stand now. What an earlier version holds under the same terms is taken from there: the client
 * may have answered it, and must not find other figures under the answer.
 *
 * @throws Refused not-found for a creator who is not in the directory or has left the platform
 */
export async function freezeItems(
  tx: EntityManager,
  workspaceId: string,
  asked: readonly ProposalItemAsk[],
  earlier: readonly FrozenItem[] = [],
): Promise<FrozenItem[]> {
  const kept = asked.map((item) => earlier.find((old) => sameTerms(old, item)));
  const ids = [...new Set(asked.filter((_, index) => !kept[index]).map(({ creatorId }) => creatorId))];
  const rows = await creatorRows(tx, await tierSchemeOf(tx, workspaceId), ids);
  const known = new Map(rows.filter(({ deleted }) => !deleted).map((row) => [row.id, row]));
  const past = await pastNotesOf(tx, ids);
  return asked.map((item, index) => {
    const before = kept[index];
    if (before) return before;
    const row = known.get(item.creatorId);
    if (!row)
      throw new Refused('not-found', {
        field: `/items/${index}/creatorId`,
        detail: 'There is no creator with this id who could be proposed.',
      });
    return {
      ...item,
      creator: frozen(row),
      gone: false,
      forecast: forecastNotes(past.get(item.creatorId) ?? [], item),
    };
  });
}

/** Whether a place is the same for the client: the same creator on the same terms. */
export const sameTerms = (one: ProposalItemAsk, other: ProposalItemAsk): boolean =>
  one.creatorId === other.creatorId &&
  one.kind === other.kind &&
  one.notes === other.notes &&
  one.priceCents === other.priceCents &&
  one.note === other.note;

function frozen({ name, redId, tier, categories, figures }: CreatorRow): FrozenCreator {
  const whole = (figure: number | null) => (figure === null ? null : Math.round(figure));
  return {
    name,
    redId,
    tier,
    category: categories[0] ?? null,
    followers: figures.followers ?? 0,
    impressionsMedian: whole(figures.impressionsMedian),
    readsMedian: whole(figures.readsMedian),
    interactionsMedian: whole(figures.interactionsMedian),
  };
}

async function pastNotesOf(tx: EntityManager, ids: readonly string[]): Promise<Map<string, PastNote[]>> {
  if (!ids.length) return new Map();
  const rows = await tx.query<(PastNote & { creator_id: string })[]>(
    `select asked.id as creator_id, note.* from unnest($1::uuid[]) as asked (id), lateral (
       select kind, cooperation, impressions_natural as impressions, reads_natural as reads from creator_note
       where creator_id = asked.id and published_at > now() - $2::int * interval '1 day'
       order by published_at desc limit $3) note`,
    [ids, pastDays, pastNotesMax],
  );
  return grouped(rows, ({ creator_id }) => creator_id);
}
