import type { AbstractControl, ValidationErrors } from '@angular/forms';
import { centsOf } from '../ui/cents-of';

/** Cents of an amount in yuan that may be below zero; null when it is none. */
export function signedCents(text: string): number | null {
  const below = /^\s*[-−]/.test(text);
  const cents = centsOf(below ? text.replace(/[-−]/, '') : text);
  return cents === null ? null : below ? 0 - cents : cents;
}

/** Basis points of a percentage with two decimals at most; null when it is none or above a hundred. */
export function basisPointsOf(text: string): number | null {
  const points = centsOf(text.replace(/[%％]/, ''));
  return points !== null && points <= 10_000 ? points : null;
}

/** A field that these read, or that is at fault. */
export const readBy =
  (read: (text: string) => number | null) =>
  ({ value }: AbstractControl<string>): ValidationErrors | null =>
    read(value) === null ? { unread: true } : null;
