import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { importLimits, type ImportView } from '@poolrise/contracts';
import { dayInShanghai, daysBetween, keptUntil, warnedDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';

/** Until when what a file brought is kept, by whose word, and what happens then; here it can be changed. */
@Component({
  selector: 'app-kept-card',
  imports: [Icon, MatButton, T],
  template: `
    <section class="pr-card" [class.soon]="soon()" [attr.role]="soon() ? 'alert' : null">
      <app-icon [name]="soon() ? 'error' : 'pending'" />
      <div class="words">
        <b>{{ when() }}</b>
        <span>{{ what() }}</span>
      </div>
      @if (editable() && keeps()) {
        @if (changing()) {
          <form (submit)="$event.preventDefault(); save(day.value)">
            <input
              #day
              class="pr-field"
              type="date"
              required
              [attr.aria-label]="'imports.kept.day' | t"
              [min]="today()"
              [max]="latest()"
              [value]="file().keptUntil"
            />
            <button matButton="filled" type="submit">{{ 'imports.kept.save' | t }}</button>
            <button matButton type="button" (click)="changing.set(false)">{{ 'common.cancel' | t }}</button>
          </form>
        } @else {
          <button matButton="outlined" type="button" (click)="changing.set(true)">
            {{ (soon() ? 'imports.kept.longer' : 'imports.kept.change') | t }}
          </button>
        }
      }
    </section>
  `,
  styleUrl: './kept-card.scss',
})
export class KeptCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly file = input.required<ImportView>();
  readonly editable = input.required<boolean>();
  readonly keep = output<string>();

  protected readonly changing = signal(false);
  protected readonly today = computed(() => {
    this.file();
    return dayInShanghai(new Date());
  });
  protected readonly latest = computed(() => keptUntil(this.today(), importLimits.keptMonths));
  private readonly daysLeft = computed(() => daysBetween(this.today(), this.file().keptUntil));
  /** A file that nobody took over goes sooner, and that is said in the same place without alarm. */
  protected readonly soon = computed(
    () => this.file().waitsUntil === null && !this.file().expiredAt && this.daysLeft() <= warnedDays,
  );

  /** Whether the day matters: what is not in force, and will not be, goes before it. */
  protected readonly keeps = computed(
    () => !this.file().expiredAt && !['undone', 'refused', 'failed'].includes(this.file().state),
  );

  protected readonly when = computed(() => {
    const { keptUntil: day, waitsUntil, expiredAt } = this.file();
    if (expiredAt) return this.texts.say('imports.kept.wasUntil', { day });
    if (waitsUntil) return this.texts.say('imports.kept.waitsUntil', { day: waitsUntil });
    const days = this.daysLeft();
    return days <= 0
      ? this.texts.say('imports.kept.untilToday', { day })
      : this.texts.count('imports.kept.until', days, { day }, this.format.number(days));
  });

  protected readonly what = computed(() => {
    const { waitsUntil, expiredAt, keptUntil: day } = this.file();
    if (expiredAt) return this.rule();
    const parts = waitsUntil
      ? [this.texts.say('imports.kept.waitsText')]
      : [this.texts.say('imports.kept.text'), this.rule()];
    if (waitsUntil && this.keeps()) parts.push(this.texts.say('imports.kept.onceInForce', { day }));
    return parts.join(this.texts.chinese() ? '' : ' ');
  });

  private rule(): string {
    const { keptRule, keptMonths, keptBy } = this.file();
    return this.texts.say(`imports.kept.rules.${keptRule}`, {
      n: this.format.number(keptMonths),
      name: keptBy ?? '',
    });
  }

  protected save(day: string): void {
    if (!day) return;
    this.changing.set(false);
    if (day !== this.file().keptUntil) this.keep.emit(day);
  }
}
