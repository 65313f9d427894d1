import { Component, computed, inject, input } from '@angular/core';
import type { PlanAbuseView, SimulatedMean } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Scrolls } from '../ui/scrolls';
import { roundCents } from './plan-words';

/** Who would get the budget when some cheat, and which one rule would stop most of it. */
@Component({
  selector: 'app-abuse-card',
  imports: [Scrolls, T],
  template: `
    <p>{{ share() }}</p>
    @if (cheats()) {
      <p class="quiet">{{ hold() }}</p>
    }
    <div [appScrolls]="'rewardDesk.abuse.kinds' | t">
      <table class="pr-table">
        <caption class="pr-only-screen-reader">
          {{
            'rewardDesk.abuse.kinds' | t
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'rewardDesk.abuse.who' | t }}</th>
            <th scope="col" class="pr-number">{{ 'rewardDesk.abuse.without' | t }}</th>
            <th scope="col" class="pr-number">{{ 'rewardDesk.abuse.with' | t }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.name) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td class="pr-number">{{ claims(row.without) }}</td>
              <td class="pr-number">{{ claims(row.with) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (cheats() && steps().length) {
      <h3>{{ 'rewardDesk.abuse.steps' | t }}</h3>
      <div [appScrolls]="'rewardDesk.abuse.steps' | t">
        <table class="pr-table">
          <thead>
            <tr>
              <th scope="col">{{ 'rewardDesk.abuse.step' | t }}</th>
              <th scope="col" class="pr-number">{{ 'rewardDesk.abuse.saved' | t }}</th>
              <th scope="col" class="pr-number">{{ 'rewardDesk.abuse.lost' | t }}</th>
            </tr>
          </thead>
          <tbody>
            @for (step of steps(); track step.key) {
              <tr>
                <th scope="row">{{ steer(step) }}</th>
                <td class="pr-number">{{ format.roundMoney(cents(step.savedCents)) }}</td>
                <td class="pr-number">{{ claims(step.honestLost) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    <p class="quiet">{{ 'rewardDesk.abuse.assumed' | t }}</p>
  `,
  styles: `
    .quiet {
      margin-top: 6px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    h3 {
      margin-top: 16px;
      font-size: 13px;
      font-weight: 600;
    }
    th[scope='row'] {
      font-weight: 450;
      text-align: start;
      white-space: normal;
    }
  `,
})
export class AbuseCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly abuse = input.required<PlanAbuseView>();

  protected readonly cheats = computed(() => (this.abuse().withoutHolds.abuseShare.value ?? 0) > 0);
  protected readonly share = computed(() => {
    if (!this.cheats()) return this.texts.say('rewardDesk.abuse.nobody');
    const { withoutHolds, withHolds } = this.abuse();
    return this.texts.say('rewardDesk.abuse.share', {
      open: this.percent(withoutHolds.abuseShare),
      held: this.percent(withHolds.abuseShare),
    });
  });
  protected readonly hold = computed(() => {
    const { honestHeld, honestRefused, abuseHeld } = this.abuse();
    return this.texts.say('rewardDesk.abuse.honest', {
      held: this.percent(honestHeld),
      refused: this.percent(honestRefused),
      caught: this.percent(abuseHeld),
    });
  });
  protected readonly rows = computed(() => {
    const { withoutHolds, withHolds } = this.abuse();
    return [
      {
        name: this.texts.say('rewardDesk.abuse.honestWho'),
        without: withoutHolds.honest,
        with: withHolds.honest,
      },
      ...withoutHolds.abusers.map(({ kind, issued }, at) => ({
        name: this.texts.say(`rewardDesk.abuse.kind.${kind}`),
        without: issued,
        with: withHolds.abusers[at]?.issued ?? issued,
      })),
    ];
  });
  /** A step that saves nothing is not worth a line. */
  protected readonly steps = computed(() =>
    this.abuse().steps.filter(({ savedCents }) => (savedCents.value ?? 0) > 0),
  );

  protected steer({ key, value }: PlanAbuseView['steps'][number]): string {
    return this.texts.say(`rewardDesk.abuse.steer.${key}`, { n: this.format.number(value) });
  }

  protected cents({ value }: SimulatedMean): number {
    return roundCents(value ?? 0);
  }

  protected claims({ value }: SimulatedMean): string {
    return this.format.number(value === null ? null : Math.round(value));
  }

  private percent({ value, half }: SimulatedMean): string {
    const share = this.format.percent(value);
    return half === null || half === 0 ? share : `${share} (±${this.format.percent(half)})`;
  }
}
