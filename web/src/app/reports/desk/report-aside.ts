import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { EditionRow, ReportDesk } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import type { Paged } from '../../live/paged';
import { Session } from '../../session/session';
import { Format } from '../../ui/format';

type Link = ReportDesk['links'][number];

/** When a report goes out, who sees it, and its editions. */
@Component({
  selector: 'app-report-aside',
  imports: [MatButton, RouterLink, T],
  templateUrl: './report-aside.html',
  styleUrl: './report-aside.scss',
})
export class ReportAside {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly desk = input.required<ReportDesk>();
  readonly editions = input.required<Paged<EditionRow>>();
  readonly mayWrite = input.required<boolean>();
  readonly schedule = output();
  readonly revoke = output<string>();
  readonly share = output<boolean>();
  readonly keep = output();
  readonly delete = output();

  protected readonly rhythm = computed(() => {
    const { schedule } = this.desk();
    if (!schedule) return this.texts.say('reports.schedule.none');
    const { rhythm } = schedule;
    const { at } = rhythm;
    switch (rhythm.every) {
      case 'day':
        return this.texts.say('reports.schedule.daily', { at });
      case 'week': {
        const day = this.texts.say(
          `reports.schedule.weekdays.d${rhythm.weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7}`,
        );
        return this.texts.say('reports.schedule.weekly', { day, at });
      }
      case 'month':
        return this.texts.say('reports.schedule.monthly', { day: rhythm.dayOfMonth, at });
    }
  });
  protected readonly nextRun = computed(() => {
    const { nextRunAt, schedule } = this.desk();
    if (!nextRunAt || !schedule) return null;
    return this.texts.say('reports.schedule.next', {
      at: this.format.wall(nextRunAt, schedule.rhythm.timeZone),
      zone: schedule.rhythm.timeZone,
      ago: this.format.ago(nextRunAt),
    });
  });

  protected isOpen({ revokedAt, expiresAt }: Link): boolean {
    return !revokedAt && Date.parse(expiresAt) > Date.now();
  }

  protected linkState(link: Link): string {
    const { revokedAt, expiresAt, withPassword, views } = link;
    if (revokedAt) return this.texts.say('reports.share.closedAt', { at: this.format.day(revokedAt) });
    if (!this.isOpen(link)) return this.texts.say('reports.share.over', { at: this.format.day(expiresAt) });
    const parts = [
      this.texts.say('reports.share.until', { at: this.format.day(expiresAt) }),
      this.texts.count('reports.share.views', views),
    ];
    if (withPassword) parts.push(this.texts.say('reports.share.withPassword'));
    return parts.join(' · ');
  }

  protected cause({ cause, madeAt }: EditionRow): string {
    return `${this.texts.say(`reports.editions.causes.${cause}`)} · ${this.format.ago(madeAt)}`;
  }
}
