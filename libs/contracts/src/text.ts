import { z } from 'zod';

/** Controls (NUL first of all, which PostgreSQL cannot store), lone surrogates and bidi overrides (which spoof names). */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** One line of text a person typed: trimmed, without control characters, `min` to `max` UTF-16 units. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(
      (text) => !unprintable.test(text) && !/[\r\n\t]/.test(text),
      'has characters that cannot be shown',
    );

/** Text that can be stored and shown; line breaks and tabs among it. */
export const printable = (text: string): boolean => !unprintable.test(text);

/** Several lines of text a person typed. */
export const prose = (max: number, min = 0) =>
  z.string().min(min).max(max).refine(printable, 'has characters that cannot be shown');

/** Integer cents (fen); a safe integer, so it is exact in JSON. */
export const cents = z.int().meta({ description: 'integer cents (fen)' });

/** An instant as ISO 8601 with offset; answers are always UTC. */
export const instant = z.iso.datetime({ offset: true });

/** A name in the two languages of the product. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });

/** An answer whose shape is a type of the domain and described there: the document says that it is an object, and where to read. */
export const asInDomain = <T extends object>(place: string): z.ZodType<T> =>
  z
    .looseObject({})
    .meta({ description: `as ${place} of the domain describes it` }) as unknown as z.ZodType<T>;
