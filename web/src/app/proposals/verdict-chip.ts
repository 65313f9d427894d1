import { Component, computed, input } from '@angular/core';
import type { ProposalVerdict } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Chip, type Tone } from '../ui/chip';
import type { IconName } from '../ui/icons';

const looks: Record<ProposalVerdict | 'none', { tone: Tone; icon: IconName }> = {
  approve: { tone: 'passed', icon: 'passed' },
  reject: { tone: 'stopped', icon: 'rejected' },
  replace: { tone: 'paid', icon: 'swap' },
  none: { tone: 'neutral', icon: 'pending' },
};

/** What the client says about one creator. */
@Component({
  selector: 'app-verdict-chip',
  imports: [Chip, T],
  template: `<app-chip [tone]="look().tone" [icon]="look().icon">{{ word() | t }}</app-chip>`,
})
export class VerdictChip {
  readonly verdict = input.required<ProposalVerdict | null>();
  protected readonly key = computed(() => this.verdict() ?? ('none' as const));
  protected readonly word = computed(() => `proposals.verdict.${this.key()}` as const);
  protected readonly look = computed(() => looks[this.key()]);
}
