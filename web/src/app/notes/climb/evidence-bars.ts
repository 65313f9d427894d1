import { Component, computed, inject, input } from '@angular/core';
import type { PeersHead } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { oddsText } from '../../ui/odds-text';
import { againstPeers } from './peer-words';
import { AppLineage } from '../../ui/lineage';

/** What a verdict, or a run that is not judged yet, stands on. */
export interface Evidence {
  hook: { seen: number; expected: number; lift: number } | null;
  content: { lift: number } | null;
  peers: PeersHead & { topShare?: number | null };
  /** probability of being above the peers' average */
  sure: number | null;
}

/** Seen against expected: each bar is half full when the note does as well as the average of its peers. */
@Component({
  selector: 'app-evidence-bars',
  imports: [AppLineage, MetricName, T],
  template: `
    @if (evidence().hook; as hook) {
      <div class="row">
        <span class="name"
          ><app-metric-name metric="hook" [tabbable]="false">{{
            'climb.why.hook' | t
          }}</app-metric-name></span
        >
        <b appLineage="hook">{{ hookFigure() }}</b>
        <span class="bar"><i [style.width.%]="100 * half(hook.lift)"></i><u></u></span>
      </div>
    }
    @if (evidence().content; as content) {
      <div class="row">
        <span class="name"
          ><app-metric-name metric="content" [tabbable]="false">{{
            'climb.why.content' | t
          }}</app-metric-name></span
        >
        <b appLineage="content">{{ format.lift(content.lift) }}</b>
        <span class="bar"><i [style.width.%]="100 * half(content.lift)"></i><u></u></span>
      </div>
    }
    @if (against(); as peers) {
      <div class="row">
        <span class="name">
          <app-metric-name [metric]="peers.metric" [tabbable]="false">{{ peers.name }}</app-metric-name>
        </span>
        <b [appLineage]="peers.metric">{{ peers.figure }}</b>
        <span class="bar"><i [style.width.%]="100 * peers.filled"></i></span>
      </div>
    }
    <p class="key"><u></u>{{ 'climb.why.average' | t }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    :host(.in-a-row) {
      grid-template-columns: 1.3fr 1.1fr 1fr;
      gap: 12px 24px;
    }
    :host(.in-a-row) .key {
      grid-column: 1 / -1;
    }
    @media (max-width: 719px) {
      :host(.in-a-row) {
        grid-template-columns: 1fr;
      }
    }
    .row {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 4px 12px;
      font-size: 13px;
    }
    .name {
      color: var(--pr-muted);
    }
    b {
      font-weight: 650;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
    .bar {
      position: relative;
      grid-column: 1 / -1;
      height: 6px;
      border-radius: 3px;
      background: var(--pr-basin);
      box-shadow: inset 0 0 0 1px var(--pr-line);
    }
    i {
      position: absolute;
      inset: 0 auto 0 0;
      border-radius: 3px;
      background: var(--pr-organic);
    }
    .bar u {
      position: absolute;
      inset: -3px auto -3px 50%;
      width: 2px;
      background: var(--pr-ink);
    }
    .key {
      display: flex;
      gap: 6px;
      align-items: center;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .key u {
      width: 2px;
      height: 11px;
      background: var(--pr-ink);
    }
  `,
})
export class EvidenceBars {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);

  readonly evidence = input.required<Evidence>();

  protected readonly hookFigure = computed(() => {
    const hook = this.evidence().hook;
    return hook === null
      ? ''
      : this.texts.say('climb.why.hookFigure', {
          seen: this.format.number(hook.seen),
          expected: this.format.number(hook.expected),
        });
  });
  protected readonly against = computed(() => {
    const { peers, sure } = this.evidence();
    const name = againstPeers(peers, this.texts, this.format);
    if (peers.topShare !== null && peers.topShare !== undefined) {
      const figure = this.texts.say('climb.why.top', { share: this.format.percent(peers.topShare, 0) });
      return { name, figure, filled: 1 - peers.topShare, metric: 'peerRank' as const };
    }
    if (sure === null) return null;
    const figure = this.texts.say('climb.why.sure', { odds: oddsText(sure, this.format) });
    return { name, figure, filled: sure, metric: 'probabilityAbove' as const };
  });

  /** Twice as often fills the bar, so the average stands in the middle. */
  protected half(lift: number): number {
    return Math.max(0, Math.min(1, lift / 2));
  }
}
