import { todayPerKind, topicWeek } from '@poolrise/domain';
import { isoInstant } from '../../http/paging';
import { aThing, type TodayProvider } from './today-provider';

interface Row {
  id: string;
  title: string;
  tags: string;
  until: string;
}

/** Drafts that bear topics of this week: only what is published before the week is over takes part. */
export const topicThings: TodayProvider = {
  kinds: ['topic-closing'],
  // Only who writes can open a draft.
  ability: 'write:notes',
  async find({ db, workspaceId, now }) {
    // Topics are the platform's, and no workspace reads their table: the desk's drafts are asked for by its id.
    const rows = await db.asEngine((tx) =>
      tx.query<Row[]>(
        `select draft.id, draft.title, string_agg(distinct '#' || topic.tag, ' ') as tags,
                ${isoInstant(`(($2::date + 7)::timestamp at time zone 'Asia/Shanghai')`)} as until
           from weekly_topic topic
           join note_draft draft on draft.workspace_id = $1 and draft.state = 'draft' and draft.topics @> array[topic.tag]
          where topic.week = $2::date and topic.state = 'published'
          group by draft.id order by draft.changed_at desc, draft.id limit $3`,
        [workspaceId, topicWeek(now), todayPerKind],
      ),
    );
    return rows.map(({ id, title, tags, until }) =>
      aThing({
        kind: 'topic-closing',
        subjectId: id,
        title: title.trim() || tags,
        who: title.trim() ? tags : null,
        lapsesAt: until,
      }),
    );
  },
};
