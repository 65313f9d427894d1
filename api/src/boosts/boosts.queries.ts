import { Injectable } from '@nestjs/common';
import type { BoostOffer, BoostRow, BoostsQuery, BoostView, Page } from '@poolrise/contracts';
import { boostTerms, isBoostable, rails } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { LedgerService } from '../ledger/ledger.service';
import { NotesService } from '../notes/notes.service';
import { PoliciesService } from '../pools/policies.service';
import { VouchersQueries } from '../vouchers/vouchers.queries';
import { answersOf, noAnswers, type NoteAnswers } from './note-answers';
import { type BoostDetail, type BoostRecord, detailColumns, rowColumns, toRow, toView } from './boost-views';

/** Screens of boosts. */
@Injectable()
export class BoostsQueries {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
    private readonly notes: NotesService,
    private readonly policies: PoliciesService,
    private readonly vouchers: VouchersQueries,
  ) {}

  /** Boosts, the latest launch first. */
  list(workspaceId: string, ask: z.output<typeof BoostsQuery>, now = new Date()): Promise<Page<BoostRow>> {
    const [before, beforeId] = decodeCursor(ask.cursor, z.iso.datetime(), z.uuid(), z.literal('boosts')) ?? [
      null,
      null,
    ];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const { document } = await this.policies.inForce(tx);
      const rows = await tx.query<BoostRecord[]>(
        `select ${rowColumns}
           from boost b join note n on n.id = b.note_id
          where ($1::timestamptz is null or (b.launched_at, b.id) < ($1, $2::uuid))
            and ($3::text is null or b.state = $3)
            and ($4::uuid is null or b.note_id = $4)
          order by b.launched_at desc, b.id desc
          limit $5`,
        [before, beforeId, ask.state ?? null, ask.noteId ?? null, ask.limit + 1],
      );
      const at = { now: now.getTime(), clock: document.trafficClock };
      return pageFrom(
        rows,
        ask.limit,
        (row) => toRow(row, at),
        (row) => [row.launched_key, row.id, 'boosts'],
      );
    });
  }

  /** One boost with its pacing. @throws Refused not-found */
  boost(workspaceId: string, boostId: string): Promise<BoostView> {
    return this.db.inWorkspace(workspaceId, (tx) => this.view(tx, boostId));
  }

  /** The same inside a transaction that has just changed it. */
  async view(tx: EntityManager, boostId: string, now = new Date()): Promise<BoostView> {
    const { document } = await this.policies.inForce(tx);
    const [detail] = await tx.query<BoostDetail[]>(
      `select ${rowColumns}, ${detailColumns}
         from boost b join note n on n.id = b.note_id left join person p on p.id = b.launched_by
        where b.id = $1`,
      [boostId, rails.indexOf('paid')],
    );
    if (!detail) throw new Refused('not-found', { field: 'path.boostId' });
    return toView(detail, { now: now.getTime(), clock: document.trafficClock });
  }

  /** What the launch dialog stands on. */
  offer(workspaceId: string, noteId: string): Promise<BoostOffer> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const note = await this.notes.find(tx, noteId);
      const { organic } = await this.evidence(tx, noteId);
      const boostable = isBoostable({
        noteId,
        category: note.category,
        auditState: note.auditState,
        visible: true,
      });
      return {
        noteId,
        noteTitle: note.title,
        category: note.category,
        boostable,
        notBoostableBecause: boostable ? null : note.auditState,
        centsPerThousand: boostTerms.centsPerThousand,
        cashCents: await this.ledger.cash(tx, workspaceId),
        minimumBudgetCents: boostTerms.minBudgetCents,
        maximumBudgetCents: boostTerms.maxBudgetCents,
        minimumHours: boostTerms.minDurationHours,
        maximumHours: boostTerms.maxDurationHours,
        vouchers: await this.vouchers.payable(tx, note.category),
        noteEvidence: organic,
      };
    });
  }

  /** How readers answered to a note so far, organic for the eye and paid for the forecast, never added up. */
  async evidence(tx: EntityManager, noteId: string): Promise<NoteAnswers> {
    return (await answersOf(tx, [noteId])).get(noteId) ?? noAnswers;
  }
}
