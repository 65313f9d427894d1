import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { CredibilityEvidence, CredibilityView } from '@poolrise/contracts';
import { credibilityTestNames } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from '../ui/chip';
import { Format } from '../ui/format';
import type { IconName } from '../ui/icons';
import { EvidencePlot } from './evidence-plot';
import { figureOf, writerOf } from './evidence-points';
import { expectedOf, placesOf, ratesOf, saidOf } from './evidence-words';
import { PeerRange } from './peer-range';

const tones: Record<CredibilityEvidence['verdict'], Tone> = {
  unusual: 'stopped',
  usual: 'passed',
  'too-little-data': 'neutral',
};
const icons: Record<CredibilityEvidence['verdict'], IconName> = {
  unusual: 'error',
  usual: 'check-circle',
  'too-little-data': 'pending',
};

/** One check: what it saw, where, against what, how often it is wrong, and its plot. Open where something is unusual. */
@Component({
  selector: 'app-evidence-row',
  imports: [Chip, EvidencePlot, PeerRange, T],
  templateUrl: './evidence-row.html',
  styleUrl: './evidence-row.scss',
})
export class EvidenceRow {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly evidence = input.required<CredibilityEvidence>();
  readonly view = input.required<CredibilityView>();

  protected readonly open = linkedSignal(() => this.evidence().verdict === 'unusual');
  protected readonly name = computed(() => this.texts.of(credibilityTestNames[this.evidence().test]));
  protected readonly tone = computed(() => tones[this.evidence().verdict]);
  protected readonly icon = computed(() => icons[this.evidence().verdict]);
  protected readonly said = computed(() => saidOf(this.evidence(), this.view(), this.texts, this.format));
  protected readonly expected = computed(() =>
    expectedOf(this.evidence(), this.view(), this.texts, this.format),
  );
  protected readonly places = computed(() => placesOf(this.evidence(), this.view(), this.texts, this.format));
  private readonly measured = computed(() =>
    this.view().measured.rates.find(({ test }) => test === this.evidence().test),
  );
  protected readonly rates = computed(() => ratesOf(this.measured(), this.texts, this.format));
  protected readonly weak = computed(() => this.measured()?.weak ?? false);
  protected readonly figure = computed(() => figureOf(this.evidence(), this.view(), this.texts, this.format));
  protected readonly range = computed(() => {
    const { test, observed, expected, verdict } = this.evidence();
    if (test !== 'engaged-followers' || observed === null || !expected) return null;
    return { observed, ...expected, unusual: verdict === 'unusual' };
  });
  protected readonly write = computed(() => writerOf(this.evidence().test, this.format));

  protected turned(event: Event): void {
    this.open.set((event.target as HTMLDetailsElement).open);
  }
}
