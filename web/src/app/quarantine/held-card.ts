import { Component, computed, inject, input, output } from '@angular/core';
import { type QuarantineRow, type QuarantineVerdict, quarantineVerdicts } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip } from '../ui/chip';
import { Format } from '../ui/format';
import { Scrolls } from '../ui/scrolls';
import { VerdictButtons } from '../ui/verdict-buttons';
import { EvidenceText } from './evidence-text';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';

/** Traffic that waits for a decision: one sentence, the figures behind it, the latest of its events. */
@Component({
  selector: 'app-held-card',
  imports: [AppLineage, AppSource, Chip, Scrolls, T, VerdictButtons],
  host: { class: 'pr-card' },
  templateUrl: './held-card.html',
  styleUrl: './held-card.scss',
})
export class HeldCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly evidence = inject(EvidenceText);
  readonly row = input.required<QuarantineRow>();
  readonly decide = output<QuarantineVerdict>();
  protected readonly verdicts = quarantineVerdicts;

  protected readonly from = computed(() =>
    this.texts.say('quarantine.from', {
      workspace: this.row().workspaceName,
      key: this.row().keyPrefix,
      ago: this.format.ago(this.row().openedAt),
    }),
  );
  protected readonly held = computed(() => {
    const { events, impressions, paidImpressions, clicks, likes } = this.row().held;
    const number = (value: number) => this.format.number(value);
    return {
      events: this.texts.count('quarantine.held', events, {}, number(events)),
      parts: this.texts.say('quarantine.heldParts', {
        impressions: number(impressions),
        paid: number(paidImpressions),
        clicks: number(clicks),
        likes: number(likes),
      }),
    };
  });

  protected readonly verdictWord = (verdict: QuarantineVerdict): string =>
    this.texts.say(`quarantine.verdict.${verdict}`);

  protected kindWord(kind: QuarantineRow['sample'][number]['kind']): string {
    return this.texts.say(`quarantine.kind.${kind}`);
  }
}
