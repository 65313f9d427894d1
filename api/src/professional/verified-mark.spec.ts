import { OffersQuery } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anInvite, anOrderCast, noon, type OrderCast, ordersOn } from '../../test/orders';
import { OffersQueries } from '../collaborations/offers.queries';

describe('the mark of a verified business', () => {
  let database: TestDatabase;
  let cast: OrderCast;
  beforeAll(async () => {
    database = await freshDatabase();
    cast = await anOrderCast(database.db);
  });
  afterAll(() => database.close());

  const verified = (workspaceId: string, until: string) =>
    database.owner(
      `with licence as (
         insert into media (workspace_id, kind, sha256, place, content_type, bytes, width, height, color, uploaded_at, stored_at)
         values ($1, 'image', sha256(gen_random_uuid()::text::bytea), 'nowhere', 'image/webp', 9, 800, 600, '#ffffff', now(), now()) returning id)
       insert into professional_application (workspace_id, request_key, legal_name, credit_code, licence_id, contact_name, contact_phone, renewal,
              state, asked_at, decided_at, reason, verified_at, until)
       select $1, gen_random_uuid(), '林家茶', '91350100M000100Y43', id, '林', '0571', false, 'verified', now(), now(), 'ok', now(), $2 from licence
       on conflict (workspace_id) where state in ('verified', 'suspended') do update set until = excluded.until`,
      [workspaceId, until],
    );

  it('stands at the names of both sides of an order, and of the brand of an offer, while the verification holds', async () => {
    const { queries, invitations } = ordersOn(database.db);
    const { id } = await invitations.invite(cast.brand, anInvite(cast), noon);
    const marks = async () => {
      const { offers } = await new OffersQueries(database.db).compare(
        cast.creator.workspaceId,
        OffersQuery.parse({}),
      );
      return [
        (await queries.order(cast.brand, id)).verified,
        (await queries.order(cast.creator, id)).verified,
        offers.map(({ brandVerified }) => brandVerified),
      ];
    };
    const none = { brand: false, creator: false };
    expect(await marks()).toEqual([none, none, [false]]);
    await verified(cast.brand.workspaceId, '2099-01-01');
    const brand = { brand: true, creator: false };
    expect(await marks()).toEqual([brand, brand, [true]]);
    await verified(cast.creator.workspaceId, '2099-01-01');
    await verified(cast.brand.workspaceId, '2020-01-01');
    const creator = { brand: false, creator: true };
    expect(await marks()).toEqual([creator, creator, [false]]);
  });
});
