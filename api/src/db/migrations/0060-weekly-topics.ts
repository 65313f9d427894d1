import type { MigrationInterface, QueryRunner } from 'typeorm';

const nil = '00000000-0000-0000-0000-000000000000';

/** What readers ask for and few answer, each week by category; the platform's own, so nobody's workspace stands in it. */
export class WeeklyTopics1764028800060 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table weekly_topic (
        id uuid primary key default gen_random_uuid(),
        -- its Monday in Shanghai
        week date not null constraint week_begins_on_monday check (extract(isodow from week) = 1),
        category text not null,
        tag text not null constraint topic_tag_fits_a_note check (char_length(tag) between 1 and 30),
        -- null: the tag itself is its title
        title_zh text,
        title_en text,
        origin text not null constraint topic_origin_known check (origin in ('computed', 'operator')),
        state text not null constraint topic_state_known check (state in ('proposed', 'published', 'hidden')),
        pinned boolean not null default false,
        -- what it stands on, as TopicFigures of the domain has it, with the notes that did best
        figures jsonb not null,
        score float8 not null,
        computed_at timestamptz not null,
        -- without anybody's word it is published then
        publish_at timestamptz not null,
        published_at timestamptz,
        curated_by uuid,
        curated_at timestamptz,
        -- frozen after its week
        outcome jsonb,
        outcome_at timestamptz,
        constraint one_topic_per_tag_and_week unique (week, category, tag),
        constraint published_topic_has_time check (state <> 'published' or published_at is not null),
        constraint topic_outcome_has_time check ((outcome is null) = (outcome_at is null))
      );
      create index weekly_topic_to_publish on weekly_topic (publish_at) where state = 'proposed';
      create index weekly_topic_to_freeze on weekly_topic (week) where outcome is null;
      -- One row: the topics of this week and category were computed, whether there were any or not.
      create table weekly_topic_run (
        week date not null,
        category text not null,
        computed_at timestamptz not null,
        candidates integer not null,
        constraint weekly_topic_run_pkey primary key (week, category)
      );
      revoke all on weekly_topic, weekly_topic_run from poolrise_app;
      grant select, insert, update on weekly_topic, weekly_topic_run to poolrise_engine;

      -- To which category a search belongs is told by the notes that were read from it.
      create index search_note_day_of_query on search_note_day (query_key, day) where boost_id = '${nil}';
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index search_note_day_of_query; drop table weekly_topic_run, weekly_topic;');
  }
}
