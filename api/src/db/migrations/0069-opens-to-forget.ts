import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Opens of product links go when nothing can be sold by them any more; whatever was sold stays.
 *
 * The sale itself marks the opens that it names, in its own transaction and whoever writes it, so that what is to be forgotten
 * is found by an index that holds no other. And no sale goes with its open: the database refuses rather.
 */
export class OpensToForget1764028800069 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- named by a sale, or the one it counts for
      alter table product_open add column sold boolean not null default false;
      update product_open set sold = true from product_sale sale
       where sale.application_id = product_open.application_id and product_open.id in (sale.open_id, sale.counted_open_id);
      create index product_open_to_forget on product_open (opened_at) where not sold;

      create index product_sale_of_open on product_sale (application_id, open_id);
      create index product_sale_of_counted_open on product_sale (application_id, counted_open_id);
      alter table product_sale
        drop constraint sale_of_open_fk,
        drop constraint sale_counts_for_open_fk,
        -- Asked at the commit: where a desk goes, its opens and its sales may go together.
        add constraint sale_of_open_fk foreign key (application_id, open_id) references product_open
          deferrable initially deferred,
        add constraint sale_counts_for_open_fk foreign key (application_id, counted_open_id) references product_open
          deferrable initially deferred;

      create function sale_marks_opens() returns trigger language plpgsql as $$ begin
        update product_open set sold = true
         where application_id = new.application_id and id in (new.open_id, new.counted_open_id) and not sold;
        return null;
      end $$;
      create trigger sale_marks_opens after insert on product_sale for each row execute function sale_marks_opens();

      grant update (sold), delete on product_open to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      revoke update (sold), delete on product_open from poolrise_engine;
      drop trigger sale_marks_opens on product_sale;
      drop function sale_marks_opens;
      alter table product_sale
        drop constraint sale_of_open_fk,
        drop constraint sale_counts_for_open_fk,
        add constraint sale_of_open_fk foreign key (application_id, open_id) references product_open on delete cascade,
        add constraint sale_counts_for_open_fk foreign key (application_id, counted_open_id) references product_open on delete cascade;
      drop index product_sale_of_open, product_sale_of_counted_open, product_open_to_forget;
      alter table product_open drop column sold;
    `);
  }
}
