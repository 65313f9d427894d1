import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists of notes are sorted by. Counting stays with the runs; this is a summary behind them by seconds, because summing
 * the runs of every note before the first page took 15 to 30 s for a workspace of 300,000 notes.
 */
export class NoteTotals1763856000011 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table note_totals (
        note_id uuid constraint note_totals_pkey primary key constraint note_totals_note_fk references note on delete cascade,
        workspace_id uuid not null,
        -- Of the rails that a verdict counts; -1 where there is no rate or no verdict yet, which sorts below all others.
        impressions bigint not null default 0,
        reads bigint not null default 0,
        ctr float8 not null default -1,
        lift float8 not null default -1,
        -- Null: not summed yet.
        summed_at timestamptz
      ) with (fillfactor = 80);
      create index note_totals_by_impressions on note_totals (workspace_id, impressions, note_id);
      create index note_totals_by_reads on note_totals (workspace_id, reads, note_id);
      create index note_totals_by_ctr on note_totals (workspace_id, ctr, note_id);
      create index note_totals_by_lift on note_totals (workspace_id, lift, note_id);
      create index note_totals_not_summed on note_totals (note_id) where summed_at is null;
      -- Up to when the totals of all notes are complete; null before the first time.
      alter table installation add column totals_summed_at timestamptz;
      create index note_by_level on note (workspace_id, level, id);

      alter table note_totals enable row level security;
      alter table note_totals force row level security;
      create policy own_workspace on note_totals to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on note_totals to poolrise_engine using (true) with check (true);
      create policy owner on note_totals to current_user using (true) with check (true);
      grant select, insert on note_totals to poolrise_app;
      grant select, insert, update on note_totals to poolrise_engine;

      -- Every note has its row from the start, whoever stores it: a sorted list walks this table and may miss none.
      create function note_has_totals() returns trigger language plpgsql as $$
      begin
        insert into note_totals (note_id, workspace_id) select id, workspace_id from added;
        return null;
      end $$;
      create trigger note_has_totals after insert on note
        referencing new table as added for each statement execute function note_has_totals();
      insert into note_totals (note_id, workspace_id) select id, workspace_id from note;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop trigger note_has_totals on note;
      drop function note_has_totals();
      alter table installation drop column totals_summed_at;
      drop index note_by_level;
      drop table note_totals;
    `);
  }
}
