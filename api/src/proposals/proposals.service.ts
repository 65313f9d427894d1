import { Injectable } from '@nestjs/common';
import type {
  PreviewProposal,
  ProposalPreview,
  ProposalView,
  ShareProposalVersion,
  WriteProposal,
  WriteProposalVersion,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { freezeItems, sameTerms } from './freeze-items';
import { proposalFigures } from './proposal-figures';
import { carryAnswers, insertVersion, versionOf } from './proposal-versions';
import { proposalView } from './proposals.queries';

export interface LockedProposal {
  name: string;
  version: number;
  sharedVersion: number | null;
  archived: boolean;
}

/** Proposals and their versions. A version is never changed: who edits writes the next. */
@Injectable()
export class ProposalsService {
  constructor(private readonly db: Db) {}

  /** Writes a proposal, or returns the one already written under the same request key. @throws Refused not-found, request-key-reused */
  write(workspaceId: string, personId: string, ask: WriteProposal): Promise<ProposalView> {
    const { requestKey, ...asked } = ask;
    const hash = requestFingerprint(asked);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      // The unique key is the lock: a second request with the same key waits here for the first.
      const [row] = await tx.query<{ id: string }[]>(
        `insert into proposal (workspace_id, name, version, request_key, request_hash, created_by, changed_at)
         values ($1, $2, 1, $3, $4, $5, now()) on conflict on constraint one_proposal_per_request do nothing returning id`,
        [workspaceId, ask.name, requestKey, hash, personId],
      );
      if (!row) return proposalView(tx, await writtenBefore(tx, requestKey, hash));
      const items = await freezeItems(tx, workspaceId, ask.items);
      const about = {
        workspaceId,
        proposalId: row.id,
        version: 1,
        message: ask.message,
        writtenBy: personId,
      };
      const figures = await proposalFigures(tx, items, ask.target);
      await insertVersion(tx, { ...about, share: false }, items, figures);
      await audit(tx, {
        workspaceId,
        personId,
        action: 'proposal.written',
        subjectId: row.id,
        detail: { name: ask.name, creators: items.length },
      });
      await announce(tx, workspaceId, 'proposals');
      return proposalView(tx, row.id);
    });
  }

  /** What items would come to; writes nothing. @throws Refused not-found */
  preview(workspaceId: string, ask: PreviewProposal): Promise<ProposalPreview> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const items = await freezeItems(tx, workspaceId, ask.items);
      return {
        figures: await proposalFigures(tx, items, ask.target),
        items: items.map(({ creatorId, creator, gone, kind, notes, forecast }) => ({
          creatorId,
          creator,
          gone,
          kind,
          notes,
          forecast,
        })),
      };
    });
  }

  /** Writes the next version. @throws Refused not-found, proposal-archived, proposal-moved-on, proposal-unchanged */
  writeVersion(
    workspaceId: string,
    personId: string,
    proposalId: string,
    ask: WriteProposalVersion,
  ): Promise<ProposalView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const proposal = await lockProposal(tx, proposalId);
      refuseArchived(proposal);
      refuseMovedOn(proposal.version, ask.basedOn, '/basedOn');
      const before = await versionOf(tx, proposalId, proposal.version);
      if (!before) throw new Error('the latest version of a proposal is gone');
      const same =
        before.message === ask.message &&
        before.items.length === ask.items.length &&
        before.items.every((item, index) => sameTerms(item, ask.items[index] ?? item));
      if (same) throw new Refused('proposal-unchanged', { field: '/items' });

      const items = await freezeItems(tx, workspaceId, ask.items, before.items);
      const version = proposal.version + 1;
      const { message, share } = ask;
      const about = { workspaceId, proposalId, version, message, writtenBy: personId, share };
      // The target stays that of the brief the proposal was made for.
      const target = before.figures.targetReach?.target;
      await insertVersion(tx, about, items, await proposalFigures(tx, items, target));
      await carryAnswers(tx, proposalId, proposal.sharedVersion, version);
      await tx.query(
        `update proposal set version = $2, shared_version = case when $3::boolean then $2 else shared_version end,
           changed_at = now() where id = $1`,
        [proposalId, version, share],
      );
      const event = { workspaceId, personId, subjectId: proposalId, detail: { version } };
      await audit(tx, { ...event, action: 'proposal.version-written' });
      if (share) await audit(tx, { ...event, action: 'proposal.shared' });
      await announce(tx, workspaceId, 'proposals');
      return proposalView(tx, proposalId);
    });
  }

  /** Puts a proposal away, or back; doing it twice is no error. @throws Refused not-found */
  archive(
    workspaceId: string,
    personId: string,
    proposalId: string,
    archived: boolean,
  ): Promise<ProposalView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const before = await lockProposal(tx, proposalId);
      if (before.archived !== archived) {
        await tx.query(
          'update proposal set archived_at = case when $2::boolean then now() end where id = $1',
          [proposalId, archived],
        );
        const action = archived ? 'proposal.archived' : 'proposal.brought-back';
        await audit(tx, {
          workspaceId,
          personId,
          action,
          subjectId: proposalId,
          detail: { name: before.name },
        });
        await announce(tx, workspaceId, 'proposals');
      }
      return proposalView(tx, proposalId);
    });
  }

  /** Shows the latest version to the client; showing it twice is no error. @throws Refused not-found, proposal-archived, proposal-moved-on */
  share(
    workspaceId: string,
    personId: string,
    proposalId: string,
    ask: ShareProposalVersion,
  ): Promise<ProposalView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const proposal = await lockProposal(tx, proposalId);
      refuseMovedOn(proposal.version, ask.version, '/version');
      await shareLatest(tx, { workspaceId, personId, proposalId, proposal });
      return proposalView(tx, proposalId);
    });
  }
}

