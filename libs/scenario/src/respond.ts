import { ratesOf, type Category, type Rail, type ResponseRates } from '@poolrise/domain';
import type { NoteQuality } from './cast/notes';
import { response } from './parameters';

/** What readers do with a note: clicks, then likes and the rest per click. All probabilities. */
export interface ResponseOdds extends ResponseRates {
  hidePerImpression: number;
  purchase: number;
  dwellSeconds: number;
}

/**
 * How readers respond to a note on a rail, when it fits them with `affinity` (1: as an average reader it is shown to).
 *
 * Natural and paid odds come from separate figures: paid slots interrupt, so they are opened three to six times less
 * often, and the loudness of the cover helps there less.
 */
export function oddsOf(category: Category, quality: NoteQuality, rail: Rail, affinity = 1): ResponseOdds {
  const most = response.most.value;
  const natural = ratesOf<ResponseRates>(response.natural.value, category);
  const dwellSeconds = ratesOf(response.dwellSeconds.value, category) * Math.sqrt(quality.content);
  const paid = rail === 'paid';
  const click = paid
    ? ratesOf(response.paidClick.value, category).rate * Math.sqrt(quality.hook)
    : natural.click * quality.hook;
  const kept = quality.content * (paid ? response.paidInteraction.value : 1);
  return {
    click: Math.min(most.click, click * affinity),
    like: Math.min(most.perClick, natural.like * kept),
    collect: Math.min(most.perClick, natural.collect * kept),
    comment: Math.min(most.perClick, natural.comment * kept),
    share: Math.min(most.perClick, natural.share * kept),
    follow: Math.min(most.perClick, natural.follow * kept),
    hidePerImpression: Math.min(0.05, response.hidePerImpression.value / quality.content),
    purchase: response.purchasePerRead.value,
    dwellSeconds,
  };
}
