import type { MigrationInterface, QueryRunner } from 'typeorm';

const news = `('give-address', 'promise-sample', 'send-sample', 'receive-sample', 'miss-sample', 'ask-extension', 'counter-extension',
  'accept-extension', 'decline-extension', 'withdraw-extension', 'extension-lapses')`;

/** What is sent before the work of an order begins, where it goes, and what is told of it. */
export class SampleParcels1764028800053 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table cooperation_order
        -- when it was agreed on, whether there is an address, the day promised, and every parcel
        add column sample jsonb not null default '{"agreedAt": null, "addressAt": null, "promisedDay": null, "parcels": []}',
        -- what is said of it and when, if nothing happens before; follows from the order, as due_at does
        add column sample_alarms jsonb;
      create index order_sample_of_brand on cooperation_order (workspace_id) where sample_alarms is not null;
      create index order_sample_of_desk on cooperation_order (desk_id) where sample_alarms is not null;

      -- what the bell tells the other side
      create index order_news_of_brand on order_step (workspace_id, at) where kind in ${news};
      create index order_news_of_desk on order_step (desk_id, at) where kind in ${news};

      -- Where a creator wants the sample. It is sealed with a key that the database does not have, and deleted when it is not
      -- needed any more: the day stands here once the order has ended.
      create table order_address (
        order_id uuid primary key constraint order_address_order_fk references cooperation_order,
        workspace_id uuid not null,
        desk_id uuid not null,
        sealed bytea not null,
        person_id uuid,
        given_at timestamptz not null,
        forget_at timestamptz
      );
      create index order_address_due on order_address (forget_at) where forget_at is not null;

      alter table order_address enable row level security;
      alter table order_address force row level security;
      create policy either_side on order_address for select to poolrise_app
        using ((select app_workspace()) in (workspace_id, desk_id));
      create policy engine on order_address to poolrise_engine using (true) with check (true);
      create policy owner on order_address to current_user using (true) with check (true);
      grant select on order_address to poolrise_app;
      grant select, insert, update, delete on order_address to poolrise_engine;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table order_address;
      drop index order_news_of_brand, order_news_of_desk;
      alter table cooperation_order drop column sample, drop column sample_alarms;
    `);
  }
}
