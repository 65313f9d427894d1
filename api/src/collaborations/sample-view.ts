import type { OrderSampleView } from '@poolrise/contracts';
import { type CooperationOrder, offeredTerms, sampleRulesOf, sampleTroubles } from '@poolrise/domain';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** The sample of an order as both sides see it; null where none is to be sent. */
export function sampleView(life: CooperationOrder, now: number): OrderSampleView | null {
  if (!offeredTerms(life).withSample) return null;
  const { agreedAt, addressAt, promisedDay, parcels } = life.sample;
  return {
    agreedAt: iso(agreedAt),
    addressAt: iso(addressAt),
    promisedDay,
    parcels: parcels.map(({ sentAt, missedAt, receivedAt, ...slip }) => ({
      ...slip,
      sentAt: new Date(sentAt).toISOString(),
      missedAt: iso(missedAt),
      receivedAt: iso(receivedAt),
    })),
    troubles: sampleTroubles(life, now),
    rules: sampleRulesOf(life),
  };
}
