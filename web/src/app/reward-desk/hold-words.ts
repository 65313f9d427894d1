import { inject, Service } from '@angular/core';
import type { RewardDeskClaim } from '@poolrise/contracts';
import { holdThresholds } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

type Reason = RewardDeskClaim['holdReasons'][number];

/** What speaks against a claim, in a sentence with its figures. */
@Service()
export class HoldWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  evidence(
    { evidence: { notes, reads, quarantined, opened, readers, sharedDesks } }: RewardDeskClaim,
    reason: Reason,
  ): string {
    const number = (value: number): string => this.format.number(value);
    switch (reason) {
      case 'quarantined-traffic': {
        const all = reads + quarantined;
        return this.texts.say('rewardDesk.hold.evidence.quarantined', {
          set: number(quarantined),
          all: number(all),
          notes: number(notes),
          share: this.format.percent(all > 0 ? quarantined / all : null),
          limit: this.format.percent(holdThresholds.quarantinedShare, 0),
        });
      }
      case 'few-readers':
        return this.texts.say('rewardDesk.hold.evidence.fewReaders', {
          opened: number(opened),
          readers: number(readers),
          times: this.format.decimal(opened / Math.max(1, readers)),
          limit: number(1 / holdThresholds.readersPerRead),
        });
      case 'unusual-figures':
        return this.texts.say('rewardDesk.hold.evidence.unusual', { limit: holdThresholds.unusualTests });
      case 'shared-person':
        return this.texts.count('rewardDesk.hold.evidence.shared', sharedDesks);
    }
  }

  about({ planName, claimedAt }: RewardDeskClaim): string {
    return this.texts.say('rewardDesk.hold.claimed', {
      ago: this.format.ago(claimedAt),
      plan: this.texts.chinese() ? planName.zh : planName.en,
    });
  }

  who({ creatorName, followers }: RewardDeskClaim): string {
    if (creatorName === null || followers === null) return this.texts.say('rewardDesk.hold.untied');
    return `${creatorName} · ${this.texts.say('rewardDesk.hold.followers', { n: this.format.compact(followers) })}`;
  }

  decision({ decidedBy, decidedAt, reason }: RewardDeskClaim): string {
    return this.texts.say('rewardDesk.hold.by', {
      who: decidedBy ?? '',
      ago: this.format.ago(decidedAt),
      reason: reason ?? '',
    });
  }
}
