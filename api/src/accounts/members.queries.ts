import { Injectable } from '@nestjs/common';
import type { MemberView, Page } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';

const view = `select member.person_id as "personId", person.name, person.email, member.role,
                     ${isoInstant('member.joined_at')} as "joinedAt"
              from member join person on person.id = member.person_id`;

/** Members in the order in which they joined. */
@Injectable()
export class MembersQueries {
  constructor(private readonly db: Db) {}

  async page(workspaceId: string, ask: { cursor?: string; limit: number }): Promise<Page<MemberView>> {
    const [, joinedAt, personId] =
      decodeCursor(ask.cursor, z.literal('members'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<MemberView>(
      workspaceId,
      `${view} where $1::timestamptz is null or (member.joined_at, member.person_id) > ($1, $2::uuid)
       order by member.joined_at, member.person_id limit $3`,
      [joinedAt, personId, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      (row) => row,
      (row) => ['members', row.joinedAt, row.personId],
    );
  }
}

/** One member of the workspace that the transaction speaks for. */
export async function memberView(tx: EntityManager, personId: string): Promise<MemberView> {
  const [row] = await tx.query<MemberView[]>(`${view} where member.person_id = $1`, [personId]);
  if (!row) throw new Error('a member was asked for who is none');
  return row;
}
