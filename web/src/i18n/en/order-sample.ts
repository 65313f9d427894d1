/** Samples: the address, the parcels, and what is late about them. */
export const orderSample = {
  title: 'Sample',
  toSend: 'To send',
  onItsWay: 'On its way',
  received: 'Received',
  promised: 'The brand promised to send it by {{day}}',
  noParcel: 'Nothing was sent yet.',
  parcels: 'Parcels',
  contents: '{{n}} pcs · worth {{money}}',
  copy: 'Copy number',
  find: 'Track it at {{carrier}}',
  sentAt: 'Sent {{at}}',
  receivedAt: 'Received {{at}}',
  missedAt: 'The creator said on {{at}} that it never arrived',
  tax: 'The sample is worth {{money}} and may count as income. Keep it in mind for your tax return; ask an accountant when in doubt.',
  next: {
    address: {
      yours: 'Say where to send the sample; {{other}} waits for the address.',
      others: '{{who}} has to say where to send the sample.',
    },
    lost: {
      yours: 'The last parcel never arrived: check the address and send another.',
      others: 'The last parcel never arrived. {{who}} has to send another.',
    },
  },
  /** on a row of the list */
  late: {
    'near-draft': 'Draft due, no sample',
    unsent: 'Sample not sent in time',
    unanswered: 'No word since it was sent',
  },
  trouble: {
    brand: {
      'near-draft': 'The draft is due {{due}}, and the creator does not have the sample.',
      unsent: 'It was promised by {{day}}, which has passed.',
      unanswered:
        'No answer for {{days}} days since it was sent: look where the parcel is, and ask the creator.',
    },
    creator: {
      'near-draft': 'The draft is due {{due}}, and the sample is not there.',
      unsent: 'The brand promised it by {{day}} and has not sent it.',
      unanswered:
        'It was sent {{days}} days ago: confirm it if it is there, or tell the brand that it is not.',
    },
  },
  address: {
    title: 'Ship to',
    recipient: 'Recipient',
    phone: 'Phone',
    province: 'Province',
    street: 'City, district, street and house',
    choose: 'Choose',
    save: 'Save address',
    change: 'Change address',
    forget: 'Delete address',
    forgetText:
      'Neither side will see it any more, and it cannot be brought back. The order and its parcels stay.',
    forgetGo: 'Delete',
    text: 'Only you and the brand see it. It is kept encrypted and deleted {{n}} days after the order is over. You can change it until something is sent.',
    none: 'The creator has not said yet where to send it.',
    noneYours: 'You have not said yet where to send it.',
    deleted: 'The address was deleted.',
    unreadable:
      'The address cannot be read: it was sealed with a key that was replaced. The creator has to give it again.',
    promise:
      'Only the two sides see it. It is kept encrypted and deleted {{n}} days after the order is over.',
    forgetAt: 'Deleted by itself on {{at}}.',
    fault: {
      recipient: 'Write the name of the recipient; symbols alone will not do.',
      phone: 'A mobile or landline of mainland China, or + and the country code.',
      province: 'Choose a province.',
      street: 'City, district, street and house: at least 5 letters or digits.',
    },
  },
  send: {
    text: 'The creator sees the number and what is in it, and confirms when it is there.',
    carrier: 'Carrier',
    number: 'Tracking number',
    numberFault: {
      missing: 'Enter the tracking number.',
      wrong: 'That is no number of {{carrier}}. Check it against the label, or choose another carrier.',
      odd: 'That does not look like a tracking number. If it is right, tick the box below.',
    },
    sure: 'The number is right, send it anyway',
    product: 'Product',
    productFault: 'Enter what is in it.',
    quantity: 'Pieces',
    quantityFault: 'A whole number from 1 to {{most}}.',
    value: 'Value (¥)',
    valueFault: 'From ¥0 to {{most}}.',
    valueHint: 'The price of all pieces, for the creator’s tax return. Nothing is taken from the order.',
    words: 'To the creator (optional)',
  },
  promise: {
    text: 'Say by which day it goes out. You are reminded when the day passes and nothing was sent.',
    day: 'Send by',
    fault: 'Choose a day between today and {{last}}.',
  },
};
