import { type Province, provinceNames } from '../creators/creator-words';

/** Where a sample is sent to. Known to the two sides of one order and to nobody else. */
export interface SampleAddress {
  recipient: string;
  /** of the mainland, or with a plus and the country's code */
  phone: string;
  province: Province;
  /** city, district, street and house, as the label has them */
  street: string;
}

export const addressBounds = { recipientMost: 30, streetLeast: 5, streetMost: 120, phoneMost: 24 } as const;

export type AddressFault = {
  field: keyof SampleAddress;
  fault: 'recipient-unreadable' | 'phone-unknown' | 'province-unknown' | 'street-too-short';
};

/** A phone number as it is kept: digits, with a plus in front where a country is named. */
export const tidyPhone = (phone: string): string => phone.replace(/[\s()\-–—]/g, '');

// A mobile of the mainland; a landline with its area; or any country's number as E.164 has it, where +86 is again one of these.
const mobile = /^1[3-9]\d{9}$/;
const landline = /^0\d{2,3}\d{7,8}$/;
const abroad = /^\+(?!86)[1-9]\d{6,14}$/;

export function isPhone(phone: string): boolean {
  const tidy = tidyPhone(phone);
  const home = tidy.replace(/^\+86/, '');
  return mobile.test(home) || landline.test(home) || abroad.test(tidy);
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * What is wrong with an address; null when a courier could work with it. Symbols and emoji alone are no name and no street.
 */
export function addressFault({ recipient, phone, province, street }: SampleAddress): AddressFault | null {
  const name = recipient.trim();
  if (!/\p{L}/u.test(name) || name.length > addressBounds.recipientMost)
    return { field: 'recipient', fault: 'recipient-unreadable' };
  if (!isPhone(phone)) return { field: 'phone', fault: 'phone-unknown' };
  if (!Object.hasOwn(provinceNames, province)) return { field: 'province', fault: 'province-unknown' };
  if (lettersIn(street) < addressBounds.streetLeast || street.trim().length > addressBounds.streetMost)
    return { field: 'street', fault: 'street-too-short' };
  return null;
}
