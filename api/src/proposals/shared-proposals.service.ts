import { Injectable } from '@nestjs/common';
import type { AnswerProposal, CommentProposal, SeeSharedProposal, SharedProposal } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit, type AuditAction } from '../accounts/audit';
import type { Visitor } from '../accounts/link-keys';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { LinkDoor, type OpenLink, refuseClosed, visitorHash } from './link-door';
import { answersMax } from './proposal-versions';
import { sharedView } from './proposals.queries';
import { lockProposal, refuseMovedOn } from './proposals.service';

interface Said {
  version: number;
  itemId: string | null;
  verdict: AnswerProposal['verdict'] | null;
  comment: string;
  name: string;
}

/** What a client sees and says through a link. Everything happens inside the walls of the room that the link belongs to. */
@Injectable()
export class SharedProposalsService {
  constructor(
    private readonly db: Db,
    private readonly door: LinkDoor,
  ) {}

  /** The newest shared version. @throws Refused as LinkDoor.enter */
  async see(ask: SeeSharedProposal, visitor: Visitor): Promise<SharedProposal> {
    const link = await this.door.enter(ask, visitor);
    return this.db.inWorkspace(link.workspaceId, async (tx) => {
      const view = await sharedView(tx, link.proposalId, link.expiresAt);
      const [fresh] = await tx.query<object[]>(
        `insert into proposal_view (link_id, visitor, hour, workspace_id) values ($1, $2, date_trunc('hour', now()), $3)
         on conflict on constraint one_view_per_visitor_and_hour do nothing returning 1`,
        [link.id, visitorHash(link, visitor), link.workspaceId],
      );
      if (fresh) await record(tx, link, 'proposal.viewed', { version: view.version });
      return view;
    });
  }

  /**
   * One verdict about one creator.
   * @throws Refused as LinkDoor.enter, and proposal-moved-on, answered-meanwhile, too-many-answers, not-found
   */
  async answer(ask: AnswerProposal, visitor: Visitor): Promise<SharedProposal> {
    const link = await this.door.enter(ask, visitor);
    return this.db.inWorkspace(link.workspaceId, async (tx) => {
      await this.standsStill(tx, link, ask.version);
      const [item] = await tx.query<{ name: string; answers: number }[]>(
        `select snapshot ->> 'name' as name,
           (select count(*)::int from proposal_answer where proposal_id = $2 and version = $3 and item_id = $1) as answers
         from proposal_item where id = $1 and proposal_id = $2 and version = $3`,
        [ask.itemId, link.proposalId, ask.version],
      );
      if (!item) throw new Refused('not-found', { field: '/itemId' });
      if (item.answers !== ask.seen)
        throw new Refused('answered-meanwhile', {
          field: '/seen',
          figures: { seen: ask.seen, answers: item.answers },
        });
      await say(tx, link, ask);
      const { version, verdict, name } = ask;
      await record(tx, link, 'proposal.answered', { version, verdict, creator: item.name, name });
      return sharedView(tx, link.proposalId, link.expiresAt);
    });
  }

  /** A comment on the whole. @throws Refused as LinkDoor.enter, and proposal-moved-on, too-many-answers */
  async comment(ask: CommentProposal, visitor: Visitor): Promise<SharedProposal> {
    const link = await this.door.enter(ask, visitor);
    return this.db.inWorkspace(link.workspaceId, async (tx) => {
      await this.standsStill(tx, link, ask.version);
      await say(tx, link, { ...ask, itemId: null, verdict: null });
      await record(tx, link, 'proposal.commented', { version: ask.version, name: ask.name });
      return sharedView(tx, link.proposalId, link.expiresAt);
    });
  }

  /** Locks the proposal, and makes sure that the link is open and the client speaks of what is shared now. */
  private async standsStill(tx: EntityManager, link: OpenLink, version: number): Promise<void> {
    const { sharedVersion } = await lockProposal(tx, link.proposalId);
    await refuseClosed(tx, link.id);
    refuseMovedOn(sharedVersion ?? 0, version, '/version');
  }
}

async function say(tx: EntityManager, link: OpenLink, said: Said): Promise<void> {
  // By the clock and not the beginning of the transaction: whoever waited for the lock speaks later.
  const [row] = await tx.query<{ id: string }[]>(
    `insert into proposal_answer (proposal_id, version, workspace_id, item_id, link_id, verdict, comment, name, at)
     select $1, $2, $3, $4::uuid, $5, $6, $7, $8, clock_timestamp()
     where (select count(*) from proposal_answer where proposal_id = $1 and version = $2) < $9::int returning id`,
    [
      link.proposalId,
      said.version,
      link.workspaceId,
      said.itemId,
      link.id,
      said.verdict,
      said.comment.trim(),
      said.name,
      answersMax,
    ],
  );
  if (!row) throw new Refused('too-many-answers');
  await tx.query('update proposal set changed_at = now() where id = $1', [link.proposalId]);
}

/** A line in the trail of the room, and word to the team and to the agency's page of clients. */
async function record(
  tx: EntityManager,
  link: OpenLink,
  action: AuditAction,
  detail: Record<string, unknown>,
): Promise<void> {
  const { id: linkId, workspaceId, proposalId } = link;
  await audit(tx, {
    workspaceId,
    personId: null,
    action,
    subjectId: proposalId,
    detail: { linkId, ...detail },
  });
  if (action === 'proposal.viewed') return announce(tx, workspaceId, 'proposals');
  await announce(tx, workspaceId, 'proposals', 'notices');
  const [room] = await tx.query<{ agency_id: string | null }[]>(
    'select agency_id from workspace where id = $1',
    [workspaceId],
  );
  if (room?.agency_id) await announce(tx, room.agency_id, 'clients');
}
