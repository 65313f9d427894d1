import type { ProposalAnswer, ProposalFigures, ProposalItem } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import type { FrozenItem } from './freeze-items';
import { grouped } from './grouped';

/** Answers and comments that one version can hold; a stranger with a link must not fill the disk. */
export const answersMax = 1_000;

/** A written version with what clients said to it. */
export interface WrittenVersion {
  version: number;
  message: string;
  figures: ProposalFigures;
  writtenAt: string;
  sharedAt: string | null;
  items: ProposalItem[];
  comments: ProposalAnswer[];
}

/** Reads a version, or null when there is none. Three queries, by keys. */
export async function versionOf(
  tx: EntityManager,
  proposalId: string,
  version: number,
): Promise<WrittenVersion | null> {
  const [head] = await tx.query<Omit<WrittenVersion, 'items' | 'comments'>[]>(
    `select version, message, '{"targetReach": null}' || figures as figures, ${isoInstant('written_at')} as "writtenAt",
       ${isoInstant('shared_at')} as "sharedAt" from proposal_version
     where proposal_id = $1 and version = $2`,
    [proposalId, version],
  );
  if (!head) return null;
  const items = await tx.query<Omit<ProposalItem, 'answers' | 'verdict'>[]>(
    `select item.id, item.creator_id as "creatorId", item.snapshot as creator,
            creator.id is null or creator.deleted_at is not null as gone, item.kind, item.notes,
            item.price_cents::float8 as "priceCents", item.note, item.forecast
     from proposal_item item left join creator on creator.id = item.creator_id
     where item.proposal_id = $1 and item.version = $2 order by item.position`,
    [proposalId, version],
  );
  const answers = await tx.query<(ProposalAnswer & { itemId: string | null })[]>(
    `select id, item_id as "itemId", verdict, comment, name, ${isoInstant('at')} as at, carried_from is not null as carried
     from proposal_answer
     where proposal_id = $1 and (version = $2 or version < $2 and item_id is null) order by proposal_answer.at, id limit $3`,
    [proposalId, version, answersMax + 100],
  );
  const byItem = grouped(answers, ({ itemId }) => itemId);
  const saidOf = (id: string | null): ProposalAnswer[] =>
    (byItem.get(id) ?? []).map(({ itemId: _, ...answer }) => answer);
  return {
    ...head,
    items: items.map((item) => {
      const said = saidOf(item.id);
      return { ...item, answers: said, verdict: said.findLast(({ verdict }) => verdict)?.verdict ?? null };
    }),
    comments: saidOf(null),
  };
}

/** Writes a version down. */
export async function insertVersion(
  tx: EntityManager,
  about: {
    workspaceId: string;
    proposalId: string;
    version: number;
    message: string;
    writtenBy: string;
    share: boolean;
  },
  items: readonly FrozenItem[],
  figures: ProposalFigures,
): Promise<void> {
  const { workspaceId, proposalId, version, message, writtenBy, share } = about;
  await tx.query(
    `insert into proposal_version (proposal_id, version, workspace_id, message, figures, written_by, written_at, shared_at)
     values ($1, $2, $3, $4, $5, $6, now(), case when $7::boolean then now() end)`,
    [proposalId, version, workspaceId, message, figures, writtenBy, share],
  );
  await tx.query(
    `insert into proposal_item (proposal_id, version, workspace_id, position, creator_id, kind, notes, price_cents, note, snapshot, forecast)
     select $1, $2, $3, place - 1, (item ->> 'creatorId')::uuid, item ->> 'kind', (item ->> 'notes')::int,
            (item ->> 'priceCents')::bigint, item ->> 'note', item -> 'creator', nullif(item -> 'forecast', 'null')
     from jsonb_array_elements($4::jsonb) with ordinality as given (item, place)`,
    [proposalId, version, workspaceId, JSON.stringify(items)],
  );
}

/**
 * Repeats under a new version what clients said to the shared one about places that stayed as they were. Done when the
 * version is written, and again when it is shared: between the two the client goes on answering the old one.
 */
export async function carryAnswers(
  tx: EntityManager,
  proposalId: string,
  from: number | null,
  to: number,
): Promise<void> {
  if (from === null || from === to) return;
  await tx.query(
    `insert into proposal_answer (proposal_id, version, workspace_id, item_id, link_id, verdict, comment, name, at, carried_from)
     select answer.proposal_id, $3, answer.workspace_id, item.id, answer.link_id, answer.verdict, answer.comment, answer.name,
            answer.at, coalesce(answer.carried_from, answer.id)
     from proposal_item item
     join proposal_item old using (proposal_id, creator_id, kind, notes, price_cents, note)
     join proposal_answer answer on answer.proposal_id = old.proposal_id and answer.version = old.version and answer.item_id = old.id
     where item.proposal_id = $1 and old.version = $2 and item.version = $3
       and not exists (select from proposal_answer there where there.proposal_id = $1 and there.version = $3
         and there.item_id = item.id and there.carried_from = coalesce(answer.carried_from, answer.id))`,
    [proposalId, from, to],
  );
}
