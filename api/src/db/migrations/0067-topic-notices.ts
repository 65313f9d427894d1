import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bell of a desk names the topics of the week: what a topic is called and when it was shown, and not what it stands on. */
export class TopicNotices1764028800067 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      grant select (id, week, category, tag, state, score, published_at) on weekly_topic to poolrise_app;
      create index weekly_topic_published on weekly_topic (week) where state = 'published';
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index weekly_topic_published;
      revoke select (id, week, category, tag, state, score, published_at) on weekly_topic from poolrise_app;
    `);
  }
}
