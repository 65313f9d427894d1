import { Injectable } from '@nestjs/common';
import {
  importLimits,
  type ImportListItem,
  type ImportMapping,
  type ImportRowsQuery,
  type ImportRowView,
  type ImportState,
  type ImportView,
  type Page,
  type PageQuery,
  type UploadQuery,
} from '@poolrise/contracts';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { audit, type AuditAction } from '../accounts/audit';
import { Db } from '../db/db';
import { type ReceivedFile, receiveFile, type Reception } from '../files/receive-file';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { announce } from '../live/announce';
import { checkMapping } from './check-mapping';
import { checkCurveNote, chooseCurveNote } from './curve-names';
import { storeContents } from './import-contents';
import { ImportFile } from './import-file.entity';
import { retentionOf } from './import-retention.service';
import { importPage, importRows, importView } from './imports.queries';

type Person = Pick<CallingPerson, 'id'>;

const reception: Reception = {
  bytesMost: importLimits.bytes,
  tooLarge: () =>
    new Refused('body-too-large', {
      detail: `A file may have ${importLimits.bytes / 1_000_000} MB.`,
      remedy: 'Split the file, for instance by month, and bring the parts in one by one.',
      figures: { most: importLimits.bytes },
    }),
  empty: () => new Refused('import-empty'),
};

/** Files as people bring them in, look at them, put them in force and take them back. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
  ) {}

  list(workspaceId: string, query: PageQuery): Promise<Page<ImportListItem>> {
    return this.db.inWorkspace(workspaceId, (tx) => importPage(tx, query));
  }

  /** @throws Refused not-found */
  one(workspaceId: string, importId: string): Promise<ImportView> {
    return this.db.inWorkspace(workspaceId, (tx) => importView(tx, importId));
  }

  /** @throws Refused not-found, invalid-cursor */
  rows(workspaceId: string, importId: string, query: ImportRowsQuery): Promise<Page<ImportRowView>> {
    return this.db.inWorkspace(workspaceId, (tx) => importRows(tx, importId, query));
  }

  /**
   * Takes a file in, to be read shortly. A file whose very bytes stand already is answered with the import that they are.
   * @throws Refused body-too-large, import-empty, too-many-imports
   */
  async upload(
    workspaceId: string,
    person: Person,
    { name, takeOver, keptMonths }: UploadQuery,
    body: Readable,
    now = new Date(),
  ): Promise<ImportView> {
    const view = await receiveFile(body, reception, (file) =>
      this.db.inWorkspace(workspaceId, async (tx) => {
        // Two uploads of one file at once: the second finds the first.
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 30))', [workspaceId]);
        const standing = await standingImport(tx, file.sha256);
        if (standing) return importView(tx, standing);
        await refuseTooMany(tx);
        return importView(tx, await keep(tx, { workspaceId, person, name, takeOver, keptMonths, file, now }));
      }),
    );
    this.jobs.nudge('import', 10);
    return view;
  }

  /**
   * Says what the columns of a file mean; it is read again.
   * @throws Refused not-found, import-not-so-far, import-mapping-faulty
   */
  map(workspaceId: string, person: Person, importId: string, mapping: ImportMapping): Promise<ImportView> {
    return this.step(workspaceId, importId, ['asks', 'ready'], async (tx, { found }) => {
      checkMapping(mapping, found);
      await checkCurveNote(tx, mapping);
      await tx.query('delete from import_row where import_id = $1', [importId]);
      await tx.query(
        `update import_file set state = 'waiting', mapping = $2, mapped_by = $3, rows_done = 0, rows_total = null,
           counts = null, checks = null, committed_by = null, heard_at = null, attempts = 0 where id = $1`,
        [importId, JSON.stringify(mapping), person.id],
      );
      return null;
    });
  }

  /** @throws Refused not-found, import-not-so-far */
  commit(workspaceId: string, person: Person, importId: string, now = new Date()): Promise<ImportView> {
    return this.step(workspaceId, importId, ['ready'], async (tx, { name, sha256, mapping }) => {
      await chooseCurveNote(
        tx,
        workspaceId,
        { sha256, mapping: mapping as ImportMapping | null },
        { by: person.id, at: now },
      );
      await tx.query(
        `update import_file set state = 'committing', committed_by = $2, committed_at = $3, rows_done = 0, share = 0, heard_at = null,
           attempts = 0 where id = $1`,
        [importId, person.id, now],
      );
      return { personId: person.id, action: 'import.committed', detail: { name } };
    });
  }

  /** @throws Refused not-found, import-not-so-far */
  undo(workspaceId: string, person: Person, importId: string, now = new Date()): Promise<ImportView> {
    return this.step(workspaceId, importId, ['committing', 'done'], async (tx, { name }) => {
      await tx.query(
        `update import_file set state = 'undoing', undone_by = $2, undone_at = $3, rows_done = 0, share = 0, heard_at = null,
           attempts = 0 where id = $1`,
        [importId, person.id, now],
      );
      return { personId: person.id, action: 'import.undone', detail: { name } };
    });
  }

  /** Forgets a file that is not in force. @throws Refused not-found, import-not-so-far */
  async drop(workspaceId: string, importId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      await lockedIn(tx, importId, ['waiting', 'asks', 'ready', 'undone', 'refused', 'failed']);
      await tx.delete(ImportFile, { id: importId });
      await announce(tx, workspaceId, 'imports');
    });
  }

  private async step(
    workspaceId: string,
    importId: string,
    from: readonly ImportState[],
    work: (tx: EntityManager, file: ImportFile) => Promise<Trail | null>,
  ): Promise<ImportView> {
    const view = await this.db.inWorkspace(workspaceId, async (tx) => {
      const trail = await work(tx, await lockedIn(tx, importId, from));
      if (trail) await audit(tx, { workspaceId, subjectId: importId, ...trail });
      await announce(tx, workspaceId, 'imports');
      return importView(tx, importId);
    });
    this.jobs.nudge('import', 10);
    return view;
  }
}

