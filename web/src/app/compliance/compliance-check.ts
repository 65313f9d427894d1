import type { Signal } from '@angular/core';
import type { CheckCompliance, ComplianceView } from '@poolrise/contracts';
import { draftCheck } from '../live/draft-check';

/** What is asked of the checker from a screen: the words of a note and what is known around it. */
export type ComplianceAsk = Pick<CheckCompliance, 'title' | 'body' | 'topics'> &
  Partial<
    Pick<CheckCompliance, 'orderId' | 'category' | 'interests' | 'purchaseLink' | 'disclosure' | 'assets'>
  >;

/** In an injection context: the check of a note, again after each pause in its writing. */
export const complianceCheck = (subject: () => string, ask: Signal<ComplianceAsk>) =>
  draftCheck<ComplianceAsk, ComplianceView>('/api/v1/compliance/check', subject, ask);
