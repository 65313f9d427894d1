import { inject, Service } from '@angular/core';
import type { UsageRightsTerms } from '@poolrise/contracts';
import type { RightsState } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import type { Tone } from '../../ui/chip';

/** What a brand may do with a note besides, in one line. */
@Service()
export class RightsWords {
  private readonly texts = inject(Texts);

  channels({ channels }: UsageRightsTerms): string {
    return channels
      .map((channel) => this.texts.say(`usageRights.channel.${channel}`))
      .join(this.texts.chinese() ? '、' : ', ');
  }

  terms({ territory, editsAllowed }: UsageRightsTerms): string {
    return [
      this.texts.say(`usageRights.territory.${territory}`),
      this.texts.say(editsAllowed ? 'usageRights.edits' : 'usageRights.noEdits'),
    ].join(' · ');
  }

  all(rights: UsageRightsTerms | null | undefined): string {
    if (!rights) return this.texts.say('usageRights.none');
    const days = this.texts.count('usageRights.days', rights.days);
    return [this.channels(rights), days, this.terms(rights)].join(' · ');
  }
}

export const rightsTone = (state: RightsState): Tone => {
  if (state === 'running') return 'passed';
  if (state === 'ends-in-30') return 'paid';
  return state === 'ends-in-7' ? 'stopped' : 'neutral';
};
