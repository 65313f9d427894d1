import { Injectable } from '@nestjs/common';
import type { BoostView, LaunchBoost } from '@poolrise/contracts';
import { anew, type ApprovableCommand, ApprovableCommands } from '../approvals/approvable-commands';
import { NotesService } from '../notes/notes.service';
import { BoostsService } from './boosts.service';

/** Launching a boost, as a second person agrees to it: the whole budget counts, vouchers and all. */
@Injectable()
export class ApprovableBoost {
  constructor(commands: ApprovableCommands, boosts: BoostsService, notes: NotesService) {
    commands.bring<LaunchBoost, BoostView>(launchCommand(boosts, notes));
  }
}

export const launchCommand = (
  boosts: BoostsService,
  notes: NotesService,
): ApprovableCommand<LaunchBoost, BoostView> => ({
  kind: 'launch-boost',
  hat: 'workspace',
  prepare: (ask, now) => boosts.countAudience(ask, now),
  commits: async (tx, _, { noteId, budgetCents }) => {
    const { title } = await notes.find(tx, noteId);
    return { money: anew('boosts', budgetCents), title, subjectId: noteId };
  },
  run: (tx, { workspaceId, personId }, ask, now) => boosts.launch(workspaceId, personId, ask, now, tx),
  figures: ({ budgetCents, wallet, vouchers, plannedImpressions }, { durationHours }) => ({
    budgetCents,
    walletCents: sum(wallet),
    voucherCents: sum(vouchers),
    impressions: plannedImpressions,
    hours: durationHours,
  }),
  resultId: ({ id }) => id,
});

const sum = (parts: readonly { reservedCents: number }[]): number =>
  parts.reduce((total, { reservedCents }) => total + reservedCents, 0);
