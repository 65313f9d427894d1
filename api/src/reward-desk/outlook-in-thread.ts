import type { PlanAbuseView, PlanForecastView } from '@poolrise/contracts';
import type { PlanKnowledge, RewardTerms } from '@poolrise/domain';
import { inTurns } from '../threads/in-turns';
import { threadProgram } from '../threads/thread-program';
import { wordOfThread } from '../threads/words-of-thread';

export interface OutlookTask {
  terms: RewardTerms;
  know: PlanKnowledge;
  /** whether abuse is played too, which takes most of the time */
  abuse: boolean;
}
export interface Outlook {
  forecast: PlanForecastView;
  abuse: PlanAbuseView | null;
}

const oneByOne = inTurns(1);

/** What a plan is likely to cost and who would cheat: a second or two of work, in a thread of its own so that nobody waits for it. */
export const outlookInThread = (task: OutlookTask): Promise<Outlook> =>
  oneByOne(() =>
    wordOfThread<Outlook>(threadProgram(import.meta.url, 'outlook'), task, new AbortController().signal),
  );
