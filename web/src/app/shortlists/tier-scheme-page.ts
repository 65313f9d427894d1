import { httpResource } from '@angular/common/http';
import { Component, effect, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TierSchemeView } from '@poolrise/contracts';
import { markNames, type TierScheme, tierSchemes } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Session } from '../session/session';
import { SettingsTabs } from '../settings/settings-tabs';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { Toast } from '../ui/toast';
import { ShortlistsApi } from './shortlists-api';

const lookAgainMs = 5_000;

/** By which bounds of followers the workspace speaks of tiers: sources disagree, so it chooses. */
@Component({
  selector: 'app-tier-scheme-page',
  imports: [FailedState, MatButton, PageHeader, Refusal, SettingsTabs, Skeleton, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'shortlists.tiers.title' | t" [text]="'shortlists.tiers.text' | t" />
    <app-settings-tabs />
    @if (chosen(); as chosen) {
      <app-refusal [words]="sending.refusal()" />
      @if (!chosen.counted) {
        <p class="counting" role="status">{{ 'shortlists.tiers.counting' | t }}</p>
      }
      <div class="schemes">
        @for (scheme of schemes; track scheme.id) {
          @let mine = scheme.id === chosen.schemeId;
          <section class="pr-card" [class.mine]="mine" [attr.aria-labelledby]="'scheme-' + scheme.id">
            <header>
              <h2 [id]="'scheme-' + scheme.id">{{ texts.of(scheme.name) }}</h2>
              @if (mine) {
                <span class="now">{{ 'shortlists.tiers.now' | t }}</span>
              } @else if (session.may('choose:tiers')) {
                <button
                  matButton="outlined"
                  type="button"
                  [disabled]="sending.busy()"
                  disabledInteractive
                  [attr.aria-label]="'shortlists.tiers.useNamed' | t: { name: texts.of(scheme.name) }"
                  (click)="choose(scheme)"
                >
                  {{ 'shortlists.tiers.use' | t }}
                </button>
              }
            </header>
            <dl>
              @for (tier of scheme.tiers; track tier.key) {
                <div>
                  <dt>{{ texts.of(tier.name) }}</dt>
                  <dd>{{ bounds(scheme, $index) }}</dd>
                </div>
              }
            </dl>
            <p class="source">
              {{ texts.of(marks[scheme.mark]) }} · {{ 'common.source' | t: { source: scheme.source } }}
            </p>
          </section>
        }
      </div>
      @if (!session.may('choose:tiers')) {
        <p class="source">{{ 'shortlists.tiers.ask' | t }}</p>
      }
    } @else if (answer.error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="answer.reload()" /></section>
    } @else {
      <div class="schemes" aria-busy="true">
        <span class="pr-only-screen-reader" role="status">{{ 'common.loading' | t }}</span>
        @for (scheme of schemes; track scheme.id) {
          <app-skeleton height="190px" radius="12px" />
        }
      </div>
    }
  `,
  styleUrl: './tier-scheme-page.scss',
})
export default class TierSchemePage {
  private readonly api = inject(ShortlistsApi);
  private readonly format = inject(Format);
  private readonly toast = inject(Toast);
  protected readonly session = inject(Session);
  protected readonly texts = inject(Texts);
  protected readonly schemes = tierSchemes;
  protected readonly marks = markNames;
  protected readonly sending = sending();
  protected readonly answer = httpResource<TierSchemeView>(() => '/api/v1/tier-scheme');
  protected readonly chosen = linkedSignal(() => (this.answer.hasValue() ? this.answer.value() : null));

  constructor() {
    // Counting takes seconds, or minutes where there are a million creators.
    effect((onCleanup) => {
      if (this.chosen()?.counted !== false) return;
      const timer = setTimeout(() => this.answer.reload(), lookAgainMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected bounds({ tiers }: TierScheme, at: number): string {
    const from = tiers[at]?.from ?? 0;
    const next = tiers[at + 1]?.from;
    const n = (value: number) => this.format.compact(value);
    if (next === undefined) return this.texts.say('shortlists.tiers.atLeast', { n: n(from) });
    if (from === 0) return this.texts.say('shortlists.tiers.below', { n: n(next) });
    return `${n(from)} – ${n(next)}`;
  }

  protected async choose(scheme: TierScheme): Promise<void> {
    await this.sending.send(async () => {
      this.chosen.set(await this.api.chooseTiers(scheme.id));
      this.toast.say(this.texts.say('shortlists.tiers.done', { name: this.texts.of(scheme.name) }));
    });
  }
}
