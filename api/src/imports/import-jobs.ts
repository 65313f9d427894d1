import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { type ImportMapping } from '@poolrise/contracts';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { claimImport, type DueImport, endStep, Overtaken, sayProgress } from './due-import';
import { contentsOf, forgetContents } from './import-contents';
import { expireDue, forgetStale } from './forget-imports';
import { templatesIn } from './import-templates.service';
import { FileRefused } from './reading/refusals';
import { readInThread } from './reading/read-in-thread';
import { firstLook, firstRowsOf } from './recognise-import';
import { stageRows } from './stage-rows';
import { takeBack } from './take-back';
import { takeOver } from './take-over';

const beatMs = 5_000;

/**
 * Does what is due with files, one at a time: reads them, takes over what they say, takes it back. Every step is written down
 * in pieces, each with what it got done, so a worker that dies costs the piece it was at.
 */
@Injectable()
export class ImportJobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('imports');
  private closing = false;

  constructor(private readonly db: Db) {}

  beforeApplicationShutdown(): void {
    this.closing = true;
  }

  /** Returns how many steps were brought to an end. */
  @HandlesJob('import')
  async workDue(): Promise<number> {
    await forgetStale(this.db);
    await expireDue(this.db);
    for (let done = 0; ; done++) {
      const due = this.closing ? undefined : await claimImport(this.db);
      if (!due) return done;
      // What says nothing for long lost its worker; opening a large workbook takes a while.
      const beats = setInterval(() => void this.say(due), beatMs);
      try {
        await this.step(due);
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      } finally {
        clearInterval(beats);
      }
    }
  }

  private say(due: DueImport): Promise<void> {
    // Whoever was overtaken hears of it at the next thing it writes.
    return this.db.asEngine((tx) => sayProgress(tx, due, {})).catch(() => undefined);
  }

  private async step(due: DueImport): Promise<void> {
    const goesOn = () => !this.closing;
    if (due.state === 'committing') return takeOver(this.db, due, goesOn);
    if (due.state === 'undoing') return takeBack(this.db, due, goesOn);
    try {
      await this.read(due);
    } catch (error) {
      if (error instanceof Overtaken) throw error;
      if (error instanceof FileRefused) return this.refuse(due, error);
      this.log.error(
        `reading ${due.id} failed: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
      );
      await this.db.asEngine((tx) => endStep(tx, due, 'failed'));
    }
  }

  private async read(due: DueImport): Promise<void> {
    const mapping = (due.mapping as ImportMapping | null) ?? (await this.recognise(due));
    if (!mapping) return;
    await this.opened(due, async (opened) => {
      const { counts, checks, rows } = await stageRows(this.db, due, mapping, opened);
      await this.db.asEngine((tx) =>
        endStep(tx, due, due.committedBy && !counts.rejected ? 'committing' : 'ready', {
          counts,
          checks,
          mapping,
          kind: kindOf(mapping),
          rowsTotal: rows,
        }),
      );
    });
  }

  /** The mapping, where nothing has to be asked. */
  private recognise(due: DueImport): Promise<ImportMapping | null> {
    return this.opened(due, async (opened) => {
      const rows = await firstRowsOf(opened, (share) =>
        this.db.asEngine((tx) => sayProgress(tx, due, { share })),
      );
      return this.db.asEngine(async (tx) => {
        const { found, mapping, asks } = firstLook(
          due.name,
          opened,
          rows,
          await templatesIn(tx, due.workspaceId),
        );
        if (asks) await endStep(tx, due, 'asks', { found, mapping, kind: kindOf(mapping) });
        else
          await tx.query('update import_file set found = $2, share = 0, began_at = now() where id = $1', [
            due.id,
            JSON.stringify(found),
          ]);
        return asks ? null : mapping;
      });
    });
  }

  private async opened<T>(
    due: DueImport,
    use: (file: Awaited<ReturnType<typeof readInThread>>) => Promise<T>,
  ): Promise<T> {
    const file = await readInThread({ size: due.bytes, open: () => contentsOf(this.db, due.id) });
    try {
      return await use(file);
    } finally {
      await file.close();
    }
  }

  private refuse(due: DueImport, { refusal }: FileRefused): Promise<void> {
    return this.db.asEngine(async (tx) => {
      await forgetContents(tx, due.id);
      await endStep(tx, due, 'refused', { refusal });
    });
  }
}

const kindOf = ({ sheets }: ImportMapping): string | null =>
  sheets.map(({ mapping }) => mapping.kind).find((kind) => kind !== null) ?? null;
