import type { BoostLiftView, CampaignLiftView } from '@poolrise/contracts';
import type { TrialSubject } from '@poolrise/domain';

/** What a trial says, of a boost or of a campaign. */
export type LiftView = BoostLiftView | CampaignLiftView;

/** What a trial is of, and the id of that. */
export interface LiftSubject {
  kind: TrialSubject;
  id: string;
}

export const isOfBoost = (view: LiftView): view is BoostLiftView => 'boostId' in view;
export const subjectOf = (view: LiftView): LiftSubject =>
  isOfBoost(view) ? { kind: 'boost', id: view.boostId } : { kind: 'campaign', id: view.campaignId };
export const titleOf = (view: LiftView): string => (isOfBoost(view) ? view.noteTitle : view.name);

/** Where its figures are asked for, and the room of the console that it is in. */
export const roomOf = ({ kind }: LiftSubject): 'boosts' | 'campaigns' =>
  kind === 'boost' ? 'boosts' : 'campaigns';
export const liftUrl = (subject: LiftSubject): string => `/api/v1/${roomOf(subject)}/${subject.id}/lift`;
