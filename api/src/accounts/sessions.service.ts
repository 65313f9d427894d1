import { Injectable } from '@nestjs/common';
import type { SessionView, SignIn } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { auditEverywhere } from './audit';
import { Newcomers } from './newcomers';
import { Passwords } from './passwords';
import { Person } from './person.entity';
import { newSessionToken, sessionDays } from './session-cookie';
import { Session } from './session.entity';
import { personUnder, sessionView } from './sessions.queries';
import { SignInThrottle } from './sign-in-throttle';

/** Where a request came from, as far as sessions care. */
export interface Visit {
  ip: string;
  userAgent: string;
  /** the session the browser brought along; a sign-in replaces it */
  sessionHash: Buffer | null;
}

const userAgentLength = 200;

/** Signing in and out. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly newcomers: Newcomers,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Signs a person in and returns the secret of the new session.
   * @throws Refused too-many-attempts, wrong-credentials (for an unknown e-mail just the same), unavailable
   */
  async signIn(ask: SignIn, visit: Visit, now = new Date()): Promise<{ token: string; view: SessionView }> {
    const { email } = ask;
    await this.throttle.count(email, visit.ip, now);
    const person = await this.personWith(ask).catch(async (error: unknown) => {
      await this.throttle.takeBack(email, visit.ip, false, now);
      throw error;
    });
    if (!person) throw new Refused('wrong-credentials');
    await this.throttle.takeBack(email, visit.ip, true, now);

    return this.db.asEngine(async (tx) => {
      // The password may have been changed since it was compared, and that change ends sessions: this one too.
      const unchanged = { id: person.id, passwordHash: person.passwordHash };
      if (!(await tx.findOne(Person, { where: unchanged, lock: { mode: 'pessimistic_read' } })))
        throw new Refused('wrong-credentials');
      await tx.query('delete from session where person_id = $1 and expires_at <= $2', [person.id, now]);
      await this.throttle.tidy(tx, now);
      await auditEverywhere(tx, person.id, 'session.signed-in', { ip: visit.ip });
      const token = await this.begin(tx, person.id, visit, now);
      return { token, view: await sessionView(tx, person.id) };
    });
  }

  /** Opens a session for a person known to be right; the one that the browser brought along ends. */
  async begin(tx: EntityManager, personId: string, visit: Visit, now: Date): Promise<string> {
    const { token, hash } = newSessionToken();
    if (visit.sessionHash) await tx.delete(Session, { idHash: visit.sessionHash });
    await tx.insert(Session, {
      idHash: hash,
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionDays * 24 * 3600_000),
      userAgent: visit.userAgent.slice(0, userAgentLength),
    });
    return token;
  }

  /** Ends this session; ending it twice is no error. */
  signOut(sessionHash: Buffer): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const [ended] = await this.end(tx, 'id_hash = $1', sessionHash);
      if (ended) await auditEverywhere(tx, ended, 'session.signed-out');
    });
  }

  /** Ends every session of the person, on all devices. */
  signOutEverywhere(sessionHash: Buffer): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const ended = await this.end(
        tx,
        'person_id = (select person_id from session where id_hash = $1)',
        sessionHash,
      );
      if (ended[0])
        await auditEverywhere(tx, ended[0], 'session.signed-out-everywhere', { sessions: ended.length });
    });
  }

  /** Who is signed in under this session, if anyone. */
  view(sessionHash: Buffer | null): Promise<SessionView> {
    return this.db.asEngine(async (tx) => sessionView(tx, await personUnder(tx, sessionHash)));
  }

  /** Who has this e-mail and password: a person with an account, or somebody invited who comes for the first time. */
  private async personWith({ email, password }: SignIn): Promise<Person | null> {
    const fits = async (person: Person) =>
      (await this.passwords.verify(person.passwordHash, password)) ? person : null;
    const known = await this.personUnder(email);
    if (known) return fits(known);
    const newcomer = await this.newcomers.welcome(email, password);
    if (newcomer) return newcomer;
    // Another device of hers may have opened the account between the two looks above.
    const meanwhile = await this.personUnder(email);
    return meanwhile && fits(meanwhile);
  }

  private personUnder(email: string): Promise<Person | null> {
    return this.db.asEngine((tx) => tx.findOneBy(Person, { email }));
  }

  /** Deletes sessions and returns whose they were. */
  private async end(tx: EntityManager, which: string, sessionHash: Buffer): Promise<string[]> {
    const [rows] = await tx.query<[{ person_id: string }[], number]>(
      `delete from session where ${which} returning person_id`,
      [sessionHash],
    );
    return rows.map((row) => row.person_id);
  }
}
