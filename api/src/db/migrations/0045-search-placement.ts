import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Boosts that stand among what readers search for, what readers search for, and where notes stand on those pages. */
export class SearchPlacement1764028800045 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table boost
        add column placement text not null default 'feed'
          constraint boost_placement_known check (placement in ('feed', 'search')),
        -- of a boost in search: {text, match}, in the order in which its impressions name them
        add column keywords jsonb,
        add column negatives text[],
        add constraint search_goes_by_words
          check ((placement = 'search') = (keywords is not null) and (placement = 'search') = (negatives is not null));
      create function boost_words_stay() returns trigger language plpgsql as $$ begin
        raise exception 'where a boost stands and its words are written down at its launch and stay as they are' using errcode = 'check_violation';
      end $$;
      create trigger boost_words_stay before update of placement, keywords, negatives on boost
        for each row when ((old.placement, old.keywords, old.negatives) is distinct from (new.placement, new.keywords, new.negatives))
        execute function boost_words_stay();

      -- What was searched for, and by which keyword each paid slot came: its place in the boost's list, 0 for organic slots.
      alter table feed_page add column query_key bigint, add column keywords smallint[];
      alter table quarantined_event
        add column query_key bigint, add column keyword smallint not null default 0, add column leads boolean not null default false;

      -- Texts that differ only in what a search does not mind are one; the key is made of the text.
      create table search_query (
        key bigint constraint search_query_pkey primary key,
        text text not null,
        first_at timestamptz not null
      );
      -- Pages that were given for it on a day of Shanghai.
      create table search_query_day (
        day date not null,
        query_key bigint not null,
        searches integer not null,
        constraint search_query_day_pkey primary key (day, query_key) include (searches)
      );
      create index search_query_day_of_query on search_query_day (query_key, day);
      revoke all on search_query, search_query_day from poolrise_app;
      grant select on search_query, search_query_day to poolrise_app;
      grant select, insert, update, delete on search_query, search_query_day to poolrise_engine;

      -- Where a note stood on those pages: organic with the nil boost and keyword 0, else by boost and keyword. A page counts once
      -- a workspace, at the first of its slots.
      create table search_note_day (
        note_id uuid not null,
        day date not null,
        query_key bigint not null,
        boost_id uuid not null,
        keyword smallint not null,
        workspace_id uuid not null,
        impressions integer not null default 0,
        reads integer not null default 0,
        position_sum integer not null default 0,
        first_places integer not null default 0,
        top_threes integer not null default 0,
        pages integer not null default 0,
        constraint search_note_day_pkey primary key (note_id, day, query_key, boost_id, keyword)
      );
      create index search_note_day_of_workspace on search_note_day (workspace_id, day);
      create index search_note_day_of_boost on search_note_day (boost_id) where boost_id <> '00000000-0000-0000-0000-000000000000';
      alter table search_note_day enable row level security;
      alter table search_note_day force row level security;
      create policy own_workspace on search_note_day for select to poolrise_app
        using (workspace_id = (select app_workspace()));
      create policy engine on search_note_day to poolrise_engine using (true) with check (true);
      create policy owner on search_note_day to current_user using (true) with check (true);
      revoke all on search_note_day from poolrise_app;
      grant select on search_note_day to poolrise_app;
      grant select, insert, update, delete on search_note_day to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table search_note_day, search_query_day, search_query;
      alter table quarantined_event drop column query_key, drop column keyword, drop column leads;
      alter table feed_page drop column query_key, drop column keywords;
      drop trigger boost_words_stay on boost;
      drop function boost_words_stay;
      alter table boost drop constraint search_goes_by_words, drop column placement, drop column keywords, drop column negatives;
    `);
  }
}
