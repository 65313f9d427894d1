import { Injectable } from '@nestjs/common';
import type { AddTopic, CurateTopic, DeskTopic } from '@poolrise/contracts';
import { shiftDay, topicWeek } from '@poolrise/domain';
import { audit } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announceTopics } from './announce-topics';
import { figuresOfTag } from './compute-topics';
import { SearchDemand, shanghaiMidnight } from './search-demand';
import { deskTopic } from './topics.queries';

/** What the platform's people make of the topics of a week. */
@Injectable()
export class TopicDeskService {
  constructor(
    private readonly db: Db,
    private readonly demand: SearchDemand,
  ) {}

  /**
   * Adds a topic to this week or the next, with the figures that a computed one would have. The same tag again, also one that was
   * computed, is shown under the new title.
   * @throws Refused platform-only, invalid-input
   */
  add(platformId: string, person: CallingPerson, ask: AddTopic, now = new Date()): Promise<DeskTopic> {
    const { week, category, tag, titleZh, titleEn } = ask;
    const present = topicWeek(now);
    if (week !== present && week !== shiftDay(present, 7))
      throw new Refused('invalid-input', {
        field: '/week',
        detail: `/week: is neither this week nor the next: name ${present} or ${shiftDay(present, 7)}.`,
      });
    return asPlatform(this.db, platformId, async (tx) => {
      const figures = await figuresOfTag(tx, this.demand, { week, category, tag }, now);
      const begins = shanghaiMidnight(week);
      const [row] = await tx.query<{ id: string }[]>(
        `insert into weekly_topic (week, category, tag, title_zh, title_en, origin, state, figures, score, computed_at, publish_at, published_at, curated_by, curated_at)
         values ($1, $2, $3, $4, $5, 'operator', $6, $7, 0, $8, $9, case when $6 = 'published' then $8::timestamptz end, $10, $8)
         on conflict on constraint one_topic_per_tag_and_week do update
           set title_zh = excluded.title_zh, title_en = excluded.title_en, state = excluded.state, curated_by = excluded.curated_by,
               curated_at = excluded.curated_at, published_at = coalesce(weekly_topic.published_at, excluded.published_at)
         returning id`,
        [
          week,
          category,
          tag,
          titleZh,
          titleEn,
          begins > now ? 'proposed' : 'published',
          JSON.stringify(figures),
          now,
          begins > now ? begins : now,
          person.id,
        ],
      );
      if (!row) throw new Error('the topic was not written');
      await audit(tx, {
        workspaceId: platformId,
        personId: person.id,
        action: 'topic.added',
        subjectId: row.id,
        detail: { week, category, tag },
      });
      await announceTopics(tx);
      return deskTopic(tx, week, row.id);
    });
  }

  /** Says how a topic is to stand. The same again changes nothing. @throws Refused platform-only, not-found */
  curate(
    platformId: string,
    person: CallingPerson,
    id: string,
    ask: CurateTopic,
    now = new Date(),
  ): Promise<DeskTopic> {
    return asPlatform(this.db, platformId, async (tx) => {
      const [before] = await tx.query<(CurateTopic & { week: string })[]>(
        `select week::text, state, pinned, title_zh as "titleZh", title_en as "titleEn" from weekly_topic where id = $1 for update`,
        [id],
      );
      if (!before) throw new Refused('not-found', { field: 'path.topicId' });
      const { week, ...stood } = before;
      const moved =
        stood.state !== ask.state ||
        stood.pinned !== ask.pinned ||
        stood.titleZh !== ask.titleZh ||
        stood.titleEn !== ask.titleEn;
      if (moved) {
        await tx.query(
          `update weekly_topic set state = $2, pinned = $3, title_zh = $4, title_en = $5, curated_by = $6, curated_at = $7,
                  published_at = case when $2 = 'published' then coalesce(published_at, $7) else published_at end where id = $1`,
          [id, ask.state, ask.pinned, ask.titleZh, ask.titleEn, person.id, now],
        );
        await audit(tx, {
          workspaceId: platformId,
          personId: person.id,
          action: 'topic.curated',
          subjectId: id,
          detail: { from: stood, to: ask },
        });
        await announceTopics(tx);
      }
      return deskTopic(tx, week, id);
    });
  }
}
