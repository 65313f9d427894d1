import { todayPerKind, topicWeek } from '@poolrise/domain';
import { isoInstant } from '../../http/paging';
import { aThing, type TodayProvider } from './today-provider';

interface Row {
  id: string;
  tag: string;
  until: string;
}

/** Drafts on a topic of this week that has to be published before the week is over to take part. */
export const topicThings: TodayProvider = {
  kinds: ['topic-closing'],
  ability: 'read:topics',
  async find({ db, workspaceId, now }) {
    // Topics are the platform's, and no workspace reads their table: the desk's drafts are asked for by its id.
    const rows = await db.asEngine((tx) =>
      tx.query<Row[]>(
        `select distinct on (until, topic.tag) topic.id, topic.tag,
                ${isoInstant(`((topic.week + 7)::timestamp at time zone 'Asia/Shanghai')`)} as until
           from weekly_topic topic
           join note_draft draft on draft.workspace_id = $1 and draft.state = 'draft' and draft.topics @> array[topic.tag]
          where topic.week = $2 and topic.state = 'published'
          order by until, topic.tag, topic.id limit $3`,
        [workspaceId, topicWeek(now), todayPerKind],
      ),
    );
    return rows.map(({ id, tag, until }) =>
      aThing({ kind: 'topic-closing', subjectId: id, title: tag, lapsesAt: until }),
    );
  },
};
