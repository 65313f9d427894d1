import { z } from 'zod';
import { instant } from './text';

export const pageSizeMax = 200;

/** Query of every list: an opaque cursor from the page before, and how many rows (1 to 200, 50 by default). */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(pageSizeMax).default(50),
};

/** Query of a list without filters. */
export const PageQuery = z.strictObject(pageQuery);
export type PageQuery = z.infer<typeof PageQuery>;

/**
 * One page; `nextCursor` is null on the last. Order is stable while rows are added. `asOf` is when the rows were read: the
 * time of their data, wherever a row does not state one of its own.
 */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), asOf: instant });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  asOf: string;
}
