import type { RateUnit } from './read-rate';

/** How the cells of a field are read. */
export const fieldReaders = [
  'count',
  'number',
  'rate',
  'money',
  'duration',
  'date',
  'noteId',
  'noteLink',
  'digitsId',
  'anyId',
  'link',
  'noteType',
  'flag',
  'text',
] as const;
export type FieldReader = (typeof fieldReaders)[number];

/**
 * What a field of an imported record means and how it is read.
 *
 * Units of what is read: counts are things, money is cents of yuan, rates are shares of 1, durations are seconds, `number` is as its name says.
 */
export interface FieldDefinition {
  readonly reader: FieldReader;
  readonly zh: string;
  readonly en: string;
  /** words that stand for 0, such as 赞 on a like button that nobody has pressed */
  readonly zeroWords?: readonly string[];
  readonly signed?: boolean;
  readonly mayExceedWhole?: boolean;
  /** a price, where a dash means that it is to be agreed */
  readonly price?: boolean;
  /** it says who somebody is, or opens a door: dropped unless a lawful purpose is stated */
  readonly personal?: boolean;
  /** fewest and most digits of an id */
  readonly length?: readonly [number, number];
  /** what bare numbers mean wherever the field stands, if that is always the same */
  readonly rateUnit?: RateUnit;
}

type More = Omit<FieldDefinition, 'reader' | 'zh' | 'en'>;

const as =
  (reader: FieldReader, base: More = {}) =>
  (zh: string, en: string, more: More = {}): FieldDefinition => ({ reader, zh, en, ...base, ...more });

export const count = as('count');
export const amount = as('number');
export const rate = as('rate');
/** A share that files of all kinds give between 0 and 1, such as the six surfaces of P2. */
export const share = as('rate');
export const money = as('money');
export const price = as('money', { price: true });
export const seconds = as('duration');
export const date = as('date');
export const text = as('text');
export const link = as('link');
export const flag = as('flag');
export const digitsId = as('digitsId');
export const anyId = as('anyId');
export const personal = as('text', { personal: true });
