import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the tests of credibility compare with: norms of peers, and which accounts comment under whom. Both are counted by a
 * job, as are the mistakes of the tests where the truth is known.
 */
export class Credibility1763856000027 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table creator_label
        -- of the injected fraud, 0 to 1; null: not known
        add column strength real constraint label_strength_is_share check (strength between 0 and 1);
      -- which world the demo is; null outside a demo
      alter table installation add column demo_seed text;

      -- Middle and spread of a logarithm among peers. Category '' stands for all of a tier, tier '' for all of a category.
      create table credibility_norm (
        measure text not null
          constraint credibility_measure_known check (measure in ('engaged', 'like-collect', 'comment-share')),
        tier text not null,
        category text not null,
        median float8 not null,
        spread float8 not null,
        peers integer not null,
        counted_at timestamptz not null,
        -- the last change of a record that is in it
        counted_through bigint not null,
        primary key (measure, tier, category)
      );

      -- Accounts that comment under two creators or more, though not everywhere; those alone tie anybody to anybody.
      -- Written anew as a whole, so that a foreign key would cost as much as the rows and guard nothing.
      create table commenter_tie (
        creator_id uuid not null,
        account bigint not null,
        primary key (creator_id, account)
      );
      create index commenter_tie_of_account on commenter_tie (account, creator_id);

      -- How often each test was right and wrong about creators of whom the truth is known: numbers of creators.
      create table credibility_count (
        test text primary key,
        honest integer not null,
        false_alarms integer not null,
        aimed integer not null,
        found integer not null,
        strong integer not null,
        found_strong integer not null,
        flagged integer not null,
        unjudged_honest integer not null,
        unjudged_aimed integer not null,
        creators integer not null,
        labelled integer not null,
        seed text,
        measured_at timestamptz not null
      );

      grant select on credibility_norm, commenter_tie, credibility_count to poolrise_app;
      grant select, insert, update, delete on credibility_norm, commenter_tie, credibility_count to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table credibility_count, commenter_tie, credibility_norm;
      alter table installation drop column demo_seed;
      alter table creator_label drop column strength;
    `);
  }
}
