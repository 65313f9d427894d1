/**
 * What a spreadsheet may take for a formula: a text that begins with one of these signs, in either width, whatever blanks or
 * invisible characters stand before it, or with a tab or a line break.
 *
 * Source: OWASP, "CSV Injection"; the full-width signs are what Chinese input writes and what Excel turns into narrow ones.
 */
const formulaLike = /^(?:[\p{Z}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\p{Z}\p{Cf}]*[\t\r\n])/u;

/** A text as it may stand in a CSV cell: an apostrophe before it makes every spreadsheet read it as text. */
export const safeText = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);
