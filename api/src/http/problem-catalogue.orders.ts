import { entry } from './problem-entry';

/** Of cooperation orders. */
export const orderProblems = {
  'creator-not-here': entry(
    409,
    'Nobody answers for this creator here',
    'Reach the creator elsewhere, or choose one whose profile says that they take orders here.',
  ),
  'order-moved-on': entry(
    409,
    'The order has moved on meanwhile',
    'Load it again, see what happened, and decide anew.',
  ),
  'order-move-refused': entry(
    409,
    'The order does not allow that now',
    'Do one of the moves named in the detail, or wait for the other side.',
  ),
  'addresses-not-kept': entry(
    503,
    'This installation has no key to seal addresses with',
    'Its operator sets ADDRESS_KEY, or DATA_DIR, where a key is made and kept.',
  ),
  'address-needed': entry(
    409,
    'The address is still needed',
    'Have it deleted once the sample is there or the order is over; until it is sent, it can be changed.',
  ),
  'order-not-publishable': entry(
    409,
    'There is no draft to publish',
    'Hand in a draft first and have it approved.',
  ),
  'usage-rights-missing': entry(
    409,
    'The note may not be advertised so long',
    'Let the boost end within the rights of the order, or agree on further rights with the creator.',
  ),
  'too-many-drafts': entry(
    409,
    'The order has as many drafts or comments as it can hold',
    'Settle it with what is there, or call it off.',
  ),
};
