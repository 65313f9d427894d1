import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { addressOf, countAttempt, windowSeconds } from './attempts';

const triesPerPerson = 5;
const triesPerAddress = 50;
const strangersTries = 100;
const familiarDays = 90;

/**
 * Slows down guessing: five tries for one e-mail from one address, fifty from one address, in a quarter of an hour.
 *
 * Counted per e-mail *and* address, so that a stranger who guesses at Lin's password locks out himself and not Lin.
 * Somebody with a thousand addresses would still have five thousand tries, so strangers' tries at one e-mail are counted
 * together as well. That count Lin does not share: an address from which she signed in lately is none of a stranger's.
 * Source: OWASP Authentication Cheat Sheet, "Account Lockout", and its device cookies, with the address for the cookie.
 */
@Injectable()
export class SignInThrottle {
  constructor(private readonly db: Db) {}

  /** Counts a try before it is made, so that a hundred at once are a hundred tries. @throws Refused too-many-attempts */
  async count(email: string, ip: string, now: Date): Promise<void> {
    await this.db.asEngine(async (tx) => {
      // Address, e-mail, pair, in every writer: one order, no deadlock. A refusal rolls its own counts back.
      await countAttempt(tx, addressOf(ip), triesPerAddress, now);
      if (!(await this.isFamiliar(tx, email, ip, now)))
        await countAttempt(tx, strangersOf(email), strangersTries, now);
      await countAttempt(tx, pairOf(email, ip), triesPerPerson, now);
    });
  }

  /** The try was no guess: it succeeded, or was never made. A success also forgives the earlier failures of the person. */
  async takeBack(email: string, ip: string, succeeded: boolean, now: Date): Promise<void> {
    await this.db.asEngine(async (tx) => {
      const oneLess =
        'update sign_in_attempt set failures = failures - 1 where subject = $1 and failures > 0';
      await tx.query(oneLess, [addressOf(ip)]);
      // One less and not none: a person who comes in from a new place must not clear the way for whoever guesses.
      if (!(await this.isFamiliar(tx, email, ip, now))) await tx.query(oneLess, [strangersOf(email)]);
      if (!succeeded) return void (await tx.query(oneLess, [pairOf(email, ip)]));
      await tx.query('delete from sign_in_attempt where subject = $1', [pairOf(email, ip)]);
      await tx.query(
        `insert into familiar_address (person_id, address, signed_in_at) select id, $2, $3 from person where email = $1
         on conflict on constraint familiar_address_pkey do update set signed_in_at = excluded.signed_in_at`,
        [email, addressOf(ip), now],
      );
    });
  }

  /** Forgets windows that are over; rows of them mean nothing. */
  async tidy(tx: EntityManager, now: Date): Promise<void> {
    await tx.query(
      `delete from sign_in_attempt where subject in (
         select subject from sign_in_attempt where window_started_at <= $1::timestamptz - $2::int * interval '1 second'
         for update skip locked)`,
      [now, windowSeconds],
    );
    await tx.query(
      `delete from familiar_address where (person_id, address) in (
         select person_id, address from familiar_address where signed_in_at <= $1::timestamptz - $2::int * interval '1 day'
         for update skip locked)`,
      [now, familiarDays],
    );
  }

  private async isFamiliar(tx: EntityManager, email: string, ip: string, now: Date): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `select from familiar_address join person on person.id = person_id
       where email = $1 and address = $2 and signed_in_at > $3::timestamptz - $4::int * interval '1 day'`,
      [email, addressOf(ip), now, familiarDays],
    );
    return rows.length > 0;
  }
}

function pairOf(email: string, ip: string): string {
  return `person:${hashOf(email)}@${addressOf(ip)}`;
}

function strangersOf(email: string): string {
  return `strangers:${hashOf(email)}`;
}

// People type passwords into the e-mail field; a hash keeps those out of the table.
function hashOf(email: string): string {
  return createHash('sha256').update(email).digest('base64url');
}
