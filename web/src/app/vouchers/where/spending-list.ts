import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { VoucherView } from '@poolrise/contracts';
import { type FigureSource, type SpendingPlace, whereToSpend } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Session } from '../../session/session';
import { Chip } from '../../ui/chip';
import { Emphasis } from '../../ui/emphasis';
import { AppSource } from '../../ui/figure-source';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { EffectPlot } from '../one-more/effect-plot';
import { type Answered, OneMoreWords } from '../one-more/one-more-words';

/** Advice first, then every note that was tried, best first, on one scale. The best of them is boosted from here. */
@Component({
  selector: 'app-spending-list',
  imports: [AppLineage, AppSource, Chip, EffectPlot, Emphasis, MatButton, RouterLink, T],
  template: `
    <section class="pr-card" [appSource]="source()">
      <p class="advice" role="status"><app-emphasis [text]="advice()" /></p>
      <p class="quiet">
        {{
          'where.basis'
            | t: { worlds: format.number(answer().result.worlds), at: format.dateTime(answer().requestedAt) }
        }}
      </p>
      <ol>
        @for (row of rows(); track row.noteId; let first = $first) {
          <li [class.best]="row.best">
            <span class="rank">{{ $index + 1 }}</span>
            <div class="words">
              <a class="pr-link" [routerLink]="session.to('notes', row.noteId)">{{ row.title }}</a>
              <small>
                @if (row.visible) {
                  <b appLineage="oneMoreNet">{{ 'where.reads' | t: { reads: row.reads } }}</b>
                } @else {
                  <span appLineage="oneMoreNet">{{ 'oneMore.table.none' | t }}</span>
                }
                {{ row.range }}
              </small>
            </div>
            <app-effect-plot class="drawn" [effect]="row.effect" [span]="span()" [label]="row.label" />
            <div class="act">
              @if (row.best && session.may('launch:boosts')) {
                <button matButton="filled" type="button" (click)="launch(row.noteId)">
                  {{ 'where.launch' | t }}<span class="pr-only-screen-reader">: {{ row.title }}</span>
                </button>
              } @else if (!row.judged) {
                <app-chip tone="neutral">{{ 'where.compared' | t }}</app-chip>
              }
            </div>
          </li>
        }
      </ol>
      <p class="quiet">
        {{ 'where.fine' | t: { n: format.number(answer().result.screeningWorlds) } }}
        <a
          class="pr-link"
          [routerLink]="session.to('vouchers', 'one-more')"
          [queryParams]="{ voucher: voucher().id, run: answer().id }"
          >{{ 'where.whole' | t }}</a
        >
      </p>
    </section>
  `,
  styles: `
    .advice {
      font-size: 18px;
      line-height: 1.45;
    }
    .quiet {
      margin-top: 6px;
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    ol {
      display: grid;
      margin: 16px 0 12px;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 24px minmax(0, 1fr) 160px minmax(132px, auto);
      gap: 12px;
      align-items: center;
      padding: 12px 0;
      border-top: 1px solid var(--pr-line);
    }
    .rank {
      color: var(--pr-muted);
      font-variant-numeric: tabular-nums;
    }
    .words {
      display: grid;
      gap: 2px;
      min-width: 0;
    }
    small {
      color: var(--pr-muted);
      font-size: 12.5px;
      font-variant-numeric: tabular-nums;
    }
    .best small b {
      color: var(--pr-organic);
    }
    .act {
      justify-self: end;
    }
    @media (max-width: 719px) {
      li {
        grid-template-columns: 20px minmax(0, 1fr);
      }
      .drawn,
      .act {
        grid-column: 2;
        justify-self: start;
      }
    }
  `,
})
export class SpendingList {
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(Texts);
  private readonly words = inject(OneMoreWords);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly answer = input.required<Answered>();
  readonly voucher = input.required<VoucherView>();

  protected readonly source = computed((): FigureSource => ({
    streams: ['pool-runs', 'hosted-hours', 'hosted-boosts'],
    over: 'ahead',
    dataAt: this.answer().requestedAt,
  }));
  private readonly plan = computed(() => {
    const { noteId, boost, result } = this.answer();
    const compared = ({
      noteId: id,
      reads,
    }: {
      noteId: string;
      reads: SpendingPlace['reads'];
    }): SpendingPlace => ({
      noteId: id,
      reads,
      judged: false,
    });
    return whereToSpend({
      asked: { noteId, reads: result.net, judged: true },
      others: result.alternatives.map(compared),
      fresh: result.fresh,
      walletCents: boost.walletCents,
      centsPerRead: result.price.centsPerRead,
    });
  });
  private readonly titles = computed(() => {
    const { noteId, title, result } = this.answer();
    return new Map([[noteId, title], ...result.alternatives.map((one) => [one.noteId, one.title] as const)]);
  });
  protected readonly span = computed(() =>
    Math.max(...this.plan().ranked.flatMap(({ reads: { low, high } }) => [Math.abs(low), Math.abs(high)])),
  );
  protected readonly rows = computed(() => {
    const { best, ranked } = this.plan();
    return ranked.map(({ noteId, reads, judged }) => {
      const title = this.titles().get(noteId) ?? '';
      const mean = this.words.change(reads.mean);
      return {
        noteId,
        title,
        judged,
        best: noteId === best?.noteId,
        visible: reads.visible,
        effect: reads,
        reads: mean,
        range: this.words.rangeText(reads),
        label: this.texts.say('oneMore.table.plot', { figure: title, mean, ...this.words.range(reads) }),
      };
    });
  });
  protected readonly advice = computed(() => {
    const { advice, best } = this.plan();
    const { boost, result } = this.answer();
    const top = best ?? this.plan().ranked[0];
    return this.texts.say(`where.advice.${advice}`, {
      title: this.titles().get(top?.noteId ?? '') ?? '',
      other: result.fresh?.title ?? '',
      reads: this.words.change(top?.reads.mean ?? 0),
      ...this.words.range(top?.reads ?? { low: 0, high: 0 }),
      wallet: this.format.money(boost.walletCents),
      worth: this.format.money(Math.round((top?.reads.mean ?? 0) * result.price.centsPerRead)),
      until: this.format.dateTime(this.voucher().expiresAt),
    });
  });

  protected async launch(noteId: string): Promise<void> {
    const { LaunchDialog, launchDialogLook } = await import('../../boosts/launch-dialog');
    const { goal, budgetCents, durationHours } = this.answer().boost;
    const filled = { goal, budgetCents, durationHours, voucherIds: [this.voucher().id] };
    this.dialog.open(LaunchDialog, { ...launchDialogLook(), data: { noteId, filled } });
  }
}
