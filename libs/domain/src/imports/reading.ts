/** Why a cell says nothing that can be used. Unknown is never zero. */
export const unknownReasons = [
  'empty',
  'dash',
  'too-little-data',
  'not-available',
  'formula-error',
  'negotiable',
  'short-link',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** Why a cell is refused. Each has a remedy of the same key in `import-texts.ts`. */
export const cellRefusals = [
  'not-a-number',
  'malformed-number',
  'exponent-form',
  'beyond-exact-numbers',
  'negative-impossible',
  'not-a-whole-number',
  'percent-in-count',
  'date-in-number-column',
  'foreign-currency',
  'range-of-numbers',
  'unit-twice',
  'rate-unit-unclear',
  'rate-beyond-whole',
  'money-unit-unclear',
  'not-a-date',
  'impossible-date',
  'date-out-of-range',
  'date-incomplete',
  'date-range',
  'ambiguous-day-month',
  'needs-capture-time',
  'not-a-note-id',
  'not-an-id',
  'id-digits-lost',
  'profile-link',
  'foreign-link',
  'not-a-link',
  'not-a-note-type',
  'not-yes-or-no',
  'text-too-long',
] as const;
export type CellRefusal = (typeof cellRefusals)[number];

export interface Known<T> {
  readonly kind: 'value';
  readonly value: T;
}
export interface Unknown {
  readonly kind: 'unknown';
  readonly why: UnknownReason;
}
export interface RefusedCell {
  readonly kind: 'refused';
  readonly code: CellRefusal;
}
/** What one cell says: a value, nothing usable and why, or something that must not be read as a value. */
export type Reading<T> = Known<T> | Unknown | RefusedCell;

export const known = <T>(value: T): Known<T> => ({ kind: 'value', value });
export const unknown = (why: UnknownReason): Unknown => ({ kind: 'unknown', why });
export const refused = (code: CellRefusal): RefusedCell => ({ kind: 'refused', code });

/** A figure that a file gives to the last unit. */
export interface ExactFigure {
  readonly precision: 'exact';
  readonly value: number;
}
/** A figure that was rounded: the truth lies within `halfWidth` of `value`. */
export interface RoundedFigure {
  readonly precision: 'rounded';
  readonly value: number;
  readonly halfWidth: number;
}
/** A lower bound such as `10+`: the truth is `value` or more. Never average it as if it were exact. */
export interface LowerBound {
  readonly precision: 'at-least';
  readonly value: number;
}
/**
 * A figure as a file reports it, with how exactly it does.
 *
 * Units are those of its field: whole counts, cents of yuan, shares of 1, seconds.
 */
export type ReportedFigure = ExactFigure | RoundedFigure | LowerBound;

export const exactly = (value: number): ExactFigure => ({ precision: 'exact', value });
