import type { ClaimFinding } from '@poolrise/domain';
import { z } from 'zod';
import { asInDomain, instant } from './text';

/** Each claim with its verdict, its effect and what could be seen at all, on so many of the newest notes. */
export const FolkClaimsView = z
  .object({
    asOf: instant,
    findings: z.array(asInDomain<ClaimFinding>('observed/claims/folk-claim.ts')),
    /** notes of files, and notes counted here, that were looked at */
    observedNotes: z.int(),
    hostedNotes: z.int(),
    notesMost: z.int(),
  })
  .meta({ id: 'FolkClaimsView' });
export type FolkClaimsView = z.infer<typeof FolkClaimsView>;
