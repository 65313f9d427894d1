import { openKeptDays, rails } from '@poolrise/domain';
import { comparing, type SumCheck } from './sum-question';

const paid = rails.indexOf('paid');
const day = `(opened_at at time zone 'Asia/Shanghai')::date`;
/** The days of which every open is still known. */
const firstKept = `(now() at time zone 'Asia/Shanghai')::date - ${openKeptDays}`;

/** Product links: what is counted by day has its opens, and what came back of a sale has its returns. */
export const linkChecks: SumCheck[] = [
  comparing(
    'opens of product links by day are those that were counted',
    `select coalesce(d.note_id, o.note_id) as subject,
            coalesce(d.opens, 0) = coalesce(o.opens, 0) and coalesce(d.paid_opens, 0) = coalesce(o.paid, 0) as same
       from (select * from product_link_day where day >= ${firstKept}) d full join (
         select note_id, product, ${day} as day, count(*) as opens, count(*) filter (where rail = ${paid}) as paid
           from product_open where counted and ${day} >= ${firstKept} group by 1, 2, 3) o using (note_id, product, day)`,
  ),
  comparing(
    'what came back of a sale, and the commission that went with it, are its returns',
    `select s.id as subject,
            s.returned_cents = coalesce(r.cents, 0) and s.commission_cents - s.kept_commission_cents = coalesce(r.reversed, 0) as same
       from product_sale s left join (
         select application_id, sale_id, sum(cents) as cents, sum(reversed_cents) as reversed from product_return group by 1, 2) r
         on r.application_id = s.application_id and r.sale_id = s.id`,
  ),
];
