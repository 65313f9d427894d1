import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What peers say of notes before they are published, summed beforehand, and the odds that notes were told. */
export class Guidance1764028800059 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- One row a category, and 'all' with the odds model: sums over notes of everybody, from which no single note can be read.
      create table guidance_peer (
        category text constraint guidance_peer_pkey primary key,
        document jsonb not null,
        made_at timestamptz not null
      );
      revoke all on guidance_peer from poolrise_app;
      grant select on guidance_peer to poolrise_app;
      grant select, insert, update, delete on guidance_peer to poolrise_engine;

      -- Written when a note leaves the audit, before its first reader, and never changed: a record that can be mended is none.
      create table guidance_prediction (
        note_id uuid constraint guidance_prediction_pkey primary key constraint guidance_prediction_note_fk references note,
        workspace_id uuid not null,
        at timestamptz not null,
        model_version text not null,
        probability double precision not null,
        low double precision not null,
        high double precision not null,
        constraint guidance_prediction_is_interval check (0 <= low and low <= high and high <= 1 and probability between 0 and 1)
      );
      create index guidance_prediction_of_workspace on guidance_prediction (workspace_id, at desc);
      create index guidance_prediction_by_time on guidance_prediction (at desc);
      alter table guidance_prediction enable row level security;
      alter table guidance_prediction force row level security;
      create policy own_workspace on guidance_prediction for select to poolrise_app
        using (workspace_id = (select app_workspace()));
      create policy engine on guidance_prediction to poolrise_engine using (true) with check (true);
      create policy owner on guidance_prediction to current_user using (true) with check (true);
      revoke all on guidance_prediction from poolrise_app;
      grant select on guidance_prediction to poolrise_app;
      grant select, insert on guidance_prediction to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table guidance_prediction, guidance_peer');
  }
}
