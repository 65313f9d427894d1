import type { Mark } from '../metrics/mark';

export const carriers = [
  'sf',
  'zto',
  'yto',
  'sto',
  'yunda',
  'jt',
  'jd',
  'ems',
  'post',
  'deppon',
  'other',
] as const;
export type Carrier = (typeof carriers)[number];

/** What is known of a carrier from one day on, and who says so. */
export interface CarrierRow {
  carrier: Carrier;
  zh: string;
  en: string;
  /** what its parcel numbers look like, in capitals and without spaces */
  number: RegExp;
  /** its own public page for finding a parcel; the number is typed there and not sent along; null where none is known */
  page: string | null;
  /** first day in force, `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

const parsers =
  'no carrier publishes its format: what shops and parcel trackers accept in practice, a default and not a fact';
const from = '2020-01-01';

/** Carriers as they are known to have been. A later row of a carrier takes the place of the earlier ones. */
export const carrierRows: readonly CarrierRow[] = [
  {
    ...{ carrier: 'sf', zh: '顺丰', en: 'SF Express', from, mark: 'D', source: parsers },
    number: /^(SF\d{12,15}|\d{12})$/,
    page: 'https://www.sf-express.com/',
  },
  {
    ...{ carrier: 'zto', zh: '中通', en: 'ZTO Express', from, mark: 'D', source: parsers },
    number: /^(\d{12}|\d{14})$/,
    page: 'https://www.zto.com/',
  },
  {
    ...{ carrier: 'yto', zh: '圆通', en: 'YTO Express', from, mark: 'D', source: parsers },
    number: /^(YT\d{13,15}|\d{10,12}|\d{18})$/,
    page: 'https://www.yto.net.cn/',
  },
  {
    ...{ carrier: 'sto', zh: '申通', en: 'STO Express', from, mark: 'D', source: parsers },
    number: /^(\d{12,13}|\d{15})$/,
    page: 'https://www.sto.cn/',
  },
  {
    ...{ carrier: 'yunda', zh: '韵达', en: 'Yunda Express', from, mark: 'D', source: parsers },
    number: /^(\d{13}|\d{15})$/,
    page: 'https://www.yundaex.com/',
  },
  {
    ...{ carrier: 'jt', zh: '极兔', en: 'J&T Express', from, mark: 'D', source: parsers },
    number: /^JT\d{13}$/,
    page: 'https://www.jtexpress.cn/',
  },
  {
    ...{ carrier: 'jd', zh: '京东', en: 'JD Logistics', from, mark: 'D', source: parsers },
    number: /^JD[A-Z0-9]{11,18}(-\d{1,3}){0,2}$/,
    page: 'https://www.jdl.com/',
  },
  {
    ...{ carrier: 'ems', zh: 'EMS', en: 'EMS', from, mark: 'C' },
    number: /^([A-Z]{2}\d{9}[A-Z]{2}|1\d{12})$/,
    page: 'https://www.ems.com.cn/',
    source:
      'letters and digits as in UPU standard S10; thirteen digits within the country, as practice has them',
  },
  {
    ...{ carrier: 'post', zh: '邮政', en: 'China Post', from, mark: 'C' },
    number: /^([A-Z]{2}\d{9}CN|\d{13})$/,
    page: 'https://www.11183.com.cn/',
    source:
      'letters and digits as in UPU standard S10; thirteen digits within the country, as practice has them',
  },
  {
    ...{ carrier: 'deppon', zh: '德邦', en: 'Deppon', from, mark: 'D', source: parsers },
    number: /^(DPK\d{12}|DPL?\d{10,13}|\d{8,10})$/,
    page: 'https://www.deppon.com/',
  },
  {
    ...{ carrier: 'other', zh: '其他快递', en: 'Another carrier', from, mark: 'P' },
    number: /^[A-Z0-9-]{6,40}$/,
    page: null,
    source: 'letters, digits and dashes: whatever a label can carry; anything else may be sent on purpose',
  },
];

/**
 * A carrier as it is known on a day, `YYYY-MM-DD` in Shanghai: its latest row that has begun.
 * @throws RangeError when it has no row by then
 */
export function carrierOn(
  carrier: Carrier,
  day: string,
  rows: readonly CarrierRow[] = carrierRows,
): CarrierRow {
  const begun = rows.filter((row) => row.carrier === carrier && row.from <= day);
  const latest = begun.sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!latest) throw new RangeError(`No carrier ${carrier} on ${day}`);
  return latest;
}

/** A parcel number as carriers print it: capitals, no spaces. */
export const tidyNumber = (number: string): string => number.replace(/\s+/g, '').toUpperCase();

/** Whether a number looks like one of this carrier on that day. @param number also with spaces and small letters */
export const looksLikeNumberOf = (carrier: Carrier, number: string, day: string): boolean =>
  carrierOn(carrier, day).number.test(tidyNumber(number));
