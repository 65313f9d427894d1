import type { ProblemCode } from '@poolrise/contracts';

/**
 * A refusal somebody should read about; thrown so that the transaction rolls back, and turned into a problem document by
 * one filter. Bugs throw anything else.
 */
export class Refused extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly about: {
      detail?: string;
      field?: string;
      remedy?: string;
      fields?: { field: string; detail: string }[];
      figures?: Record<string, number>;
      retryAfterSeconds?: number;
      /** what waits for a second person now */
      approvalId?: string;
    } = {},
  ) {
    super(code);
  }
}
