import { priceOrder, orderRulesOn, dayInShanghai } from '@poolrise/domain';
import { type Cast, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import type { MediaStore } from '../media/media-store';
import { imageTerms } from './told-orders';
import { writeOrder, type Sides } from './write-orders';
import { DemoPictures } from './write-media';
import { writeProductLinks } from './write-product-links';
import { topUp } from './write-rows';

const dayMinutes = 24 * 60;
const dayMs = dayMinutes * 60_000;

/** Days ago on which each was published; it pays 37 days after that. What rights it gave is over, or was none. */
const told = [
  { name: '露营茶席三件套 A tea set for the tent', out: 195, quoteCents: 36_000 },
  { name: '山里煮茶的一天 A day of tea in the hills', out: 162, quoteCents: 48_000 },
  { name: '雨天天幕下 Under the tarp, in the rain', out: 128, quoteCents: 42_000 },
  { name: '轻装徒步带什么茶 Tea for a light pack', out: 99, quoteCents: 55_000 },
  { name: '保温壶实测 A flask, measured', out: 66, quoteCents: 60_500 },
  { name: '秋山围炉 By the stove in autumn hills', out: 44, quoteCents: 72_000 },
  { name: '便携茶具开箱 Travel cups, opened', out: 38.5, quoteCents: 58_000 },
  { name: '霜降后的露营早茶 Morning tea after the frost', out: 33, quoteCents: 66_000 },
  { name: '冬天的第一壶 The first pot of winter', out: 12, quoteCents: 80_000 },
] as const;

/** Half a year of what Xiaoman's desk earned with a brand of the outdoors, what of it is still to be paid, and her links. */
export async function writeEarnings(
  client: pg.Client,
  cast: Cast,
  store: MediaStore | null,
  now: number,
): Promise<void> {
  const personIn = (workspace: string): string | null =>
    cast.people.find(({ memberships }) => memberships.some((one) => one.workspace === workspace))?.id ?? null;
  const sides: Sides = {
    brand: workspaceOf(cast, 'wildpath'),
    desk: workspaceOf(cast, 'xiaoman'),
    creatorId: cast.xiaoman.id,
    people: { brand: personIn('wildpath'), creator: personIn('xiaoman'), platform: null },
    pictures: new DemoPictures(client, store),
  };
  const rules = orderRulesOn(dayInShanghai(new Date(now)));
  const terms = { ...imageTerms, rights: null };
  const cents = told.reduce(
    (sum, { quoteCents }) => sum + priceOrder(quoteCents, terms, rules).totalCents,
    0,
  );
  await topUp(client, sides.brand.id, cents, now - 205 * dayMs);
  for (const { name, out, quoteCents } of told) {
    const at = (daysBefore: number): number => (out + daysBefore) * dayMinutes;
    await writeOrder(
      client,
      sides,
      {
        name,
        brief:
          '写一次真实的户外喝茶：怎么带、怎么煮、和谁喝。\nTea outdoors as it was: how you carried it, brewed it, and who drank it.',
        quoteCents,
        terms,
        invited: at(6),
        moves: [
          { by: 'creator', minutes: at(5), move: { kind: 'accept' } },
          { by: 'creator', minutes: at(2), move: { kind: 'submit-draft' } },
          { by: 'platform', minutes: at(2), move: { kind: 'pass-audit' } },
          { by: 'brand', minutes: at(1), move: { kind: 'approve' } },
          { by: 'creator', minutes: at(0), move: { kind: 'publish' } },
        ],
      },
      now,
    );
  }
  await writeProductLinks(client, cast, now);
}