interface Trail {
  personId: string;
  action: AuditAction;
  detail: Record<string, unknown>;
}

async function standingImport(tx: EntityManager, sha256: Buffer): Promise<string | null> {
  const [standing] = await tx.query<{ id: string }[]>(
    `select id from import_file where sha256 = $1 and state not in ('undone', 'refused', 'failed', 'expired')`,
    [sha256],
  );
  return standing?.id ?? null;
}

async function refuseTooMany(tx: EntityManager): Promise<void> {
  const [waiting] = await tx.query<{ n: number }[]>(
    `select count(*)::integer as n from import_file where state in ('waiting', 'committing', 'undoing')`,
  );
  if ((waiting?.n ?? 0) >= importLimits.unfinished)
    throw new Refused('too-many-imports', { figures: { most: importLimits.unfinished } });
}

async function keep(
  tx: EntityManager,
  {
    workspaceId,
    person,
    name,
    takeOver,
    keptMonths,
    file,
    now,
  }: UploadQuery & { workspaceId: string; person: Person; file: ReceivedFile; now: Date },
): Promise<string> {
  const { id } = await tx.save(
    tx.create(ImportFile, {
      workspaceId,
      name,
      bytes: file.bytes,
      sha256: file.sha256,
      uploadedBy: person.id,
      uploadedAt: now,
      state: 'waiting',
      // Said beforehand, for when it has been read and nothing is wrong with it.
      committedBy: takeOver === 'clean' ? person.id : null,
      ...(await retentionOf(tx, person, keptMonths, now)),
    }),
  );
  await storeContents(tx, workspaceId, id, file);
  await audit(tx, {
    workspaceId,
    personId: person.id,
    action: 'import.uploaded',
    subjectId: id,
    detail: { name, bytes: file.bytes },
  });
  await announce(tx, workspaceId, 'imports');
  return id;
}

/** The file, held until the end of the transaction. @throws Refused not-found, import-not-so-far */
async function lockedIn(
  tx: EntityManager,
  importId: string,
  from: readonly ImportState[],
): Promise<ImportFile> {
  const file = await tx.findOne(ImportFile, {
    where: { id: importId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!file) throw new Refused('not-found', { field: 'path.importId' });
  if (!from.includes(file.state))
    throw new Refused('import-not-so-far', {
      detail: `The file is "${file.state}"; this can be done while it is ${from.map((state) => `"${state}"`).join(' or ')}.`,
    });
  return file;
}
