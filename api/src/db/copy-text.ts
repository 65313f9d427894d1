export type CopyValue = string | number | boolean | null | readonly (string | number)[] | object;

/** One row of `COPY … FROM STDIN` in the text format. Objects are JSON, lists are arrays of PostgreSQL. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(copyField).join('\t')}\n`;

function copyField(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'string') return escaped(value);
  return escaped(Array.isArray(value) ? arrayText(value) : JSON.stringify(value));
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const special = /[\\\t\n\r]/;
const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : text;

const inQuotes = /["\\]/;
const quoted = (text: string): string =>
  inQuotes.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;

function arrayText(values: readonly unknown[]): string {
  if (typeof values[0] === 'number') return `{${values.join(',')}}`;
  return `{${values.map((value) => quoted(String(value))).join(',')}}`;
}
