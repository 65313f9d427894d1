import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was shown and what readers did. The platform's own tables: no workspace column, and no right for the role that
 * serves the console beyond reading the hourly counters of its own notes.
 */
export class Engagement1763856000004 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- One row a feed answer; slot n of the page is element n of the arrays. An impression is (page, position).
      create sequence feed_page_id as bigint cache 50;
      create table feed_page (
        id bigint constraint feed_page_pkey primary key,
        application_id uuid not null,
        reader_key bigint not null,
        placement smallint not null,
        served_at timestamptz not null,
        expires_at timestamptz not null,
        note_ids uuid[] not null,
        rails smallint[] not null,
        levels smallint[] not null,
        boost_ids uuid[] not null
      );
      create index feed_page_of_reader on feed_page (reader_key, served_at desc);
      create index feed_page_served on feed_page using brin (served_at);

      -- The key is what makes repeats harmless: kinds that happen once an impression have the nil event key.
      create table engagement_event (
        page_id bigint not null,
        position smallint not null,
        kind smallint not null,
        event_key uuid not null,
        note_id uuid not null,
        level smallint not null,
        rail smallint not null,
        boost_id uuid,
        value integer not null,
        at timestamptz not null,
        constraint one_event primary key (page_id, position, kind, event_key)
      );

      create table engagement_hour (
        note_id uuid not null,
        hour timestamptz not null,
        level smallint not null,
        rail smallint not null,
        impressions integer not null default 0,
        clicks integer not null default 0,
        likes integer not null default 0,
        collects integer not null default 0,
        comments integer not null default 0,
        shares integer not null default 0,
        follows integer not null default 0,
        dwell_seconds bigint not null default 0,
        hides integer not null default 0,
        purchases integer not null default 0,
        workspace_id uuid not null,
        constraint engagement_hour_pkey primary key (note_id, hour, level, rail)
      ) with (fillfactor = 80);
      create index engagement_hour_of_workspace on engagement_hour (workspace_id, hour);

      -- Counters that came without events (the demo world's past), stated so that the sum check can account for them.
      create table history_import (
        id uuid primary key default gen_random_uuid(),
        before timestamptz not null,
        impressions bigint not null,
        events bigint not null,
        imported_at timestamptz not null default now()
      );
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table history_import, engagement_hour, engagement_event, feed_page;
      drop sequence feed_page_id;
    `);
  }
}
