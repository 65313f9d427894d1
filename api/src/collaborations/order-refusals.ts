import type { OrderRefusal } from '@poolrise/domain';
import { Refused } from '../http/refused';

const fieldOf: Partial<Record<OrderRefusal['refusal'], string>> = {
  'revisions-out-of-bounds': '/terms/revisionsMost',
  'rights-out-of-bounds': '/terms/rights',
  'draft-due-past': '/terms/draftDueAt',
  'until-not-later': '/until',
  'number-not-of-carrier': '/parcel/number',
  'number-unusual': '/parcel/number',
  'parcel-out-of-bounds': '/parcel',
  'promise-out-of-bounds': '/day',
  'until-too-late': '/until',
  'quote-out-of-bounds': '/quoteCents',
  'offer-unchanged': '/quoteCents',
  'protection-out-of-bounds': '/protectionDays',
  'share-out-of-bounds': '/creatorBasisPoints',
};

/** Why, in a sentence, and what may be done instead. */
const reasons: Record<Exclude<OrderRefusal['refusal'], 'wallet-too-low'>, string> = {
  'order-has-ended': 'The order is over; nothing moves it any more.',
  'move-of-another': 'That is for another side to do.',
  'move-out-of-turn': 'The order does not stand where that can be done.',
  'offer-is-your-own': 'The offer on the table is your own; the other side answers it.',
  'offer-is-not-yours': 'The offer on the table is not yours: decline it, or make a counter-offer.',
  'request-pending': 'Such a wish is being answered already, or was granted.',
  'no-request': 'Nobody asks to hide or delete the note.',
  'no-address': 'The creator has not said yet where to send the sample.',
  'number-not-of-carrier':
    'Parcel numbers of this carrier look different: copy it from the label, or choose the carrier that it belongs to.',
  'number-unusual': 'That does not look like a parcel number: if it is meant, send it with sure.',
  'parcel-out-of-bounds': 'A parcel holds 1 to 999 pieces with a name, worth up to a million yuan.',
  'too-many-parcels':
    'As many parcels were sent as an order may have: agree on how to go on, or open a dispute.',
  'promise-out-of-bounds':
    'A sample is promised for today at the earliest, and for 60 days from now at the latest.',
  'no-rights': 'No rights to use the note were agreed on, so that there are none to extend.',
  'extension-pending':
    'Longer rights are being asked for already: wait for the answer, or take the wish back.',
  'no-extension': 'Nobody asks for longer rights.',
  'revisions-out-of-bounds':
    'A draft may be sent back from never to as often as the rules of the order allow.',
  'rights-out-of-bounds': 'Rights name at least one use, and 1 to 3,650 days.',
  'draft-due-past': 'The draft would be due in the past: name a day to come.',
  'until-not-later': 'That is not later than the rights last now: name a later day.',
  'until-too-late': 'Rights are extended by at most 3,650 days from today.',
  'quote-out-of-bounds': 'The quote is below a yuan or beyond ten million.',
  'protection-out-of-bounds': 'The protection is shorter or longer than the rules of the order allow.',
  'offer-unchanged': 'That is the offer on the table: accept it, or change something.',
  'share-out-of-bounds': 'A share is 0 to 10,000 basis points.',
};

export function refusalOf({ refusal, legal, missingCents }: OrderRefusal): Refused {
  if (refusal === 'wallet-too-low')
    return new Refused('wallet-too-low', { figures: { missingCents: missingCents ?? 0 } });
  const can = legal.length ? `You may now: ${legal.join(', ')}.` : 'There is nothing you could do now.';
  return new Refused('order-move-refused', {
    field: fieldOf[refusal] ?? '/kind',
    detail: `${reasons[refusal]} ${can}`,
  });
}
