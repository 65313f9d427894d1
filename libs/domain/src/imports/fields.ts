import type { FieldDefinition } from './describe-field';
import { accountFields, adFields, paidNoteFields } from './fields.ads';
import { creatorFields, personalFields, shortlistFields } from './fields.creators';
import { noteCostFields, noteCountFields, noteFields, noteRateFields, rankFields } from './fields.notes';
import { orderFields, shopOrderFields } from './fields.orders';
import { componentFields, offSiteFields, portraitFields, surfaceFields } from './fields.reach';
import { seriesFields } from './fields.series';

/**
 * The common vocabulary of imports: every field that a column of a file can be mapped to, defined once.
 *
 * Names are what the mapping page shows; aliases stand with the kinds of files (`kinds/`).
 */
export const importFields = {
  ...noteFields,
  ...noteCountFields,
  ...noteRateFields,
  ...noteCostFields,
  ...rankFields,
  ...surfaceFields,
  ...portraitFields,
  ...componentFields,
  ...offSiteFields,
  ...orderFields,
  ...shopOrderFields,
  ...adFields,
  ...paidNoteFields,
  ...accountFields,
  ...creatorFields,
  ...shortlistFields,
  ...personalFields,
  ...seriesFields,
};
export type ImportField = keyof typeof importFields;
export const importFieldKeys = Object.keys(importFields) as readonly ImportField[];

/** What a field means and how it is read. */
export const fieldOf = (key: ImportField): FieldDefinition => importFields[key];

/** Whether a text is the key of a field: mappings come from outside. */
export const isImportField = (key: string): key is ImportField => Object.hasOwn(importFields, key);
