import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The creator's record: who they are and on what terms, what is measured of them, their notes as the platform shows them,
 * and a dated line for every day. A public directory: the console reads it, the engine writes it.
 */
export class CreatorRecords1763856000022 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table creator
        -- the platform's own id, 24 hex digits, as it stands in links
        add column platform_id text constraint one_creator_per_platform_id unique,
        add column province text,
        add column city text,
        add column sub_categories text[] not null default '{}',
        add column personas text[] not null default '{}',
        add column styles text[] not null default '{}',
        add column scenes text[] not null default '{}',
        add column mcn text,
        -- null: not offered
        add column image_cents integer constraint image_price_not_negative check (image_cents >= 0),
        add column video_cents integer constraint video_price_not_negative check (video_cents >= 0),
        add column accepts_image boolean not null default false,
        add column accepts_video boolean not null default false,
        add column health text not null default 'ordinary'
          constraint creator_health_known check (health in ('excellent', 'ordinary', 'abnormal')),
        add column active_orders integer not null default 0,
        add column served_categories text[] not null default '{}',
        add column served_brands text[] not null default '{}',
        -- service record of 90 days
        add column invitations_90d integer not null default 0,
        add column accepted_90d integer not null default 0,
        add column completed_90d integer not null default 0,
        add column on_time_90d integer not null default 0,
        add column cancelled_90d integer not null default 0,
        add column reply_minutes_median integer,
        add column last_note_at timestamptz,
        -- gone from the platform: found no more, but still named where somebody chose them
        add column deleted_at timestamptz,
        -- the name as searches compare it
        add column search_name text not null default '',
        -- which transaction wrote the row last; whoever keeps a copy in memory asks for what came since
        add column changed_in bigint not null default 0;
      create index creator_by_change on creator (changed_in);

      -- What is measured of a creator over 30 days. Medians, never means.
      create table creator_figures (
        creator_id uuid primary key constraint creator_figures_creator_fk references creator on delete cascade,
        as_of date not null,
        followers_30d_ago integer,
        notes_30d integer not null default 0,
        -- {"daily.natural": {"notes", "impressions", "reads", "interactions"}, "daily.all", "cooperation.natural", "cooperation.all"}
        medians jsonb not null default '{}',
        impressions_median integer generated always as ((medians -> 'daily.natural' ->> 'impressions')::integer) stored,
        reads_median integer generated always as ((medians -> 'daily.natural' ->> 'reads')::integer) stored,
        interactions_median integer generated always as ((medians -> 'daily.natural' ->> 'interactions')::integer) stored,
        image_reads_median integer,
        image_interactions_median integer,
        video_reads_median integer,
        video_interactions_median integer,
        -- shares of daily notes with at least so many likes
        hundred_likes_share real,
        thousand_likes_share real,
        -- parts in ten thousand of reads by trafficSources of the domain
        source_shares smallint[] not null default '{}',
        finish_share real,
        active_share real,
        engaged_share real,
        -- the platform's own estimate of the price of one visitor of a shop
        cpuv_cents integer,
        audience_sample integer not null default 0,
        -- parts in ten thousand by audienceBands of the domain
        audience_shares smallint[] not null default '{}',
        audience_interests text[] not null default '{}',
        -- words of the latest titles, by which content is searched
        content_words text[] not null default '{}',
        changed_in bigint not null default 0
      );
      create index creator_figures_by_change on creator_figures (changed_in);

      create function creator_changes() returns trigger language plpgsql as $$
      begin
        new.changed_in := pg_current_xact_id()::text::bigint;
        return new;
      end $$;
      create trigger creator_changes before insert or update on creator for each row execute function creator_changes();
      create trigger creator_figures_changes before insert or update on creator_figures for each row execute function creator_changes();

      -- One line a day: growth and the history of prices.
      create table creator_day (
        creator_id uuid not null constraint creator_day_creator_fk references creator on delete cascade,
        day date not null,
        followers integer not null,
        image_cents integer,
        video_cents integer,
        primary key (creator_id, day)
      );

      create table creator_note (
        id uuid primary key,
        creator_id uuid not null constraint creator_note_creator_fk references creator on delete cascade,
        published_at timestamptz not null,
        kind text not null constraint creator_note_kind_known check (kind in ('image', 'video')),
        cooperation boolean not null,
        brand text,
        title text not null,
        impressions_natural integer not null,
        impressions_all integer not null,
        reads_natural integer not null,
        reads_all integer not null,
        likes integer not null,
        collects integer not null,
        comments integer not null,
        shares integer not null,
        -- of all of these together, how many came from readers who were not paid for
        interactions_natural integer not null,
        reads_by_source integer[] not null,
        interactions_by_hour integer[] not null,
        commenters bigint[] not null default '{}',
        -- the title as searches cut it
        words text[] not null default '{}'
      );
      create index creator_note_of_creator on creator_note (creator_id, published_at desc);

      -- Fraud that the demo put in on purpose, kept apart so that tests of credibility can be measured. Nobody decides by it.
      create table creator_label (
        creator_id uuid primary key constraint creator_label_creator_fk references creator on delete cascade,
        label text not null
      );

      -- Who follows, by age and gender, as sketches of the domain: any target made of these can be united and overlapped.
      create table creator_reach (
        creator_id uuid not null constraint creator_reach_creator_fk references creator on delete cascade,
        gender text not null,
        age text not null,
        sketch bytea not null,
        primary key (creator_id, gender, age)
      );

      -- Where peers stand: a hundred and one quantiles of each metric among creators of one tier and category.
      create table peer_band (
        scheme text not null,
        tier text not null,
        category text not null,
        metric text not null,
        peers integer not null,
        quantiles float8[] not null,
        counted_at timestamptz not null,
        -- the last change of a record that is in it
        counted_through bigint not null,
        primary key (scheme, tier, category, metric)
      );

      -- Tier schemes disagree, so each workspace chooses its own.
      alter table workspace add column tier_scheme text not null default 'newrank';

      -- The record in one piece, with what follows from two of its figures.
      create view creator_record as
        select creator.*, figures.as_of, figures.followers_30d_ago, coalesce(figures.notes_30d, 0) as notes_30d,
          coalesce(figures.medians, '{}') as medians,
          figures.impressions_median, figures.reads_median, figures.interactions_median,
          figures.image_reads_median, figures.image_interactions_median,
          figures.video_reads_median, figures.video_interactions_median,
          figures.hundred_likes_share, figures.thousand_likes_share, coalesce(figures.source_shares, '{}') as source_shares,
          figures.finish_share, figures.active_share, figures.engaged_share, figures.cpuv_cents,
          coalesce(figures.audience_sample, 0) as audience_sample,
          coalesce(figures.audience_shares, '{}') as audience_shares,
          coalesce(figures.audience_interests, '{}') as audience_interests,
          coalesce(figures.content_words, '{}') as content_words,
          (creator.followers - figures.followers_30d_ago)::float8 / nullif(figures.followers_30d_ago, 0) as growth_30d,
          figures.interactions_median::float8 / nullif(figures.reads_median, 0) as interaction_rate,
          creator.image_cents::float8 / nullif(figures.image_reads_median, 0) as image_read_cents,
          creator.video_cents::float8 / nullif(figures.video_reads_median, 0) as video_read_cents,
          creator.image_cents::float8 / nullif(figures.image_interactions_median, 0) as image_interaction_cents,
          creator.image_cents * 1000::float8 / nullif(figures.impressions_median, 0) as image_cpm_cents,
          creator.on_time_90d::float8 / nullif(creator.completed_90d, 0) as on_time_share,
          creator.accepted_90d::float8 / nullif(creator.invitations_90d, 0) as acceptance_share
        from creator left join creator_figures figures on figures.creator_id = creator.id;

      grant select on creator_figures, creator_day, creator_note, creator_reach, peer_band, creator_record to poolrise_app;
      grant select, insert, update, delete on creator_figures, creator_day, creator_note, creator_label, creator_reach, peer_band to poolrise_engine;
      grant select on creator_record to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop view creator_record;
      alter table workspace drop column tier_scheme;
      drop table peer_band, creator_reach, creator_label, creator_note, creator_day, creator_figures;
      drop trigger creator_changes on creator;
      drop function creator_changes;
      drop index creator_by_change;
      alter table creator
        drop column platform_id, drop column province, drop column city, drop column sub_categories, drop column personas,
        drop column styles, drop column scenes, drop column mcn, drop column image_cents, drop column video_cents,
        drop column accepts_image, drop column accepts_video, drop column health, drop column active_orders,
        drop column served_categories, drop column served_brands, drop column invitations_90d, drop column accepted_90d,
        drop column completed_90d, drop column on_time_90d, drop column cancelled_90d, drop column reply_minutes_median,
        drop column last_note_at, drop column deleted_at, drop column search_name, drop column changed_in;
    `);
  }
}
