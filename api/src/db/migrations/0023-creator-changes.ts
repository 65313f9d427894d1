import { foldForSearch } from '@poolrise/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows a statement; a directory that was there before has few. */
const chunk = 5_000;

/**
 * What the search index of each API process follows: a nudge after every writing statement, and a line for every record
 * that lost a row, which leaves no row behind to say so itself.
 */
export class CreatorChanges1763856000023 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table creator_gone (
        creator_id uuid primary key,
        changed_in bigint not null
      );
      create index creator_gone_by_change on creator_gone (changed_in);
      grant select on creator_gone to poolrise_app, poolrise_engine;

      -- Whoever may delete the row may leave this line, without being able to write any other.
      create function creator_goes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into creator_gone (creator_id, changed_in)
        values ((to_jsonb(old) ->> tg_argv[0])::uuid, pg_current_xact_id()::text::bigint)
        on conflict (creator_id) do update set changed_in = excluded.changed_in;
        return null;
      end $$;
      create trigger creator_goes after delete on creator for each row execute function creator_goes('id');
      create trigger creator_figures_go after delete on creator_figures for each row execute function creator_goes('creator_id');

      -- Equal notices of a transaction are sent once.
      create function creators_changed() returns trigger language plpgsql as $$
      begin
        perform pg_notify('poolrise_creators', '');
        return null;
      end $$;
      create trigger creators_changed after insert or update or delete on creator
        for each statement execute function creators_changed();
      create trigger creator_figures_changed after insert or update or delete on creator_figures
        for each statement execute function creators_changed();
    `);
    await nameTheNameless(run);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop trigger creators_changed on creator;
      drop trigger creator_figures_changed on creator_figures;
      drop trigger creator_goes on creator;
      drop trigger creator_figures_go on creator_figures;
      drop function creators_changed, creator_goes;
      drop table creator_gone;
    `);
  }
}

/** Creators who were there before searches compared names. The folding is the domain's, so it is not said again in SQL. */
async function nameTheNameless(run: QueryRunner): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = (await run.query(
      `select id, name from creator where id > $1 and search_name = '' order by id limit ${chunk}`,
      [after],
    )) as { id: string; name: string }[];
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    await run.query(
      `update creator set search_name = folded.name
       from unnest($1::uuid[], $2::text[]) folded (id, name) where creator.id = folded.id`,
      [rows.map(({ id }) => id), rows.map(({ name }) => foldForSearch(name))],
    );
  }
}