/** The one lock of a proposal: versions, links and answers of clients queue here. @throws Refused not-found */
export async function lockProposal(tx: EntityManager, proposalId: string): Promise<LockedProposal> {
  const [row] = await tx.query<LockedProposal[]>(
    `select name, version, shared_version as "sharedVersion", archived_at is not null as archived
     from proposal where id = $1 for no key update`,
    [proposalId],
  );
  if (!row) throw new Refused('not-found', { field: 'path.proposalId' });
  return row;
}

/** Makes the latest version the one that clients see. @throws Refused proposal-archived */
export async function shareLatest(
  tx: EntityManager,
  about: { workspaceId: string; personId: string; proposalId: string; proposal: LockedProposal },
): Promise<void> {
  const { workspaceId, personId, proposalId, proposal } = about;
  refuseArchived(proposal);
  if (proposal.sharedVersion === proposal.version) return;
  await carryAnswers(tx, proposalId, proposal.sharedVersion, proposal.version);
  await tx.query('update proposal_version set shared_at = now() where proposal_id = $1 and version = $2', [
    proposalId,
    proposal.version,
  ]);
  await tx.query('update proposal set shared_version = version, changed_at = now() where id = $1', [
    proposalId,
  ]);
  const event = { workspaceId, personId, subjectId: proposalId, detail: { version: proposal.version } };
  await audit(tx, { ...event, action: 'proposal.shared' });
  await announce(tx, workspaceId, 'proposals');
}

/** @throws Refused proposal-archived */
function refuseArchived({ archived }: LockedProposal): void {
  if (archived) throw new Refused('proposal-archived', { field: 'path.proposalId' });
}

/** @throws Refused proposal-moved-on */
export function refuseMovedOn(latest: number, named: number, field: string): void {
  if (latest !== named) throw new Refused('proposal-moved-on', { field, figures: { yours: named, latest } });
}

async function writtenBefore(tx: EntityManager, requestKey: string, hash: string): Promise<string> {
  const [earlier] = await tx.query<{ id: string; request_hash: string }[]>(
    'select id, request_hash from proposal where request_key = $1',
    [requestKey],
  );
  if (earlier?.request_hash !== hash) throw new Refused('request-key-reused', { field: '/requestKey' });
  return earlier.id;
}
