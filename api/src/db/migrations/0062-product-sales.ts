import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['product_open', 'product_link_day', 'product_sale', 'product_return'];

/**
 * Product links of notes: who opened them, what was sold by them, and what came back.
 *
 * Reader applications tell it, so the key of each event is the application and the id that it gave: what comes again is known
 * by it. Each row belongs to the workspace of the note that it counts for. Nobody writes behind the walls.
 */
export class ProductSales1764028800062 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table product_open (
        application_id uuid not null,
        id uuid not null,
        workspace_id uuid not null constraint product_open_workspace_fk references workspace on delete cascade,
        note_id uuid not null constraint product_open_note_fk references note on delete cascade,
        product smallint not null constraint product_place_known check (product between 1 and 5),
        -- what makes two links the same product
        url text not null,
        -- page and position as one number, as engagement names an impression
        slot bigint not null,
        rail smallint not null,
        -- 32 bits of the reader's key; 0 where nobody is known
        reader bigint not null,
        -- the first of its impression and product, which alone is counted
        counted boolean not null,
        opened_at timestamptz not null,
        constraint one_open_per_event primary key (application_id, id)
      );
      create index product_open_of_reader on product_open (application_id, reader, url, opened_at desc) where reader <> 0;
      create unique index one_counted_open_per_slot on product_open (slot, product) where counted;
      create index product_open_of_workspace on product_open (workspace_id, opened_at);

      create table product_link_day (
        note_id uuid not null constraint product_link_day_note_fk references note on delete cascade,
        product smallint not null,
        day date not null,
        workspace_id uuid not null constraint product_link_day_workspace_fk references workspace on delete cascade,
        opens integer not null,
        paid_opens integer not null,
        constraint one_day_per_link primary key (note_id, product, day),
        constraint paid_opens_among_opens check (paid_opens between 0 and opens)
      );
      create index product_link_day_of_workspace on product_link_day (workspace_id, day);

      create table product_sale (
        application_id uuid not null,
        id uuid not null,
        -- of the note that the sale counts for, which need not be the one of the open that was named
        workspace_id uuid not null constraint product_sale_workspace_fk references workspace on delete cascade,
        note_id uuid not null constraint product_sale_note_fk references note on delete cascade,
        product smallint not null,
        title text not null,
        url text not null,
        open_id uuid not null,
        counted_open_id uuid not null,
        reference text not null,
        cents bigint not null constraint sale_positive check (cents > 0),
        returned_cents bigint not null default 0,
        rate_permyriad integer not null constraint sale_rate_known check (rate_permyriad between 0 and 10000),
        commission_cents bigint not null,
        -- of what has not come back
        kept_commission_cents bigint not null,
        sold_at timestamptz not null,
        confirms_at timestamptz not null,
        constraint one_sale_per_event primary key (application_id, id),
        -- One order of a shop holds a product once, whatever ids it is reported under.
        constraint one_sale_per_reference unique (application_id, url, reference),
        constraint sale_of_open_fk foreign key (application_id, open_id) references product_open on delete cascade,
        constraint sale_counts_for_open_fk foreign key (application_id, counted_open_id) references product_open on delete cascade,
        constraint returned_within_sale check (returned_cents between 0 and cents),
        -- The domain says the same; two roads to one figure.
        constraint commission_of_sale check (
          commission_cents = cents * rate_permyriad / 10000 and kept_commission_cents = (cents - returned_cents) * rate_permyriad / 10000)
      );
      create index product_sale_of_workspace on product_sale (workspace_id, sold_at);
      create function sale_terms_stay() returns trigger language plpgsql as $$ begin
        raise exception 'what was sold, for which note and at which rate is written down at the sale and stays as it is' using errcode = 'check_violation';
      end $$;
      create trigger sale_terms_stay before update of note_id, cents, rate_permyriad, commission_cents, sold_at, confirms_at on product_sale
        for each row when ((old.note_id, old.cents, old.rate_permyriad, old.commission_cents, old.sold_at, old.confirms_at)
          is distinct from (new.note_id, new.cents, new.rate_permyriad, new.commission_cents, new.sold_at, new.confirms_at))
        execute function sale_terms_stay();

      create table product_return (
        application_id uuid not null,
        id uuid not null,
        workspace_id uuid not null constraint product_return_workspace_fk references workspace on delete cascade,
        sale_id uuid not null,
        open_id uuid not null,
        cents bigint not null constraint return_positive check (cents > 0),
        reversed_cents bigint not null constraint reversal_not_negative check (reversed_cents >= 0),
        returned_at timestamptz not null,
        constraint one_return_per_event primary key (application_id, id),
        constraint return_of_sale_fk foreign key (application_id, sale_id) references product_sale on delete cascade
      );
      create index product_return_of_sale on product_return (application_id, sale_id);
    `);
    for (const table of walled)
      await run.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy own_workspace on ${table} for select to poolrise_app
          using (workspace_id = (select app_workspace()));
        create policy engine on ${table} to poolrise_engine using (true) with check (true);
        create policy owner on ${table} to current_user using (true) with check (true);
        revoke all on ${table} from poolrise_app;
        grant select on ${table} to poolrise_app;
        grant select, insert on ${table} to poolrise_engine;
      `);
    await run.query(`grant update on product_link_day, product_sale to poolrise_engine`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table product_return, product_sale, product_link_day, product_open;
      drop function sale_terms_stay;
    `);
  }
}
