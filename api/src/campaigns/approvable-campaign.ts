import { Injectable } from '@nestjs/common';
import type { CampaignView, ChangeCampaign, MoveCampaign } from '@poolrise/contracts';
import { sumOfRails } from '@poolrise/domain';
import { ApprovableCommands, type ApprovableCommand, type Asker } from '../approvals/approvable-commands';
import type { Actor } from '../http/caller';
import { findCampaign } from './campaign-door';
import { CampaignsService } from './campaigns.service';

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
  commits: async (tx, workspaceId, { campaignId, move }) => {
    // Every other move spends nothing that was not agreed to when it was planned.
    if (move !== 'plan') return null;
    const { name, budgetCents } = await findCampaign(tx, workspaceId, campaignId);
    return { cents: budgetCents, title: name, subjectId: campaignId };
  },
  run: (tx, asker, { campaignId, ...ask }, now) => campaigns.move(actor(asker), campaignId, ask, now, tx),
  figures: ({ budgetCents }) => ({ budgetCents }),
});

/** The whole new budget counts and not the step: many small steps are one large one. */
export const changeCommand = (campaigns: CampaignsService): ApprovableCommand<Change, CampaignView> => ({
  kind: 'change-campaign',
  hat: 'workspace',
  commits: async (tx, workspaceId, { campaignId, rails }) => {
    const { state, budgetCents, name } = await findCampaign(tx, workspaceId, campaignId);
    const cents = sumOfRails(rails);
    if (state === 'draft' || cents <= budgetCents) return null;
    return { cents, title: name, subjectId: campaignId, figures: { beforeCents: budgetCents } };
  },
  run: (tx, asker, { campaignId, ...ask }, now) => campaigns.change(actor(asker), campaignId, ask, now, tx),
  figures: ({ budgetCents }) => ({ budgetCents }),
});

const actor = ({ workspaceId, personId }: Asker): Actor => ({
  workspaceId,
  person: personId === null ? null : { id: personId },
});
