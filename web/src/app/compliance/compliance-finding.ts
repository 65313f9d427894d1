import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ComplianceFindingView, ComplianceRuleView } from '@poolrise/contracts';
import { markNames } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Chip, type Tone } from '../ui/chip';
import type { PlaceInText } from './place-in-text';

/** A finding with its rule, and where its words stand now. */
export interface ShownFinding {
  finding: ComplianceFindingView;
  rule: ComplianceRuleView;
  place: PlaceInText | null;
  /** what stands before it, it, and what stands after it */
  quote: [string, string, string] | null;
}

const tones: Record<ComplianceFindingView['severity'], Tone> = {
  block: 'stopped',
  review: 'paid',
  warn: 'neutral',
};

/** One thing to mend: where it stands, why, and how to say it instead. */
@Component({
  selector: 'app-compliance-finding',
  imports: [Chip, MatButton, T],
  templateUrl: './compliance-finding.html',
  styleUrl: './compliance-finding.scss',
})
export class ComplianceFinding {
  protected readonly texts = inject(Texts);
  protected readonly tones = tones;
  protected readonly marks = markNames;

  readonly shown = input.required<ShownFinding>();
  readonly writes = input(false);
  readonly replaced = output<PlaceInText & { text: string }>();
  readonly added = output<string>();
  readonly located = output<PlaceInText>();

  protected readonly where = computed(() => {
    const { at } = this.shown().finding;
    if (at.field === 'topic') return this.texts.say('compliance.field.topic', { n: at.index + 1 });
    if (at.field === 'assets') return this.texts.say('compliance.field.assets', { n: at.index + 1 });
    return this.texts.say(`compliance.field.${at.field}`);
  });
  protected readonly instead = computed(() => {
    const { place, finding } = this.shown();
    const { replacement } = finding.rewrite;
    if (replacement === null || !place) return null;
    return {
      place,
      replacement,
      words: replacement
        ? this.texts.say('compliance.replace', { text: replacement })
        : this.texts.say('compliance.remove', { text: finding.text }),
    };
  });
  protected readonly link = computed(() => {
    const { url } = this.shown().rule.source;
    return url?.startsWith('http') ? url : null;
  });
  protected readonly days = computed(() => {
    const { effectiveFrom, effectiveTo, lastVerified } = this.shown().rule;
    const since = effectiveTo
      ? this.texts.say('compliance.between', { from: effectiveFrom, to: effectiveTo })
      : this.texts.say('compliance.since', { from: effectiveFrom });
    const verified = lastVerified
      ? this.texts.say('compliance.verified', { day: lastVerified })
      : this.texts.say('compliance.unverified');
    return `${since} ${verified}`;
  });
}
