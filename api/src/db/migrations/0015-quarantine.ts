import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Traffic that no people can have made is set aside, with its evidence, until an operator decides about it. */
export class Quarantine1763856000015 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- Events of an application by the ten minutes in which their pages were served; every process adds what it counted.
      create table traffic_window (
        api_key_id uuid not null,
        window_at timestamptz not null,
        impressions integer not null default 0,
        clicks integer not null default 0,
        likes integer not null default 0,
        collects integer not null default 0,
        comments integer not null default 0,
        shares integer not null default 0,
        follows integer not null default 0,
        dwells integer not null default 0,
        hides integer not null default 0,
        purchases integer not null default 0,
        constraint traffic_window_pkey primary key (api_key_id, window_at)
      ) with (fillfactor = 70);
      create index traffic_window_by_time on traffic_window (window_at);

      -- One quarantine of an application, or of one of its readers. No key on api_key: keys stay for ever.
      create table quarantine (
        id uuid constraint quarantine_pkey primary key default gen_random_uuid(),
        api_key_id uuid not null,
        -- 32 bits of the reader's key; null for the whole application
        reader bigint,
        evidence jsonb not null,
        state text not null default 'open' constraint quarantine_state_known check (state in ('open', 'releasing', 'released', 'discarded')),
        opened_at timestamptz not null,
        last_event_at timestamptz,
        held_events integer not null default 0,
        held_impressions integer not null default 0,
        held_clicks integer not null default 0,
        held_likes integer not null default 0,
        held_paid_impressions integer not null default 0,
        -- What became of the held events at the release: counted, known already, or without their impression.
        counted_events integer not null default 0,
        repeated_events integer not null default 0,
        orphaned_events integer not null default 0,
        reviewer_id uuid,
        reason text,
        decided_at timestamptz,
        finished_at timestamptz,
        constraint quarantine_answered check ((state = 'open') = (decided_at is null))
      );
      -- Two batches that raise the alarm at the same moment open one quarantine.
      create unique index one_open_quarantine on quarantine (api_key_id, coalesce(reader, -1)) where state = 'open';
      create index quarantine_by_time on quarantine (opened_at, id);
      create index quarantine_decided on quarantine (decided_at) where state <> 'open';

      -- The same key as that of engagement_event: what arrives twice is held once.
      create table quarantined_event (
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
        exposure float8 not null,
        received_at timestamptz not null,
        quarantine_id uuid not null constraint quarantined_event_fk references quarantine,
        constraint held_once primary key (page_id, position, kind, event_key)
      );
      create index quarantined_event_in_order on quarantined_event (quarantine_id, page_id, position, kind, event_key);

      revoke all on traffic_window, quarantine, quarantined_event from poolrise_app;
      grant select, insert, update, delete on traffic_window, quarantined_event to poolrise_engine;
      grant select, insert, update on quarantine to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`drop table quarantined_event, quarantine, traffic_window`);
  }
}
