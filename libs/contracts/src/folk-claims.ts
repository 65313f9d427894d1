import type { ClaimFinding, SpillEstimate } from '@poolrise/domain';
import { z } from 'zod';
import { asInDomain } from './text';

/** Paid to natural spill of one note; an interval is never a bare number. */
export const SpillView = z
  .object({ estimate: asInDomain<SpillEstimate>('observed/estimate-spill.ts'), peers: z.int() })
  .meta({ id: 'SpillView' });
export type SpillView = z.infer<typeof SpillView>;

/** Each claim with its verdict, its effect and what could be seen at all, on so many of the newest notes. */
export const FolkClaimsView = z
  .object({
    findings: z.array(asInDomain<ClaimFinding>('observed/claims/folk-claim.ts')),
    /** notes of files, and notes counted here, that were looked at */
    observedNotes: z.int(),
    hostedNotes: z.int(),
    notesMost: z.int(),
  })
  .meta({ id: 'FolkClaimsView' });
export type FolkClaimsView = z.infer<typeof FolkClaimsView>;
