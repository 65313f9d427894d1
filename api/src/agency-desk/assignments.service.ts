import { Injectable } from '@nestjs/common';
import type { Assigned, AssignTask, SetAgencySla, TaskSubject } from '@poolrise/contracts';
import { dayInShanghai } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { lockAgency, openRoom, refuseOthers } from '../agencies/client-rooms';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';

const tables: Record<TaskSubject, string> = {
  campaign: 'campaign',
  order: 'cooperation_order',
  recruitment: 'recruitment',
  'top-up': 'top_up',
};

/** Who of the agency looks after what, and within how many hours the agency answers. */
@Injectable()
export class AssignmentsService {
  constructor(private readonly db: Db) {}

  /**
   * Gives something to somebody who may work in its room, or takes it from whoever has it.
   * @throws Refused agency-only, not-found, not-of-agency
   */
  async assign(
    agencyId: string,
    person: CallingPerson,
    ask: AssignTask,
    now = new Date(),
  ): Promise<Assigned> {
    refuseOthers(person);
    const { clientId, subject, subjectId, personId } = ask;
    return this.db.asEngine(async (tx) => {
      await lockAgency(tx, agencyId);
      await openRoom(tx, agencyId, person.id, clientId, '/clientId');
      const rows = await tx.query<object[]>(
        `select from ${tables[subject]} where id = $1 and workspace_id = $2`,
        [subjectId, clientId],
      );
      if (rows.length === 0) throw new Refused('not-found', { field: '/subjectId' });
      const owner = personId === null ? null : await worker(tx, clientId, personId);
      if (owner)
        await tx.query(
          `insert into agency_assignment (workspace_id, subject, subject_id, client_id, person_id, assigned_by, assigned_at)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict on constraint one_owner_per_subject
             do update set person_id = excluded.person_id, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at`,
          [agencyId, subject, subjectId, clientId, owner.id, person.id, now],
        );
      else
        await tx.query(
          'delete from agency_assignment where workspace_id = $1 and subject = $2 and subject_id = $3',
          [agencyId, subject, subjectId],
        );
      await audit(tx, {
        workspaceId: agencyId,
        personId: person.id,
        action: 'agency.assigned',
        subjectId,
        detail: { subject, clientId, personId },
      });
      await announce(tx, agencyId, 'clients');
      return { owner };
    });
  }

  /** @throws Refused agency-only */
  async setHours(
    agencyId: string,
    person: CallingPerson,
    ask: SetAgencySla,
    now = new Date(),
  ): Promise<SetAgencySla> {
    refuseOthers(person);
    await this.db.asEngine(async (tx) => {
      await lockAgency(tx, agencyId);
      await tx.query(
        `insert into agency_hours (workspace_id, kind, from_day, hours, written_by, written_at) values ($1, $2, $3, $4, $5, $6)
         on conflict on constraint one_time_per_day
           do update set hours = excluded.hours, written_by = excluded.written_by, written_at = excluded.written_at`,
        [agencyId, ask.kind, dayInShanghai(now), ask.hours, person.id, now],
      );
      await audit(tx, {
        workspaceId: agencyId,
        personId: person.id,
        action: 'agency.hours-set',
        detail: { ...ask },
      });
      await announce(tx, agencyId, 'clients');
    });
    return ask;
  }
}

/** Somebody of the team in a room. @throws Refused not-of-agency */
async function worker(
  tx: EntityManager,
  clientId: string,
  personId: string,
): Promise<{ id: string; name: string }> {
  const [found] = await tx.query<{ id: string; name: string }[]>(
    `select person.id, person.name from member join person on person.id = member.person_id
      where member.workspace_id = $1 and member.person_id = $2 and member.role <> 'client_viewer'`,
    [clientId, personId],
  );
  if (!found) throw new Refused('not-of-agency', { field: '/personId' });
  return found;
}
