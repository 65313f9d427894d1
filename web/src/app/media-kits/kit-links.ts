import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { kitDaysShown, type KitLinkView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

/** Links of a kit, and which of them were opened how often. Nobody is told who came. */
@Component({
  selector: 'app-kit-links',
  imports: [MatButton, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'mediaKit.link.list' | t }}</h2>
    <ul [attr.aria-label]="'mediaKit.link.list' | t">
      @for (link of links(); track link.id) {
        <li [class.closed]="!isOpen(link)">
          <span>
            <b>{{ 'mediaKit.link.one' | t: { at: format.day(link.createdAt), name: link.createdBy } }}</b>
            <small>{{ state(link) }}</small>
            <small>{{ visits(link) }}</small>
            @if (link.days.length) {
              <span class="days" role="img" [attr.aria-label]="days(link)" [attr.title]="days(link)">
                @for (height of heights(link); track $index) {
                  <i [style.height.%]="height"></i>
                }
              </span>
            }
          </span>
          @if (mayWrite() && isOpen(link)) {
            <button
              matButton
              type="button"
              [attr.aria-label]="'mediaKit.link.closeThis' | t: { at: format.day(link.createdAt) }"
              (click)="closeLink.emit(link)"
            >
              {{ 'mediaKit.link.close' | t }}
            </button>
          }
        </li>
      } @empty {
        <li class="pr-muted">{{ 'mediaKit.link.none' | t }}</li>
      }
    </ul>
    @if (links().length) {
      <p>{{ 'mediaKit.link.counted' | t }}</p>
    }
  `,
  styles: `
    ul {
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 12px;
      align-items: flex-start;
      justify-content: space-between;
      padding: 10px 0;
    }
    li + li {
      border-top: 1px solid var(--pr-line);
    }
    .closed b {
      color: var(--pr-muted);
      font-weight: 400;
    }
    b,
    small {
      display: block;
    }
    b {
      font-weight: 550;
    }
    small,
    p {
      color: var(--pr-muted);
      font-size: 12px;
    }
    .days {
      display: flex;
      gap: 2px;
      align-items: flex-end;
      height: 22px;
      margin-top: 6px;
    }
    i {
      width: 7px;
      min-height: 2px;
      border-radius: 2px 2px 0 0;
      background: var(--pr-organic);
    }
  `,
})
export class KitLinks {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly links = input.required<readonly KitLinkView[]>();
  /** the moment of the answer, by which links are open or over */
  readonly asOf = input.required<string>();
  readonly mayWrite = input.required<boolean>();
  readonly closeLink = output<KitLinkView>();

  protected isOpen({ revokedAt, expiresAt }: KitLinkView): boolean {
    return revokedAt === null && Date.parse(expiresAt) > Date.parse(this.asOf());
  }

  protected state(link: KitLinkView): string {
    const state = link.revokedAt
      ? this.texts.say('mediaKit.link.closed')
      : this.isOpen(link)
        ? this.texts.say('mediaKit.link.until', { at: this.format.day(link.expiresAt) })
        : this.texts.say('mediaKit.link.over');
    return link.withPassword ? `${state} · ${this.texts.say('mediaKit.link.password')}` : state;
  }

  protected visits({ views, lastViewedAt }: KitLinkView): string {
    if (views === 0 || lastViewedAt === null) return this.texts.say('mediaKit.link.unseen');
    return [
      this.texts.count('mediaKit.link.visits', views),
      this.texts.say('mediaKit.link.last', { ago: this.format.ago(lastViewedAt) }),
    ].join(' · ');
  }

  protected days({ days }: KitLinkView): string {
    const list = days.map(({ day, visits }) =>
      this.texts.say('mediaKit.link.day', { day: this.format.day(`${day}T00:00:00+08:00`), n: visits }),
    );
    return this.texts.say('mediaKit.link.days', {
      n: kitDaysShown,
      list: list.join(this.texts.chinese() ? '，' : ', '),
    });
  }

  /** One bar a day, also for days on which nobody came, up to the day of the answer; in percent of the highest. */
  protected heights({ days }: KitLinkView): number[] {
    const most = Math.max(...days.map(({ visits }) => visits), 1);
    const dayMs = 86_400_000;
    return Array.from({ length: kitDaysShown }, (_, at) => {
      const moment = new Date(Date.parse(this.asOf()) - (kitDaysShown - 1 - at) * dayMs);
      const day = moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
      return (100 * (days.find((one) => one.day === day)?.visits ?? 0)) / most;
    });
  }
}
