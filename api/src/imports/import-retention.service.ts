import { Injectable } from '@nestjs/common';
import { importLimits, type ImportRetention, type ImportView } from '@poolrise/contracts';
import { dayInShanghai, keptUntil, usualKeptMonths } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { ImportFile } from './import-file.entity';
import { importView } from './imports.queries';

type Person = Pick<CallingPerson, 'id'>;

/** How long what files brought is kept: as a workspace always does it, and of one file. */
@Injectable()
export class ImportRetentionService {
  constructor(private readonly db: Db) {}

  ofWorkspace(workspaceId: string): Promise<ImportRetention> {
    return this.db.inWorkspace(workspaceId, retentionIn);
  }

  /** Files that are here keep their day: it was said of them when they came. */
  set(workspaceId: string, person: Person, months: number, now = new Date()): Promise<ImportRetention> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const before = await retentionIn(tx);
      await tx.query(
        `insert into import_retention (workspace_id, months, set_by, set_at) values ($1, $2, $3, $4)
         on conflict (workspace_id) do update set months = $2, set_by = $3, set_at = $4`,
        [workspaceId, months, person.id, now],
      );
      await audit(tx, {
        workspaceId,
        personId: person.id,
        action: 'import.retention-set',
        subjectId: workspaceId,
        detail: { months, before: before.months },
      });
      return retentionIn(tx);
    });
  }

  /** @throws Refused not-found, import-not-so-far, import-day-unfit */
  keep(
    workspaceId: string,
    person: Person,
    importId: string,
    day: string,
    now = new Date(),
  ): Promise<ImportView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const file = await tx.findOne(ImportFile, {
        where: { id: importId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!file) throw new Refused('not-found', { field: 'path.importId' });
      const today = dayInShanghai(now);
      if (day < today || day > keptUntil(today, importLimits.keptMonths))
        throw new Refused('import-day-unfit', { field: '/keptUntil' });
      if (file.expiredAt)
        throw new Refused('import-not-so-far', {
          detail: 'The day of the file had come: it is being deleted.',
        });
      await tx.query(
        'update import_file set kept_until = $2, kept_months = null, kept_by = $3 where id = $1',
        [importId, day, person.id],
      );
      await audit(tx, {
        workspaceId,
        personId: person.id,
        action: 'import.kept-until-chosen',
        subjectId: importId,
        detail: { name: file.name, keptUntil: day, before: file.keptUntil },
      });
      await announce(tx, workspaceId, 'imports');
      return importView(tx, importId);
    });
  }
}

/** How long a file that comes now is kept, and by whose word. */
export async function retentionOf(
  tx: EntityManager,
  person: Person,
  chosen: number | undefined,
  now: Date,
): Promise<Pick<ImportFile, 'keptUntil' | 'keptMonths' | 'keptBy'>> {
  const months = chosen ?? (await retentionIn(tx)).months;
  return {
    keptUntil: keptUntil(dayInShanghai(now), months),
    keptMonths: months,
    keptBy: chosen === undefined ? null : person.id,
  };
}

async function retentionIn(tx: EntityManager): Promise<ImportRetention> {
  const [set] = await tx.query<ImportRetention[]>(
    `select months, coalesce(person.name, '') as "setBy", ${isoInstant('set_at')} as "setAt"
     from import_retention left join person on person.id = set_by`,
  );
  return set ?? { months: usualKeptMonths, setBy: null, setAt: null };
}
