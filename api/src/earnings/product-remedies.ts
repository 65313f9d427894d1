import type { ProductRefusal } from '@poolrise/contracts';
import { attributionRules, lateMsMax, openKeptDays } from '@poolrise/domain';

const lateDays = lateMsMax / 86_400_000;

export const productRemedies: Record<ProductRefusal, string> = {
  'event-malformed':
    'Send id (UUID), kind and, for an open, token and product (1 to 5); for a sale or a return, openId, reference and cents above zero.',
  'event-id-reused': 'Give every event an id of its own.',
  'token-forged': 'Send the token of the slot as the feed gave it.',
  'token-foreign': 'Report opens with the key that asked the feed.',
  'token-expired':
    'Say in occurredAt when the link was opened; without it, opens are taken while the page is valid.',
  'event-too-late': `Report opens within ${lateDays} days of their page, and sales within ${lateDays} days of being made.`,
  'occurred-before-page': 'Send in occurredAt when it happened: after its page was served.',
  'occurred-after-page': 'Send in occurredAt when it happened: while its page was valid.',
  'occurred-in-future': 'Send in occurredAt when it happened, by a clock that is right.',
  'product-unknown': 'Send in product the place of the link in the note, the first is 1.',
  'open-unknown': `Send the open first or in the same batch, with this key, then this event again. An open by which nothing was sold is known for ${openKeptDays} days.`,
  'sale-before-open': 'Name in openId a link that was opened before the sale.',
  'sale-outside-window': `A sale counts for links opened in the ${attributionRules.windowDays} days before it; it is not counted.`,
  'sale-known':
    'This product of this order was reported already. Repeat an event with the id that it had; give each order of the shop a reference of its own.',
  'sale-unknown':
    'Send the sale first or in the same batch: a return names the openId and the reference of its sale.',
  'return-before-sale': 'Send in occurredAt when it came back: after it was sold.',
  'return-above-sale': 'All returns of a sale together are at most what was sold.',
  'commission-confirmed': `Report returns within ${attributionRules.confirmDays} days of the sale; later ones are settled between shop and creator.`,
};
