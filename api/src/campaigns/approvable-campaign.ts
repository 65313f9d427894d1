import { Injectable } from '@nestjs/common';
import type { CampaignView, ChangeCampaign, MoveCampaign } from '@poolrise/contracts';
import { sumOfRails } from '@poolrise/domain';
import {
  actorOf,
  anew,
  type ApprovableCommand,
  ApprovableCommands,
  type Commits,
} from '../approvals/approvable-commands';
import { findCampaign } from './campaign-door';
import { CampaignsService } from './campaigns.service';
import type { KeptCampaign } from './kept-campaign.entity';

type Change = ChangeCampaign & { campaignId: string };
type Move = MoveCampaign & { campaignId: string };

/** Planning a campaign, and raising the budget of one that is planned or runs, as a second person agrees to it. */
@Injectable()
export class ApprovableCampaign {
  constructor(commands: ApprovableCommands, campaigns: CampaignsService) {
    commands.bring(planCommand(campaigns));
    commands.bring(changeCommand(campaigns));
  }
}

export const planCommand = (campaigns: CampaignsService): ApprovableCommand<Move, CampaignView> => ({
  kind: 'plan-campaign',
  hat: 'workspace',
  commits: async (tx, { workspaceId }, { campaignId, move }) => {
    // Every other move spends nothing that was not agreed to when it was planned.
    if (move !== 'plan') return null;
    const { name, budgetCents } = await findCampaign(tx, workspaceId, campaignId);
    return { money: anew('plans', budgetCents), title: name, subjectId: campaignId };
  },
  run: (tx, asker, { campaignId, ...ask }, now) => campaigns.move(actorOf(asker), campaignId, ask, now, tx),
  figures: ({ budgetCents }) => ({ budgetCents }),
  resultId: ({ id }) => id,
});

/** The whole new budget counts and not the step: many small steps are one large one. */
export const changeCommand = (campaigns: CampaignsService): ApprovableCommand<Change, CampaignView> => ({
  kind: 'change-campaign',
  hat: 'workspace',
  commits: async (tx, { workspaceId }, { campaignId, rails }) => {
    return raised(await findCampaign(tx, workspaceId, campaignId), sumOfRails(rails));
  },
  run: (tx, asker, { campaignId, ...ask }, now) => campaigns.change(actorOf(asker), campaignId, ask, now, tx),
  figures: ({ budgetCents }) => ({ budgetCents }),
  resultId: ({ id }) => id,
});

/** What a campaign commits with this budget; null while it is a draft, and where its budget does not grow. */
export function raised(
  { id, state, budgetCents, name }: Pick<KeptCampaign, 'id' | 'state' | 'budgetCents' | 'name'>,
  cents: number,
): Commits | null {
  if (state === 'draft' || cents <= budgetCents) return null;
  const money = { ground: 'plans' as const, cents, addsCents: cents - budgetCents };
  return { money, title: name, subjectId: id, figures: { beforeCents: budgetCents } };
}
