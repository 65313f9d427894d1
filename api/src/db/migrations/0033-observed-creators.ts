import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creators that files speak of: how each row names one, who that is over all files, and what people said of it. */
export class ObservedCreators1764028800033 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- the creator as the file names her: nameKey, platformId, redId, vendorKey, pugongyingId
      alter table import_row add column creator jsonb;
      alter table observation add column creator jsonb;
      create index observation_of_creator on observation (workspace_id, (creator ->> 'nameKey'), day) where creator is not null;
      create index observation_of_vendor on observation (workspace_id, (creator ->> 'vendorKey'))
        where creator ->> 'vendorKey' is not null;

      -- One creator over all files of a workspace, kept in step by whoever writes observations, choices or the directory.
      create table observed_creator (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null constraint observed_creator_workspace_fk references workspace on delete cascade,
        -- the strongest name of the group: names that mean one creator give the same
        group_key text not null,
        platform_id text,
        red_id text,
        -- who she is in the directory, and how that was found
        creator_id uuid constraint observed_creator_creator_fk references creator on delete set null,
        joined_by text constraint observed_creator_joined_known check (joined_by in ('platform-id', 'red-id', 'person')),
        -- why she belongs to nobody for certain; null where that is settled
        doubt text constraint observed_creator_doubt_known check (doubt in ('no-number', 'two-ids', 'several', 'other-page')),
        -- what lists show, from the domain's one rule for several files
        day date,
        latest jsonb not null default '{}',
        snapshots integer not null default 0,
        sources text[] not null default '{}',
        followers bigint,
        image_quote bigint,
        video_quote bigint,
        disagreements integer not null default 0,
        search text not null default '',
        constraint observed_creator_in_workspace unique (workspace_id, id),
        constraint one_observed_creator_per_group unique (workspace_id, group_key)
      );
      create index observed_creator_by_followers on observed_creator (workspace_id, coalesce(followers, -1) desc, id desc);
      create index observed_creator_by_day on observed_creator (workspace_id, coalesce(day, '-infinity') desc, id desc);
      create index observed_creator_by_quote on observed_creator (workspace_id, coalesce(image_quote, -1) desc, id desc);
      create index observed_creator_by_disagreements on observed_creator (workspace_id, disagreements desc, id desc);
      create index observed_creator_of_directory on observed_creator (creator_id, workspace_id);
      create index observed_creator_by_platform_id on observed_creator (workspace_id, platform_id);
      create index observed_creator_by_red_id on observed_creator (workspace_id, red_id);
      create index observed_creator_in_doubt on observed_creator (workspace_id, id) where doubt is not null;

      -- every name that a row in force gives, and whom it means
      create table creator_name (
        workspace_id uuid not null,
        name_key text not null,
        platform_id text,
        red_id text,
        observed_id uuid,
        constraint creator_name_pk primary key (workspace_id, name_key),
        constraint creator_name_workspace_fk foreign key (workspace_id) references workspace on delete cascade,
        constraint creator_name_observed_fk foreign key (workspace_id, observed_id)
          references observed_creator (workspace_id, id)
      );
      create index creator_name_of_observed on creator_name (workspace_id, observed_id);
      -- without the workspace as well: whoever enters the directory is looked for in all files
      create index creator_name_by_red_id on creator_name (red_id, workspace_id);
      create index creator_name_by_platform_id on creator_name (platform_id, workspace_id);

      -- which ids a name means, where a person said so: both null for nobody else; it outlives the files
      create table creator_choice (
        workspace_id uuid not null,
        name_key text not null,
        platform_id text,
        red_id text,
        chosen_by uuid not null,
        chosen_at timestamptz not null,
        constraint creator_choice_pk primary key (workspace_id, name_key),
        constraint creator_choice_workspace_fk foreign key (workspace_id) references workspace on delete cascade
      );

      -- suggestions look for creators with as many followers as a file says
      create index creator_by_followers on creator (followers) where deleted_at is null;
    `);
    for (const table of tables)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} to poolrise_app
          using (workspace_id = (select app_workspace())) with check (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        grant select, insert, update, delete on ${table} to poolrise_app, poolrise_engine;
      `);
  }

  async down(run: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await run.query(`drop table ${table}`);
    await run.query(`
      drop index creator_by_followers;
      alter table observation drop column creator;
      alter table import_row drop column creator;
    `);
  }
}

const tables = ['observed_creator', 'creator_name', 'creator_choice'];
