import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RuleReplayView } from '@poolrise/contracts';
import { type FigureSource, type RuleAction, type RuleMetric, shanghaiDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Emphasis } from '../ui/emphasis';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { RuleWords } from './rule-words';

/** What a rule would have done: the sum of it in a sentence, how often it was not sure, and each hit with its figures. */
@Component({
  selector: 'app-rule-replay',
  imports: [AppLineage, AppSource, Emphasis, RouterLink, T],
  template: `
    <div [appSource]="source()">
      <p class="sum" role="status"><app-emphasis appLineage="spendAfterHit" [text]="sum()" /></p>
      @if (replay().boosts > 0) {
        <p class="hint">{{ looks() }}</p>
      }
      @if (replay().capped) {
        <p class="hint">{{ 'rules.replay.capped' | t: { n: format.number(replay().boosts) } }}</p>
      }
      @if (replay().hits.length) {
        <h3>{{ 'rules.replay.hits' | t }}</h3>
        <ul tabindex="0" [attr.aria-label]="'rules.replay.hits' | t">
          @for (hit of replay().hits; track $index) {
            <li>
              <span class="which">
                <a [routerLink]="session.to('boosts', hit.boostId)">{{ hit.title }}</a>
                <small>{{ format.dateTime(hit.hour) }}</small>
              </span>
              <span [appLineage]="metric()">{{ words.evidence(metric(), hit.evidence) }}</span>
              @if (action() === 'stop-boost') {
                <small>{{ 'rules.replay.later' | t: { money: format.money(hit.laterCents) } }}</small>
              }
            </li>
          }
        </ul>
        @if (replay().hitCount > replay().hits.length) {
          <p class="hint">
            {{
              'rules.replay.more'
                | t: { n: format.number(replay().hits.length), all: format.number(replay().hitCount) }
            }}
          </p>
        }
      }
    </div>
  `,
  styles: `
    .sum {
      font-size: 15px;
    }
    h3 {
      margin: 14px 0 2px;
      font-size: 12px;
      font-weight: 650;
    }
    ul {
      max-height: 340px;
      margin: 0;
      padding: 0;
      overflow-y: auto;
      list-style: none;
    }
    li {
      display: grid;
      gap: 2px;
      padding: 8px 0;
      font-size: 13px;
      font-variant-numeric: tabular-nums;
    }
    li + li {
      border-top: 1px solid var(--pr-line);
    }
    .which {
      display: flex;
      flex-wrap: wrap;
      gap: 0 10px;
      justify-content: space-between;
    }
    a {
      color: var(--pr-ink);
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    small,
    .hint {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .hint {
      margin-top: 6px;
    }
  `,
})
export class RuleReplay {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(RuleWords);

  readonly replay = input.required<RuleReplayView>();
  readonly metric = input.required<RuleMetric>();
  readonly action = input.required<RuleAction>();

  protected readonly source = computed((): FigureSource => {
    const { from, to, asOf } = this.replay();
    return { streams: ['hosted-boosts'], over: shanghaiDays(from, to), dataAt: asOf };
  });
  protected readonly sum = computed(() => {
    const { boosts, hitCount, boostsHit, laterCents } = this.replay();
    if (boosts === 0) return this.texts.say('rules.replay.noBoosts');
    if (hitCount === 0) return this.texts.say('rules.replay.nothing');
    if (this.action() === 'stop-boost')
      return this.texts.count('rules.replay.stopped', boostsHit, { money: this.format.money(laterCents) });
    return this.texts.count('rules.replay.told', hitCount, { boosts: this.boosts(boostsHit) });
  });
  protected readonly looks = computed(() => {
    const { looks, unsure, boosts } = this.replay();
    const looked = this.texts.count(
      'rules.replay.looks',
      looks,
      { boosts: this.boosts(boosts) },
      this.format.number(looks),
    );
    if (unsure === 0) return looked;
    const left = this.texts.count('rules.replay.unsure', unsure, {}, this.format.number(unsure));
    return this.texts.chinese() ? looked + left : `${looked} ${left}`;
  });

  private boosts(n: number): string {
    return this.texts.count('rules.replay.boosts', n, {}, this.format.number(n));
  }
}
