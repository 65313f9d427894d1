import { Injectable } from '@nestjs/common';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { Invitation } from './invitation.entity';
import { join } from './invitations.service';
import { Passwords } from './passwords';
import { Person } from './person.entity';

/** Several workspaces may have invited somebody, each with another first password; more than this is not tried. */
const tried = 10;

/**
 * People who sign in for the first time, with the password that an owner told them. Only now do they get an account: an
 * invitation that was taken back leaves nothing behind, and an owner who mistyped the password can simply ask again.
 */
@Injectable()
export class Newcomers {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
  ) {}

  /** Opens the account of an invited person and lets them into the workspace whose password fits; null: none does. */
  async welcome(email: string, password: string): Promise<Person | null> {
    const invitations = await this.db.asEngine((tx) =>
      tx.find(Invitation, { where: { email }, order: { invitedAt: 'desc' }, take: tried }),
    );
    // Somebody who is not invited costs one hash as well, like everybody else.
    if (invitations.length === 0) await this.passwords.verify(null, password);
    for (const invitation of invitations)
      if (await this.passwords.verify(invitation.passwordHash, password)) return this.open(invitation);
    return null;
  }

  private open({ id, email, name, passwordHash, workspaceId, role }: Invitation): Promise<Person> {
    return this.db.asEngine(async (tx) => {
      // Two first sign-ins at the same moment queue on this row; the second finds the account that the first opened.
      const { affected } = await tx.delete(Invitation, { id });
      if (affected)
        await tx
          .createQueryBuilder()
          .insert()
          .into(Person)
          .values({ email, name, passwordHash })
          .orIgnore()
          .execute();
      // By the hash: an account that another invitation opened meanwhile has another password, which nobody proved here.
      const person = await tx.findOneBy(Person, { email, passwordHash });
      if (!person) throw new Refused('wrong-credentials');
      if (affected) await join(tx, { workspaceId, personId: person.id, role });
      return person;
    });
  }
}
