import { inject, Service } from '@angular/core';
import {
  boostWindowDays,
  type ClaimFinding,
  decidingShare,
  type FolkClaim,
  labelAgeDays,
  leastBoostedNotes,
  leastFirstHours,
  leastLabelledNotes,
  matters,
} from '@poolrise/domain';
import type { TextParams } from '../../../i18n/texts';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { isShare, onAxis } from './claim-scale';

const needed: Record<FolkClaim, number> = {
  'boost-kills-natural': leastBoostedNotes,
  'label-lowers-exposure': leastLabelledNotes,
  'first-hour-decides': leastFirstHours,
};
const days: Record<FolkClaim, number> = {
  'boost-kills-natural': boostWindowDays,
  'label-lowers-exposure': labelAgeDays,
  'first-hour-decides': labelAgeDays,
};

/** What the notes say of a claim, in sentences. */
@Service()
export class ClaimWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  /** The verdict with its figures, or why there is none. */
  lead(finding: ClaimFinding): string {
    const { claim, verdict, why, notes } = finding;
    const params = { ...this.effectParams(finding), n: this.format.number(notes), needed: needed[claim] };
    if (why === 'too-few-peers') return this.texts.say('claims.lead.tooFewPeers', params);
    // Ranks of figures that are all alike are refused as too few, however many there are.
    if (why === 'too-few-notes' && notes >= needed[claim])
      return this.texts.say('claims.lead.allAlike', params);
    const outcome = verdict === 'cannot-tell' ? (why ?? 'too-few-notes') : verdict;
    return this.texts.say(`claims.lead.${claim}.${outcome}`, params);
  }

  /** The same for all exposure, which only one claim has. */
  onAll({ claim, effectOnAll }: ClaimFinding): string {
    if (!effectOnAll) return '';
    return this.texts.say('claims.onAll', {
      change: this.figure(claim, effectOnAll.estimate),
      low: this.figure(claim, effectOnAll.low),
      high: this.figure(claim, effectOnAll.high),
    });
  }

  /** What could not have been seen. */
  seen({ claim, smallestSeen }: ClaimFinding): string {
    if (smallestSeen === null) return '';
    if (!isShare(claim) && smallestSeen === 0) return this.texts.say('claims.seen.notEvenAll');
    const x = this.size(Math.abs(onAxis(claim, smallestSeen)));
    return this.texts.say(`claims.seen.${claim}`, { x });
  }

  helps({ claim, why, notes }: ClaimFinding): string[] {
    if (why === null) return [];
    if (why === 'too-few-peers') return [this.texts.say('claims.help.peers')];
    return [
      ...(why === 'interval-holds-both'
        ? [this.texts.say('claims.help.more', { n: this.format.number(4 * notes) })]
        : []),
      this.texts.say(`claims.help.${claim}`),
    ];
  }

  /** A figure as the axis has it: a change with its sign, or a share. */
  figure(claim: FolkClaim, figure: number): string {
    return isShare(claim) ? this.size(figure) : this.change(onAxis(claim, figure));
  }

  /** A change with its sign; a true minus, which does not break off at the end of a line. */
  change(value: number): string {
    const size = this.size(Math.abs(value));
    return Math.abs(value) < 0.0005 ? size : `${value > 0 ? '+' : '−'}${size}`;
  }

  /** Whole per cent, or tenths where whole ones would say too little. */
  private size(value: number): string {
    return this.format.percent(value, value >= 0.0005 && value < 0.0995 ? 1 : 0);
  }

  private effectParams({ claim, effect }: ClaimFinding): TextParams {
    if (!effect) return {};
    return {
      days: days[claim],
      matters: this.size(1 - matters),
      deciding: this.size(decidingShare),
      change: this.figure(claim, effect.estimate),
      share: this.figure(claim, effect.estimate),
      low: this.figure(claim, effect.low),
      high: this.figure(claim, effect.high),
      loss: this.size(1 - effect.estimate),
      least: this.size(1 - effect.high),
      most: this.size(1 - effect.low),
    };
  }
}
