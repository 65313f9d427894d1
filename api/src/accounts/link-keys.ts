import { Injectable } from '@nestjs/common';
import type { SeeSharedProposal } from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { addressOf, countAttempt } from './attempts';
import { Passwords } from './passwords';
import { SignInThrottle } from './sign-in-throttle';

/** Where a request without a session came from. */
export interface Visitor {
  ip: string;
  userAgent: string;
}

export const visitorOf = ({ ip, headers }: FastifyRequest): Visitor => ({
  ip,
  userAgent: (headers['user-agent'] ?? '').slice(0, 200),
});

/** A plain hash is enough for 256 random bits: there is no dictionary to try. */
export const tokenHashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

/** An office of many people behind one address reads and answers with fewer. */
const requestsPerAddress = 600;
/** A file takes longer than a page: nobody reads this many in a quarter of an hour. */
const filesPerAddress = 60;

/** Whatever is kept of a link beside what it opens. */
type Kept<Link> = Link & { passwordHash: string | null };

/** Keys that people without an account have: a link, and sometimes a password beside it. */
@Injectable()
export class LinkKeys {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * What a link opens, as `find` knows it by the hash of its token; nothing for a link that is closed or never was.
   * @throws Refused link-not-open, link-password-needed, link-password-wrong, too-many-attempts, unavailable
   */
  async enter<Link extends object>(
    ask: SeeSharedProposal,
    visitor: Visitor,
    find: (tx: EntityManager, tokenHash: Buffer) => Promise<Kept<Link> | undefined>,
    now = new Date(),
  ): Promise<Link & { tokenHash: Buffer }> {
    await this.db.asEngine((tx) =>
      countAttempt(tx, `links:${addressOf(visitor.ip)}`, requestsPerAddress, now),
    );
    const tokenHash = tokenHashOf(ask.token);
    const link = await this.db.asEngine((tx) => find(tx, tokenHash));
    if (!link) throw new Refused('link-not-open');
    const { passwordHash, ...open } = link;
    if (passwordHash !== null) await this.checkPassword(passwordHash, ask, tokenHash, visitor.ip, now);
    return { ...(open as unknown as Link), tokenHash };
  }

  /** A file of what a link opens. @throws Refused too-many-attempts */
  countFile({ ip }: Visitor, now: Date): Promise<void> {
    return this.db.asEngine((tx) => countAttempt(tx, `link-files:${addressOf(ip)}`, filesPerAddress, now));
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
