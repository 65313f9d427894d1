import { Injectable } from '@nestjs/common';
import type {
  Page,
  ProposalLinkView,
  ProposalRow,
  ProposalsQuery,
  ProposalView,
  SharedProposal,
  SharedProposalRow,
  SharedProposalsQuery,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { type WrittenVersion, versionOf } from './proposal-versions';

/** The newest are shown; older versions and links stand in the audit trail. */
const versionsShown = 100;
const linksShown = 100;

/** Screens of proposals. */
@Injectable()
export class ProposalsQueries {
  constructor(private readonly db: Db) {}

  async page(workspaceId: string, ask: ProposalsQuery): Promise<Page<ProposalRow>> {
    const [, changedAt, id] = decodeCursor(ask.cursor, z.literal('proposals'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<ProposalRow>(
      workspaceId,
      `select proposal.id, proposal.name, proposal.version, proposal.shared_version as shared,
         (written.figures -> 'creators')::int as creators, (written.figures -> 'priceCents')::float8 as "priceCents",
         count.*, case when proposal.shared_version is null then 'draft' when count.unanswered > 0 then 'shared'
           when count.approved = count.places then 'approved' else 'answered' end as state,
         ${isoInstant('proposal.changed_at')} as "changedAt",
         (select count(*)::int from proposal_link where proposal_id = proposal.id and revoked_at is null and expires_at > now()
           and proposal.archived_at is null) as "openLinks"
       from proposal
       join proposal_version written on written.proposal_id = proposal.id and written.version = proposal.version,
       lateral (${countVerdicts('proposal.id', 'coalesce(proposal.shared_version, proposal.version)')}) count
       where proposal.archived_at is ${ask.archived === 'yes' ? 'not null' : 'null'}
         and ($1::timestamptz is null or (proposal.changed_at, proposal.id) < ($1, $2::uuid))
       order by proposal.changed_at desc, proposal.id desc limit $3`,
      [changedAt, id, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      ({ id, name, state, version, shared, creators, priceCents, ...row }) => ({
        id,
        name,
        state,
        version,
        shared,
        creators,
        priceCents,
        approved: row.approved,
        rejected: row.rejected,
        toReplace: row.toReplace,
        unanswered: row.unanswered,
        changedAt: row.changedAt,
        openLinks: row.openLinks,
      }),
      (row) => ['proposals', row.changedAt, row.id],
    );
  }

  /** A proposal as its writers see it. @throws Refused not-found */
  one(workspaceId: string, proposalId: string, version?: number): Promise<ProposalView> {
    return this.db.inWorkspace(workspaceId, (tx) => proposalView(tx, proposalId, version));
  }

  async sharedPage(workspaceId: string, ask: SharedProposalsQuery): Promise<Page<SharedProposalRow>> {
    const [, sharedAt, id] =
      decodeCursor(ask.cursor, z.literal('shared-proposals'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<SharedProposalRow>(
      workspaceId,
      `select proposal.id, proposal.name, proposal.shared_version as version, ${isoInstant('shown.shared_at')} as "sharedAt",
         (shown.figures -> 'creators')::int as creators, (shown.figures -> 'priceCents')::float8 as "priceCents",
         count.unanswered
       from proposal
       join proposal_version shown on shown.proposal_id = proposal.id and shown.version = proposal.shared_version,
       lateral (${countVerdicts('proposal.id', 'proposal.shared_version')}) count
       where proposal.archived_at is null and ($1::timestamptz is null or (shown.shared_at, proposal.id) < ($1, $2::uuid))
       order by shown.shared_at desc, proposal.id desc limit $3`,
      [sharedAt, id, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      (row) => row,
      (row) => ['shared-proposals', row.sharedAt, row.id],
    );
  }

  /** The shared version for members of the room; what was never shared is not there. @throws Refused not-found */
  shared(workspaceId: string, proposalId: string): Promise<SharedProposal> {
    return this.db.inWorkspace(workspaceId, (tx) => sharedView(tx, proposalId, null));
  }
}

/** The version asked for, else the latest. @throws Refused not-found */
export async function proposalView(
  tx: EntityManager,
  proposalId: string,
  version?: number,
): Promise<ProposalView> {
  const [proposal] = await tx.query<Pick<ProposalView, 'name' | 'latest' | 'shared' | 'archivedAt'>[]>(
    `select name, version as latest, shared_version as shared, ${isoInstant('archived_at')} as "archivedAt"
     from proposal where id = $1`,
    [proposalId],
  );
  if (!proposal) throw new Refused('not-found', { field: 'path.proposalId' });
  const written = await versionOf(tx, proposalId, version ?? proposal.latest);
  if (!written) throw new Refused('not-found', { field: 'query.version' });
  const { message, writtenAt, figures, items, comments } = written;
  return {
    id: proposalId,
    ...proposal,
    version: written.version,
    message,
    writtenAt,
    figures,
    items,
    comments,
    versions: await tx.query<ProposalView['versions']>(
      `select version, message, coalesce(person.name, '') as "writtenBy", ${isoInstant('written_at')} as "writtenAt",
         ${isoInstant('shared_at')} as "sharedAt", (figures -> 'priceCents')::float8 as "priceCents"
       from proposal_version left join person on person.id = written_by
       where proposal_id = $1 order by version desc limit $2`,
      [proposalId, versionsShown],
    ),
    links: await linkViews(tx, proposalId),
  };
}

/** Links of a proposal, the newest first; never what opens them. */
export function linkViews(
  tx: EntityManager,
  proposalId: string,
  linkId?: string,
): Promise<ProposalLinkView[]> {
  return tx.query<ProposalLinkView[]>(
    `select link.id, ${isoInstant('link.created_at')} as "createdAt", coalesce(person.name, '') as "createdBy",
       ${isoInstant('link.expires_at')} as "expiresAt", ${isoInstant('link.revoked_at')} as "revokedAt",
       link.password_hash is not null as "withPassword", ${isoInstant('seen.hour')} as "lastViewedAt", seen.views
     from proposal_link link left join person on person.id = link.created_by,
     lateral (select max(hour) as hour, count(*)::int as views from proposal_view where link_id = link.id) seen
     where link.proposal_id = $1 and ($2::uuid is null or link.id = $2)
     order by link.created_at desc, link.id limit $3`,
    [proposalId, linkId ?? null, linksShown],
  );
}

/** The shared version as clients see it: no id but those of its places. @throws Refused not-found when none was shared */
export async function sharedView(
  tx: EntityManager,
  proposalId: string,
  openUntil: string | null,
): Promise<SharedProposal> {
  const [proposal] = await tx.query<
    { name: string; shared: number | null; kind: string; workspace: string }[]
  >(
    `select proposal.name, shared_version as shared, workspace.kind, workspace.name as workspace
     from proposal join workspace on workspace.id = proposal.workspace_id
     where proposal.id = $1 and proposal.archived_at is null`,
    [proposalId],
  );
  const written = proposal?.shared ? await versionOf(tx, proposalId, proposal.shared) : null;
  if (!proposal || !written?.sharedAt) throw new Refused('not-found', { field: 'path.proposalId' });
  const { version, message, figures, writtenAt, sharedAt, comments } = written;
  return {
    name: proposal.name,
    workspace: proposal.workspace,
    ofClient: proposal.kind === 'client',
    version,
    message,
    writtenAt,
    sharedAt,
    figures,
    items: written.items.map(sharedItem),
    comments,
    openUntil,
  };
}

const sharedItem = ({ creatorId: _, ...item }: WrittenVersion['items'][number]) => item;

/** SQL: how the places of a version were answered. Both arguments are ours, never input. */
const countVerdicts = (proposal: string, version: string): string => `
  select count(*)::int as places, (count(*) filter (where said.verdict = 'approve'))::int as approved,
    (count(*) filter (where said.verdict = 'reject'))::int as rejected,
    (count(*) filter (where said.verdict = 'replace'))::int as "toReplace",
    (count(*) filter (where said.verdict is null))::int as unanswered
  from proposal_item item left join lateral (
    select verdict from proposal_answer answer where answer.proposal_id = item.proposal_id and answer.version = item.version
      and answer.item_id = item.id and verdict is not null order by answer.at desc limit 1) said on true
  where item.proposal_id = ${proposal} and item.version = ${version}`;
