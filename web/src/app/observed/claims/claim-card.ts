import { Component, computed, inject, input } from '@angular/core';
import type { ClaimConfounder, ClaimDesign, ClaimFinding, ClaimVerdict } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Chip, type Tone } from '../../ui/chip';
import { Format } from '../../ui/format';
import type { IconName } from '../../ui/icons';
import { ClaimWords } from './claim-words';
import { EffectAxis } from './effect-axis';

const tones: Record<ClaimVerdict, Tone> = {
  supported: 'passed',
  contradicted: 'stopped',
  'cannot-tell': 'neutral',
};
const icons: Record<ClaimVerdict, IconName> = {
  supported: 'check',
  contradicted: 'close',
  'cannot-tell': 'pending',
};

/** One claim: the verdict in a sentence, the effect beside what could be seen at all, and what it rests on. */
@Component({
  selector: 'app-claim-card',
  imports: [Chip, EffectAxis, T],
  host: { class: 'pr-card' },
  templateUrl: './claim-card.html',
  styleUrl: './claim-card.scss',
})
export class ClaimCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(ClaimWords);
  readonly finding = input.required<ClaimFinding>();

  protected readonly told = computed(() => `claims.told.${this.finding().claim}` as const);
  protected readonly verdict = computed(() => `claims.verdict.${this.finding().verdict}` as const);
  protected readonly tone = computed(() => tones[this.finding().verdict]);
  protected readonly icon = computed(() => icons[this.finding().verdict]);
  protected readonly helps = computed(() => this.words.helps(this.finding()));
  protected readonly notes = computed(() => {
    const { notes } = this.finding();
    return this.texts.count('claims.notes', notes, {}, this.format.number(notes));
  });
  protected readonly design = (one: ClaimDesign) => `claims.how.${one}` as const;
  protected readonly confounder = (one: ClaimConfounder) => `claims.confounders.${one}` as const;
}
