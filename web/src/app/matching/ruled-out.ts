import { Component, inject, input } from '@angular/core';
import type { MatchView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

type Rule = MatchView['rules'][number];

/** Who breaks a hard rule, rule by rule: how many, some of them, and the figure that decided. */
@Component({
  selector: 'app-ruled-out',
  imports: [T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'matching.match.ruledOut' | t }} <small>{{ format.number(view().ruledOut) }}</small>
    </h2>
    <ul>
      @for (rule of view().rules; track rule.rule) {
        <li>
          <strong>{{ head(rule) }}</strong>
          <span>
            {{ 'matching.match.examples' | t }}
            @for (one of rule.examples; track one.id; let last = $last) {
              {{ one.name }}
              @if (why(one.broken); as figure) {
                ({{ figure }})
              }
              {{ last ? '' : ' · ' }}
            }
          </span>
        </li>
      } @empty {
        <li>{{ 'matching.match.ruledOutNone' | t }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 8px 0 0;
      padding: 0;
      font-size: 13px;
      list-style: none;
    }
    li {
      display: grid;
      gap: 2px;
    }
    strong {
      font-weight: 600;
    }
    span {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class RuledOut {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly view = input.required<MatchView>();

  protected head({ rule, creators }: Rule): string {
    const n = this.format.number(creators);
    return this.texts.say('matching.match.ruleCount', {
      n,
      rule: this.texts.say(`matching.match.rule.${rule}`),
    });
  }

  /** The figure that a rule was broken by; the rule itself says the rest. */
  protected why(broken: Rule['examples'][number]['broken']): string | null {
    switch (broken.rule) {
      case 'blacklisted':
        return broken.reason ?? null;
      case 'health':
        return broken.has ? this.texts.say(`matching.health.${broken.has}`) : null;
      case 'competitor':
        return `${broken.brandId ?? ''}, ${this.format.day(broken.on ?? null)}`;
      case 'capacity':
        return this.format.number(broken.activeOrders ?? null);
      case 'above-budget':
        return this.format.roundMoney(broken.quoteCents ?? null);
      case 'followers':
        return this.format.compact(broken.followers ?? null);
      case 'disclosure':
        return this.format.percent(broken.disclosedShare ?? null, 0);
      default:
        return null;
    }
  }
}
