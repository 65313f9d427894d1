import { z } from 'zod';
import { importLimits } from './imports';
import { instant } from './text';

/** Until when what a file brought is kept: a day from today on. */
export const KeepImport = z.strictObject({ keptUntil: z.iso.date() }).meta({ id: 'KeepImport' });
export type KeepImport = z.infer<typeof KeepImport>;

/** For how long a workspace keeps files where nobody says otherwise. */
export const SetImportRetention = z
  .strictObject({ months: z.int().min(1).max(importLimits.keptMonths) })
  .meta({ id: 'SetImportRetention' });
export type SetImportRetention = z.infer<typeof SetImportRetention>;
export const ImportRetention = z
  .object({ months: z.int(), setBy: z.string().nullable(), setAt: instant.nullable() })
  .meta({ id: 'ImportRetention' });
export type ImportRetention = z.infer<typeof ImportRetention>;
