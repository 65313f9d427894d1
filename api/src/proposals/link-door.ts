import { Injectable } from '@nestjs/common';
import type { SeeSharedProposal } from '@poolrise/contracts';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { addressOf } from '../accounts/attempts';
import { LinkKeys, type Visitor } from '../accounts/link-keys';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';

/** A link that is open, and the room behind it. */
export interface OpenLink {
  id: string;
  workspaceId: string;
  proposalId: string;
  expiresAt: string;
  tokenHash: Buffer;
}

/**
 * Where people without an account come in. A link that never was, has expired, was revoked, or leads to nothing shared or to
 * what was put away gets one and the same answer, so that nobody learns what it was.
 */
@Injectable()
export class LinkDoor {
  constructor(private readonly keys: LinkKeys) {}

  /** @throws Refused link-not-open, link-password-needed, link-password-wrong, too-many-attempts, unavailable */
  enter(ask: SeeSharedProposal, visitor: Visitor): Promise<OpenLink> {
    return this.keys.enter<Omit<OpenLink, 'tokenHash'>>(ask, visitor, async (tx, tokenHash) => {
      const [link] = await tx.query<(Omit<OpenLink, 'tokenHash'> & { passwordHash: string | null })[]>(
        `select link.id, link.workspace_id as "workspaceId", link.proposal_id as "proposalId",
           ${isoInstant('link.expires_at')} as "expiresAt", link.password_hash as "passwordHash"
         from proposal_link link join proposal on proposal.id = link.proposal_id
         where token_hash = $1 and ${isOpen} and proposal.shared_version is not null
           and proposal.archived_at is null`,
        [tokenHash],
      );
      return link;
    });
  }

  /** @throws Refused too-many-attempts */
  countFile(visitor: Visitor, now: Date): Promise<void> {
    return this.keys.countFile(visitor, now);
  }
}

const isOpen = 'link.revoked_at is null and link.expires_at > now()';

/** Asked again inside the transaction that writes: a link may be revoked while its password is being compared. */
export async function refuseClosed(tx: EntityManager, linkId: string): Promise<void> {
  const rows = await tx.query<object[]>(
    `select from proposal_link link join proposal on proposal.id = link.proposal_id
     where link.id = $1 and ${isOpen} and proposal.archived_at is null for key share of link`,
    [linkId],
  );
  if (rows.length === 0) throw new Refused('link-not-open');
}

/** The same visitor of the same link, without keeping who they are. */
export const visitorHash = (link: OpenLink, { ip, userAgent }: Visitor): Buffer =>
  createHash('sha256')
    .update(link.tokenHash)
    .update(`${addressOf(ip)} ${userAgent}`)
    .digest();
