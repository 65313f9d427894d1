import { Injectable } from '@nestjs/common';
import type { SeeSharedProposal } from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { addressOf, countAttempt } from '../accounts/attempts';
import { Passwords } from '../accounts/passwords';
import { SignInThrottle } from '../accounts/sign-in-throttle';
import { Db } from '../db/db';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { tokenHashOf } from './proposal-links.service';

/** Where a request without a session came from. */
export interface Visitor {
  ip: string;
  userAgent: string;
}

export const visitorOf = ({ ip, headers }: FastifyRequest): Visitor => ({
  ip,
  userAgent: (headers['user-agent'] ?? '').slice(0, 200),
});

/** A link that is open, and the room behind it. */
export interface OpenLink {
  id: string;
  workspaceId: string;
  proposalId: string;
  expiresAt: string;
  tokenHash: Buffer;
}

/** An office of many people behind one address reads and answers a proposal with fewer. */
const requestsPerAddress = 600;

/**
 * Where people without an account come in. A link that never was, has expired, was revoked, or leads to nothing shared or to
 * what was put away gets one and the same answer, so that nobody learns what it was.
 */
@Injectable()
export class LinkDoor {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {}

  /** @throws Refused link-not-open, link-password-needed, link-password-wrong, too-many-attempts, unavailable */
  async enter(ask: SeeSharedProposal, visitor: Visitor, now = new Date()): Promise<OpenLink> {
    await this.db.asEngine((tx) =>
      countAttempt(tx, `links:${addressOf(visitor.ip)}`, requestsPerAddress, now),
    );
    const tokenHash = tokenHashOf(ask.token);
    const [link] = await this.db.asEngine((tx) =>
      tx.query<(OpenLink & { passwordHash: string | null })[]>(
        `select link.id, link.workspace_id as "workspaceId", link.proposal_id as "proposalId",
           ${isoInstant('link.expires_at')} as "expiresAt", link.password_hash as "passwordHash"
         from proposal_link link join proposal on proposal.id = link.proposal_id
         where token_hash = $1 and ${isOpen} and proposal.shared_version is not null
           and proposal.archived_at is null`,
        [tokenHash],
      ),
    );
    if (!link) throw new Refused('link-not-open');
    const { passwordHash, ...open } = link;
    if (passwordHash !== null) await this.checkPassword(passwordHash, ask, tokenHash, visitor.ip, now);
    return { ...open, tokenHash };
  }

  /** Five tries from one address and a hundred from all, as for a person who signs in. */
  private async checkPassword(
    passwordHash: string,
    ask: SeeSharedProposal,
    tokenHash: Buffer,
    ip: string,
    now: Date,
  ): Promise<void> {
    if (ask.password === undefined) throw new Refused('link-password-needed', { field: '/password' });
    const subject = `link ${tokenHash.toString('base64url')}`;
    await this.throttle.count(subject, ip, now);
    const right = await this.passwords.verify(passwordHash, ask.password).catch(async (error: unknown) => {
      await this.throttle.takeBack(subject, ip, false, now);
      throw error;
    });
    if (!right) throw new Refused('link-password-wrong', { field: '/password' });
    await this.throttle.takeBack(subject, ip, true, now);
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
