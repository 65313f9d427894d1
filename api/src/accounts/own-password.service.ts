import { Injectable } from '@nestjs/common';
import type { ChangePassword } from '@poolrise/contracts';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { auditEverywhere } from './audit';
import { Passwords } from './passwords';
import { Person } from './person.entity';
import { personUnder } from './sessions.queries';
import type { Visit } from './sessions.service';
import { SignInThrottle } from './sign-in-throttle';

/** Changing one's own password. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Changes the password of whoever is signed in and ends their other sessions: whoever knew the old one is out.
   * @throws Refused not-signed-in, too-many-attempts, current-password-wrong, unavailable
   */
  async change(ask: ChangePassword, { sessionHash, ip }: Visit, now = new Date()): Promise<void> {
    const person = await this.db.asEngine(async (tx) => {
      const personId = await personUnder(tx, sessionHash);
      return personId ? tx.findOneBy(Person, { id: personId }) : null;
    });
    if (!person) throw new Refused('not-signed-in');

    // Counted like a sign-in: a browser left open must not be a place to guess the password at leisure.
    await this.throttle.count(person.email, ip, now);
    const passwordHash = await this.hashIfRight(person, ask).catch(async (error: unknown) => {
      await this.throttle.takeBack(person.email, ip, false, now);
      throw error;
    });
    if (!passwordHash) throw new Refused('current-password-wrong', { field: '/currentPassword' });
    await this.throttle.takeBack(person.email, ip, true, now);

    await this.db.asEngine(async (tx) => {
      // Only from the hash that was compared: of two changes at the same moment the second has the wrong one.
      const { affected } = await tx.update(
        Person,
        { id: person.id, passwordHash: person.passwordHash },
        { passwordHash },
      );
      if (!affected) throw new Refused('current-password-wrong', { field: '/currentPassword' });
      const [, sessions] = await tx.query<[object[], number]>(
        'delete from session where person_id = $1 and id_hash <> $2',
        [person.id, sessionHash],
      );
      await auditEverywhere(tx, person.id, 'password.changed', { sessions });
    });
  }

  private async hashIfRight(person: Person, ask: ChangePassword): Promise<string | null> {
    const right = await this.passwords.verify(person.passwordHash, ask.currentPassword);
    return right ? this.passwords.hash(ask.newPassword) : null;
  }
}
