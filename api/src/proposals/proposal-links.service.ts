import { Injectable } from '@nestjs/common';
import type { NewLinkView, OpenProposalLink } from '@poolrise/contracts';
import { audit } from '../accounts/audit';
import { newToken, tokenHashOf } from '../accounts/link-keys';
import { Passwords } from '../accounts/passwords';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { linkViews } from './proposals.queries';
import { lockProposal, shareLatest } from './proposals.service';

/** Links to one proposal that are open at once. */
const openLinksMax = 20;

/** Links by which a client sees a proposal without an account. */
@Injectable()
export class ProposalLinksService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
  ) {}

  /** Makes a link, and shares the latest version with it. @throws Refused not-found, too-many-links, unavailable */
  async open(
    workspaceId: string,
    personId: string,
    proposalId: string,
    ask: OpenProposalLink,
  ): Promise<NewLinkView> {
    const passwordHash = ask.password === undefined ? null : await this.passwords.hash(ask.password);
    const token = newToken();
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const proposal = await lockProposal(tx, proposalId);
      await shareLatest(tx, { workspaceId, personId, proposalId, proposal });
      const [open] = await tx.query<{ count: number }[]>(
        'select count(*)::int from proposal_link where proposal_id = $1 and revoked_at is null and expires_at > now()',
        [proposalId],
      );
      if ((open?.count ?? 0) >= openLinksMax) throw new Refused('too-many-links');
      const [row] = await tx.query<{ id: string }[]>(
        `insert into proposal_link (proposal_id, workspace_id, token_hash, password_hash, expires_at, created_by, created_at)
         values ($1, $2, $3, $4, now() + $5::int * interval '1 day', $6, now()) returning id`,
        [proposalId, workspaceId, tokenHashOf(token), passwordHash, ask.days, personId],
      );
      const linkId = row?.id ?? '';
      await audit(tx, {
        workspaceId,
        personId,
        action: 'proposal.link-opened',
        subjectId: proposalId,
        detail: { linkId, days: ask.days, withPassword: passwordHash !== null },
      });
      await announce(tx, workspaceId, 'proposals');
      const [view] = await linkViews(tx, proposalId, linkId);
      if (!view) throw new Error('a link was written and is not there');
      return { ...view, token };
    });
  }

  /** Closes a link; closing it twice is no error. @throws Refused not-found */
  async revoke(workspaceId: string, personId: string, proposalId: string, linkId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const [rows] = await tx.query<[{ fresh: boolean }[], number]>(
        `update proposal_link link set revoked_at = coalesce(link.revoked_at, now()) from proposal_link old
         where link.id = $1 and link.proposal_id = $2 and old.id = link.id returning old.revoked_at is null as fresh`,
        [linkId, proposalId],
      );
      if (!rows[0]) throw new Refused('not-found', { field: 'path.linkId' });
      if (!rows[0].fresh) return;
      const event = { workspaceId, personId, subjectId: proposalId, detail: { linkId } };
      await audit(tx, { ...event, action: 'proposal.link-revoked' });
      await announce(tx, workspaceId, 'proposals');
    });
  }
}
