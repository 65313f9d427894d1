import { Injectable } from '@nestjs/common';
import type { AddMember, MemberView } from '@poolrise/contracts';
import { constraintOf, Db } from '../db/db';
import { Refused } from '../http/refused';
import { audit } from './audit';
import { Member } from './member.entity';
import { Passwords } from './passwords';
import { Person } from './person.entity';

/** Who belongs to a workspace. */
@Injectable()
export class MembersService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Adds a person to a workspace. Somebody who has an account already keeps name and password: an owner must not be
   * able to change the password of a person who works for others as well.
   *
   * @throws Refused email-taken when the person is a member already
   */
  async add(workspaceId: string, ownerId: string, ask: AddMember): Promise<MemberView> {
    const passwordHash = await this.passwords.hash(ask.password);
    // People belong to no workspace, so this takes the engine's hat; the workspace is the caller's own.
    return this.db
      .asEngine(async (tx) => {
        await tx
          .createQueryBuilder()
          .insert()
          .into(Person)
          .values({ email: ask.email, name: ask.name, passwordHash })
          .orIgnore()
          .execute();
        const person = await tx.findOneByOrFail(Person, { email: ask.email });
        const member = tx.create(Member, {
          workspaceId,
          personId: person.id,
          role: ask.role,
          joinedAt: new Date(),
        });
        await tx.insert(Member, member);
        await audit(tx, {
          workspaceId,
          personId: ownerId,
          action: 'member.added',
          subjectId: person.id,
          detail: { role: ask.role },
        });
        return {
          personId: person.id,
          name: person.name,
          email: person.email,
          role: member.role,
          joinedAt: member.joinedAt.toISOString(),
        };
      })
      .catch((error: unknown) => {
        if (constraintOf(error) === 'one_membership_per_person')
          throw new Refused('email-taken', { field: '/email' });
        throw error;
      });
  }
}
