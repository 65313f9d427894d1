import { appealDays, appealUntil, todayPerKind } from '@poolrise/domain';
import { isoInstant } from '../../http/paging';
import { aThing, type TodayProvider } from './today-provider';

interface Row {
  id: string;
  title: string;
  state: string | null;
  found: string;
}

/** Decisions that can still be appealed, and appeals that were answered within a week. */
export const appealThings: TodayProvider = {
  kinds: ['appeal-closing', 'appeal-answered'],
  ability: 'read:notes',
  async find({ db, workspaceId, now }) {
    const rows = await db.read<Row>(
      workspaceId,
      `(select note.id, note.title, null as state, ${isoInstant('coalesce(review.decided_at, note.audited_at, note.published_at)')} as found
          from note left join note_review review on review.note_id = note.id
         where note.workspace_id = app_workspace() and note.audit_state in ('limited', 'rejected')
           and not exists (select from note_appeal where note_appeal.note_id = note.id)
           and coalesce(review.decided_at, note.audited_at, note.published_at) >= $1::timestamptz - $2::integer * interval '1 day'
         order by note.published_at, note.id limit $3)
       union all
       (select note.id, note.title, a.state, ${isoInstant('a.decided_at')} from note_appeal a join note on note.id = a.note_id
         where a.workspace_id = app_workspace() and a.decided_at >= $1::timestamptz - interval '7 days'
         order by a.decided_at desc, a.id limit $3)`,
      [now, appealDays, todayPerKind],
    );
    return rows.map(({ id, title, state, found }) =>
      state === null
        ? aThing({
            kind: 'appeal-closing',
            subjectId: id,
            title,
            lapsesAt: new Date(appealUntil(Date.parse(found))).toISOString(),
          })
        : aThing({ kind: 'appeal-answered', subjectId: id, title, state }),
    );
  },
};
