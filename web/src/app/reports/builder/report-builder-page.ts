import { HttpClient } from '@angular/common/http';
import {
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { ReportDesk, ReportFormat, ReportSpec, ReportTemplates } from '@poolrise/contracts';
import { type MetricId, type ReportDimension, reportDimensions, reportLimits } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { Session } from '../../session/session';
import { PageTitle } from '../../shell/page-title';
import { FailedState } from '../../ui/failed-state';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Toast } from '../../ui/toast';
import { FileMenu } from '../desk/file-menu';
import type { SavedReport, SaveReport } from '../desk/save-dialog';
import { askable, blankSpec, defaultSort, specOf, turnDimension, turned, wordOf } from '../report-draft';
import { ReportWords } from '../report-words';
import { ReportsApi } from '../reports-api';
import { ReportBody } from '../result/report-body';
import { DefinitionField } from './definition-field';
import { FiltersField } from './filters-field';
import { MetricPicker } from './metric-picker';
import { PeriodField } from './period-field';

/** Nothing is asked while somebody is still turning things. */
const pauseMs = 350;

/** The same report is not asked for twice. */
const alike = (one: ReportSpec | null, other: ReportSpec | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

interface Beginning {
  spec: ReportSpec;
  name: string;
  remarks: string;
  /** null for a report that is not kept yet */
  desk: ReportDesk | null;
}

/** A report in the making: what is chosen on one side, the figures on the other, and the whole of it in the address. */
@Component({
  selector: 'app-report-builder-page',
  imports: [
    DefinitionField,
    FailedState,
    FileMenu,
    FiltersField,
    Icon,
    MatButton,
    MetricPicker,
    PageHeader,
    PeriodField,
    ReportBody,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './report-builder-page.html',
  styleUrl: './report-builder-page.scss',
})
export default class ReportBuilderPage {
  private readonly api = inject(ReportsApi);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(MatDialog);
  private readonly toast = inject(Toast);
  private readonly title = inject(PageTitle);
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ReportWords);
  protected readonly session = inject(Session);
  protected readonly dimensions = reportDimensions;
  /** On a phone the choices are folded, so that the figures come into sight. */
  protected readonly wide = inject(DOCUMENT).defaultView?.matchMedia?.('(min-width: 1024px)').matches ?? true;

  /** the kept report that is changed */
  readonly reportId = input<string>();
  /** from the address: what to start from */
  readonly template = input<string>();
  /** from the address: the report as it was left */
  readonly spec = input<string>();

  protected readonly beginning = resource({
    params: () => ({ reportId: this.reportId(), template: this.template() }),
    loader: ({ params }) => this.begin(params.reportId, params.template),
  });
  protected readonly draft = signal<ReportSpec | null>(null);
  /** what of it is asked for; null when nothing can be */
  private readonly asked = signal<ReportSpec | null>(null, { equal: alike });
  protected readonly run = resource({
    params: () => this.asked() ?? undefined,
    loader: async ({ params, abortSignal }) => ({
      spec: params,
      result: await this.api.run(params, abortSignal),
    }),
  });
  protected readonly shown = kept(() => this.reportId() ?? 'new', this.run);
  protected readonly askable = computed(() => {
    const draft = this.draft();
    return draft && askable(draft);
  });
  protected readonly full = computed(() => (this.draft()?.dimensions.length ?? 0) >= reportLimits.dimensions);
  protected readonly heading = computed(
    () => this.beginning.value()?.name || this.texts.say('reports.builder.title'),
  );
  protected readonly narrowed = computed(() => {
    const { filters } = this.draft() ?? {};
    return filters ? Object.values(filters).filter(({ length }) => length > 0).length : 0;
  });
  protected readonly export = (format: ReportFormat): Promise<void> => {
    const spec = this.askable();
    return spec ? this.api.export(this.heading().slice(0, 80), spec, format) : Promise.resolve();
  };

  constructor() {
    effect(() => {
      const begun = this.beginning.hasValue() ? this.beginning.value() : null;
      if (!begun) return;
      untracked(() => {
        const spec = specOf(this.spec(), begun.spec) ?? begun.spec;
        this.draft.set(spec);
        this.asked.set(askable(spec));
      });
    });
    effect(() => this.title.name(this.heading()));
    effect((stop) => {
      const draft = this.draft();
      if (!draft) return;
      const timer = setTimeout(() => this.settle(draft), pauseMs);
      stop(() => clearTimeout(timer));
    });
  }

  protected change(some: Partial<ReportSpec>): void {
    this.draft.update((draft) => draft && { ...draft, ...some });
  }

  protected metrics(metrics: MetricId[]): void {
    const draft = this.draft();
    if (!draft) return;
    const shown: readonly string[] = [...metrics, ...draft.dimensions];
    const lost = !shown.includes(draft.sort.by);
    this.change({ metrics, ...(lost && { sort: defaultSort(draft.dimensions, metrics[0] as MetricId) }) });
  }

  protected turn(dimension: ReportDimension): void {
    const draft = this.draft();
    if (draft) this.change(turned(draft, dimension));
  }

  protected isOff(dimension: ReportDimension): boolean {
    const draft = this.draft();
    if (!draft || draft.dimensions.includes(dimension)) return false;
    return !turnDimension(draft.dimensions, dimension).includes(dimension);
  }

  protected async save(): Promise<void> {
    const draft = this.askable();
    const begun = this.beginning.value();
    if (!draft || !begun) return;
    const { SaveDialog } = await import('../desk/save-dialog');
    const data: SaveReport = {
      name: begun.desk ? begun.name : '',
      remarks: begun.remarks,
      spec: draft,
      desk: begun.desk,
    };
    const dialog = this.dialogs.open<InstanceType<typeof SaveDialog>, SaveReport, SavedReport>(SaveDialog, {
      width: '480px',
      data,
    });
    const saved = await firstValueFrom(dialog.afterClosed());
    if (!saved) return;
    if (saved === 'theirs') {
      await this.router.navigate([], { queryParams: {} });
      this.beginning.reload();
      return;
    }
    this.toast.say(this.texts.say('reports.save.saved'));
    await this.router.navigate(this.session.to('reports', saved.id));
  }

  private settle(draft: ReportSpec): void {
    this.asked.set(askable(draft));
    const spec = wordOf(draft);
    if (spec === this.spec()) return;
    void this.router.navigate([], { queryParams: { spec }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private async begin(reportId?: string, template?: string): Promise<Beginning> {
    const blank = { spec: blankSpec(new Date()), name: '', remarks: '', desk: null };
    if (reportId) {
      const desk = await firstValueFrom(this.http.get<ReportDesk>(`/api/v1/reports/${reportId}`));
      return { spec: desk.spec, name: desk.name, remarks: desk.remarks, desk };
    }
    if (!template) return blank;
    const { items } = await firstValueFrom(this.http.get<ReportTemplates>('/api/v1/report-templates'));
    const found = items.find(({ id }) => id === template);
    return found ? { ...blank, spec: found.spec, name: this.texts.of(found.name) } : blank;
  }
}
