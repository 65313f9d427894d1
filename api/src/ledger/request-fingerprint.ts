import { createHash } from 'node:crypto';

/**
 * What a command asked for, as a short text to compare by: the same input gives the same fingerprint whatever the order
 * of its fields. Two commands under one request key are one command only when their fingerprints are equal.
 */
export function requestFingerprint(input: object): string {
  return createHash('sha256').update(ordered(input)).digest('base64url');
}

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${ordered(field)}`).join()}}`;
}
