import { Injectable } from '@nestjs/common';
import type { OffersQuery, OffersView, OfferView } from '@poolrise/contracts';
import {
  bestOffers,
  type OfferAspect,
  offerAspects,
  offeredTerms,
  usualWorkHours,
  type WorkHours,
  worthOfOffer,
} from '@poolrise/domain';
import { Db } from '../db/db';
import { verifiedOf } from '../professional/verified-of';
import { KeptOrder } from './kept-order.entity';
import { lifeOf } from './order-columns';
import { termsView } from './order-terms';
import { orderRow } from './order-views';

/** As many as can be compared by looking; the rest is counted. */
const offersMost = 12;

interface Reads {
  creator_name: string;
  image: number | null;
  video: number | null;
}
type Compared = Omit<OfferView, 'best'>;

/** Offers that a creator has on the table. */
@Injectable()
export class OffersQueries {
  constructor(private readonly db: Db) {}

  /** Open offers of this desk with what each is worth by these hours, the first to lapse before the others. */
  compare(workspaceId: string, ask: OffersQuery, now = new Date()): Promise<OffersView> {
    const hours: WorkHours = {
      ...usualWorkHours,
      image: ask.imageHours,
      video: ask.videoHours,
      revision: ask.revisionHours,
    };
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const [kept, count] = await tx.findAndCount(KeptOrder, {
        where: { deskId: workspaceId, state: 'invited' },
        order: { dueAt: 'asc', id: 'asc' },
        take: offersMost,
      });
      const [desk] = await tx.query<Reads[]>(
        `select c.name as creator_name, coalesce(f.image_reads_median, f.reads_median) as image,
                coalesce(f.video_reads_median, f.reads_median) as video
           from workspace w join creator c on c.id = w.creator_id left join creator_figures f on f.creator_id = c.id
          where w.id = $1`,
        [workspaceId],
      );
      const reads = { image: desk?.image ?? null, video: desk?.video ?? null };
      const verified = await verifiedOf(
        tx,
        kept.map((order) => order.workspaceId),
      );
      const compared = kept.map((order): Compared => {
        const life = lifeOf(order);
        return {
          order: orderRow({ kept: order, creatorName: desk?.creator_name ?? '' }, 'creator'),
          brandVerified: verified.has(order.workspaceId),
          terms: termsView(offeredTerms(life)),
          protectionDays: life.offer.protectionDays,
          centsPerThousandReads: life.terms.centsPerThousandReads,
          ...worthOfOffer(life, hours, reads[life.terms.noteType]),
        };
      });
      return { asOf: now.toISOString(), hours, reads, offers: withBest(compared), more: count - kept.length };
    });
  }
}

const valueOf = (aspect: OfferAspect, offer: Compared): number | null =>
  aspect === 'revisionsMost' ? offer.terms.revisionsMost : offer[aspect];

function withBest(offers: Compared[]): OfferView[] {
  const aspects = Object.keys(offerAspects) as OfferAspect[];
  const best = new Map(
    aspects.map((aspect) => [
      aspect,
      bestOffers(
        aspect,
        offers.map((offer) => valueOf(aspect, offer)),
      ),
    ]),
  );
  return offers.map((offer, at) => ({ ...offer, best: aspects.filter((aspect) => best.get(aspect)?.[at]) }));
}
