import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { EditionRow, ReportDesk, ReportFormat, ReportSpec } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { paged } from '../../live/paged';
import { reloadOn } from '../../live/reload-on';
import { Session } from '../../session/session';
import { confirmed } from '../../settings/confirm-dialog';
import type { LinkAsk } from '../../share/link-dialog';
import { PageTitle } from '../../shell/page-title';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Toast } from '../../ui/toast';
import { ReportsApi } from '../reports-api';
import { ReportBody } from '../result/report-body';
import { FileMenu } from './file-menu';
import { ReportAside } from './report-aside';

/** A kept report as it stands now, and beside it when it goes out, who sees it, and how it stood before. */
@Component({
  selector: 'app-report-page',
  imports: [
    FailedState,
    FileMenu,
    Icon,
    MatButton,
    PageHeader,
    ReportAside,
    ReportBody,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './report-page.html',
  styleUrl: './report-page.scss',
})
export default class ReportPage {
  private readonly api = inject(ReportsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly reportId = input.required<string>();

  protected readonly desk = httpResource<ReportDesk>(() => `/api/v1/reports/${this.reportId()}`);
  protected readonly view = kept(this.reportId, this.desk);
  protected readonly editions = paged<EditionRow>(
    () => `/api/v1/reports/${this.reportId()}/editions`,
    'reports',
  );
  protected readonly mayWrite = computed(() => this.session.may('write:reports'));

  /** The report as it is kept; sorted otherwise while somebody looks. */
  private readonly spec = linkedSignal(() => this.view()?.spec ?? null, {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  protected readonly run = resource({
    params: () => this.spec() ?? undefined,
    loader: async ({ params, abortSignal }) => ({
      spec: params,
      result: await this.api.run(params, abortSignal),
    }),
  });
  protected readonly shown = kept(this.reportId, this.run);

  protected readonly about = computed(() => {
    const { createdBy, updatedAt } = this.view() ?? {};
    if (!createdBy || !updatedAt) return '';
    return this.texts.say('reports.list.changed', { name: createdBy, ago: this.format.ago(updatedAt) });
  });
  protected readonly export = async (format: ReportFormat): Promise<void> => {
    const spec = this.spec();
    const name = this.view()?.name;
    if (spec && name) await this.api.export(name, spec, format);
  };

  constructor() {
    const title = inject(PageTitle);
    reloadOn(this.desk, 'reports');
    effect(() => {
      const name = this.view()?.name;
      if (name) title.name(name);
    });
  }

  protected sort(sort: ReportSpec['sort']): void {
    this.spec.update((spec) => spec && { ...spec, sort });
  }

  protected async schedule(desk: ReportDesk): Promise<void> {
    const { ScheduleDialog } = await import('./schedule-dialog');
    const dialog = this.dialogs.open(ScheduleDialog, { width: '520px', data: desk });
    if (!(await firstValueFrom(dialog.afterClosed()))) return;
    this.toast.say(this.texts.say('reports.schedule.saved'));
    this.desk.reload();
  }

  protected async openLink({ id }: ReportDesk): Promise<void> {
    const { LinkDialog } = await import('../../share/link-dialog');
    const data: LinkAsk = {
      title: this.texts.say('reports.share.title'),
      text: this.texts.say('reports.share.text'),
      open: async (ask) => `share/report/${(await this.api.openLink(id, ask)).token}`,
    };
    const dialog = this.dialogs.open(LinkDialog, { width: '500px', data });
    await firstValueFrom(dialog.afterClosed());
    this.again();
  }

  protected async revoke(desk: ReportDesk, linkId: string): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('reports.share.revokeTitle'),
      text: this.texts.say('reports.share.revokeText'),
      go: this.texts.say('reports.share.revoke'),
      command: () => this.api.revokeLink(desk.id, linkId),
    });
    if (!done) return;
    this.desk.reload();
    this.toast.say(this.texts.say('reports.share.revoked'));
  }

  protected async share({ id }: ReportDesk, shared: boolean): Promise<void> {
    await this.carryOut(
      () => this.api.share(id, shared),
      shared ? 'reports.share.shown' : 'reports.share.hidden',
    );
  }

  protected async keep({ id }: ReportDesk): Promise<void> {
    await this.carryOut(() => this.api.keep(id), 'reports.editions.kept');
  }

  protected async delete({ id }: ReportDesk): Promise<void> {
    const done = await confirmed(this.dialogs, {
      title: this.texts.say('reports.delete.title'),
      text: this.texts.say('reports.delete.text'),
      go: this.texts.say('reports.delete.go'),
      command: () => this.api.delete(id),
    });
    if (!done) return;
    this.toast.say(this.texts.say('reports.delete.done'));
    await this.router.navigate(this.session.to('reports'));
  }

  private async carryOut(
    command: () => Promise<unknown>,
    done: 'reports.share.shown' | 'reports.share.hidden' | 'reports.editions.kept',
  ): Promise<void> {
    try {
      await command();
      this.toast.say(this.texts.say(done));
    } catch (error) {
      this.toast.problem(error);
    }
    this.again();
  }

  private again(): void {
    this.desk.reload();
    this.editions.reload();
  }
}
