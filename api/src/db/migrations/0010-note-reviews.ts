import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people of the platform decided about notes that the machine audit left to them, and the audit's own patience. */
export class NoteReviews1763856000010 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- One answer a note: the key is what makes two operators at the same moment one decision.
      create table note_review (
        note_id uuid constraint one_answer_per_note primary key constraint note_review_note_fk references note on delete cascade,
        workspace_id uuid not null,
        reviewer_id uuid not null,
        verdict text not null constraint review_verdict_known check (verdict in ('passed', 'limited', 'rejected')),
        reason text not null,
        decided_at timestamptz not null
      );
      create index note_review_of_workspace on note_review (workspace_id, decided_at desc);
      create index note_in_review on note (published_at, id) where audit_state = 'human_review';
      alter table note add column audit_failures smallint not null default 0;

      alter table note_review enable row level security;
      alter table note_review force row level security;
      create policy own_workspace on note_review to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on note_review to poolrise_engine using (true) with check (true);
      create policy owner on note_review to current_user using (true) with check (true);
      -- A decision is written by the engine for the platform's people, read by whom it is about, and never changed.
      grant select on note_review to poolrise_app;
      grant select, insert on note_review to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table note drop column audit_failures;
      drop index note_in_review;
      drop table note_review;
    `);
  }
}
