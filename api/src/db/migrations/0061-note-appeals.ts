import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Appeals against what the audit decided about notes.
 *
 * What was found is kept with the appeal: a note whose appeal is upheld has passed, and the record still says what it was about.
 */
export class NoteAppeals1764028800061 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table note add column audited_at timestamptz;
      create index note_found_fault_with on note (workspace_id, published_at desc, id desc)
        where audit_state in ('limited', 'rejected');

      create table note_appeal (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint note_appeal_workspace_fk references workspace,
        note_id uuid not null constraint note_appeal_note_fk references note on delete cascade,
        request_key uuid not null,
        verdict text not null constraint appeal_verdict_known check (verdict in ('limited', 'rejected')),
        kind text not null,
        words text[] not null,
        found_at timestamptz not null,
        reason text not null,
        asked_by uuid,
        asked_at timestamptz not null,
        state text not null constraint appeal_state_known check (state in ('open', 'upheld', 'dismissed')),
        answer text,
        decided_by uuid,
        decided_at timestamptz,
        -- by the one who had decided against the note, there being nobody else
        decided_alone boolean not null default false,
        -- A decision is appealed once, whatever comes of it; the key is what makes two requests at one moment one appeal.
        constraint one_appeal_per_note unique (note_id),
        constraint one_appeal_per_request unique (workspace_id, request_key),
        constraint decided_appeal_says_why check ((state = 'open') = (decided_at is null) and (state = 'open') = (answer is null))
      );
      create index note_appeal_open on note_appeal (asked_at, id) where state = 'open';
      create index note_appeal_decided on note_appeal (decided_at desc, id desc) where state <> 'open';
      create index note_appeal_of_workspace on note_appeal (workspace_id, asked_at desc);
      alter table note_appeal enable row level security;
      alter table note_appeal force row level security;
      create policy own_workspace on note_appeal to poolrise_app
        using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
      create policy engine on note_appeal to poolrise_engine using (true) with check (true);
      create policy owner on note_appeal to current_user using (true) with check (true);
      -- Both sides act through the engine, after asking who is calling.
      grant select on note_appeal to poolrise_app;
      grant select, insert, update on note_appeal to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table note_appeal;
      drop index note_found_fault_with;
      alter table note drop column audited_at;
    `);
  }
}
