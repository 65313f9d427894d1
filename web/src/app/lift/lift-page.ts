import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type FigureSource, type MetricId, shanghaiDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { Chip } from '../ui/chip';
import { CopyLink } from '../ui/copy-link';
import { FailedState } from '../ui/failed-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { Skeleton } from '../ui/skeleton';
import { LiftBand } from './lift-band';
import { LiftRegistered } from './lift-registered';
import { isOfBoost, type LiftSubject, liftUrl, type LiftView, roomOf, titleOf } from './lift-subject';
import { LiftWords } from './lift-words';

/** What a boost or a campaign brought beyond what would have come anyway: one sentence, how sure it is, and what it cannot see. */
@Component({
  selector: 'app-lift-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    CopyLink,
    FailedState,
    FigureGrid,
    LiftBand,
    LiftRegistered,
    MatButton,
    MetricName,
    PageHeader,
    RouterLink,
    Scrolls,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './lift-page.html',
  styleUrl: './lift-page.scss',
})
export default class LiftPage {
  private readonly tab = inject(PageTitle);
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly words = inject(LiftWords);

  /** One of the two, by the address. */
  readonly boostId = input<string>();
  readonly campaignId = input<string>();
  protected readonly subject = computed((): LiftSubject => {
    const [boost, campaign] = [this.boostId(), this.campaignId()];
    return boost === undefined ? { kind: 'campaign', id: campaign ?? '' } : { kind: 'boost', id: boost };
  });
  protected readonly lift = httpResource<LiftView>(() => liftUrl(this.subject()));
  protected readonly view = kept(() => this.subject().id, this.lift);
  protected readonly name = computed(() => {
    const view = this.view();
    return view && titleOf(view);
  });
  protected readonly title = computed(() => this.texts.say(`lift.of.${this.subject().kind}.title`));
  protected readonly backWord = computed(() => this.texts.say(`lift.of.${this.subject().kind}.back`));
  protected readonly armsHint = computed(() => this.texts.say(`lift.of.${this.subject().kind}.arms`));
  protected readonly back = computed(() => this.session.to(roomOf(this.subject()), this.subject().id));
  /** What it cannot see, and what holds for the one kind of trial or for the other. */
  protected readonly limits = computed(() => {
    const hours = this.view()?.registration.windowHours ?? 0;
    const { kind } = this.subject();
    return [
      this.texts.say(`lift.of.${kind}.conserved`),
      this.texts.say(`lift.of.${kind}.brand`, { hours }),
      ...(kind === 'campaign' ? [this.texts.say('lift.creators')] : []),
      this.texts.say('lift.limits.late', { hours }),
      this.texts.say('lift.limits.people'),
    ];
  });

  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    if (!view) return null;
    const { startsAt, lastLookAt } = view.registration;
    const until = Date.parse(lastLookAt) < Date.parse(view.asOf) ? lastLookAt : view.asOf;
    return { streams: ['readers', 'hosted-boosts'], over: shanghaiDays(startsAt, until), dataAt: view.asOf };
  });
  protected readonly waiting = computed(() => {
    const { exposed = 0, heldOut = 0 } = this.view()?.waiting ?? {};
    return exposed + heldOut;
  });
  /** What stands under the sentence: when it was decided or will be, and who is still followed. */
  protected readonly beneath = computed(() => {
    const view = this.view();
    if (!view) return '';
    const ended = view.verdict === 'cannot-tell' || view.verdict === 'arms-off';
    const when = view.decidedAt
      ? this.texts.say('lift.decided', { at: this.format.dateTime(view.decidedAt) })
      : ended
        ? ''
        : this.texts.say('lift.decideBy', { at: this.format.dateTime(view.registration.lastLookAt) });
    const waits = this.waiting()
      ? this.texts.say('lift.waits', { n: this.format.number(this.waiting()) })
      : '';
    return [this.early(view), when, waits].filter(Boolean).join(this.texts.chinese() ? '' : ' ');
  });
  protected readonly certainty = computed(() =>
    this.texts.say('lift.certainty', {
      level: this.format.percent(1 - (this.view()?.registration.alpha ?? 0), 0),
    }),
  );
  protected readonly extra = computed(() => {
    const of = (value: number | null) => this.format.number(value === null ? null : Math.round(value));
    const extra = this.view()?.extraReaders;
    return extra ? { mid: of(extra.mid), low: of(extra.low), high: of(extra.high) } : null;
  });
  protected readonly armRows = computed(() => {
    const view = this.view();
    if (!view) return [];
    const { metric } = view.registration;
    const { exposed, heldOut } = view.counts;
    const row = (name: string, of: MetricId, both: readonly [number | null, number | null]) => {
      const [first, second] = both.map((value) =>
        of === 'actingRate' ? this.format.percent(value, 2) : this.format.number(value),
      );
      return { name, metric: of, exposed: first, heldOut: second };
    };
    return [
      row(this.texts.say('lift.arms.readers'), 'eligibleReaders', [exposed.readers, heldOut.readers]),
      row(this.texts.say(`lift.arms.acting.${metric}`), 'actingReaders', [exposed.acting, heldOut.acting]),
      row(this.texts.say(`lift.arms.rate.${metric}`), 'actingRate', [exposed.rate, heldOut.rate]),
      row(this.texts.say('lift.arms.waiting'), 'eligibleReaders', [
        view.waiting.exposed,
        view.waiting.heldOut,
      ]),
    ];
  });
  protected readonly besideRows = computed(() =>
    (this.view()?.beside ?? []).map(({ measure, exposed, heldOut, ratio, verdict }) => ({
      name: this.texts.say(`lift.beside.measure.${measure}`),
      exposed: this.format.percent(exposed.rate, 2),
      heldOut: this.format.percent(heldOut.rate, 2),
      ratio: this.words.ratio(ratio),
      finding: this.texts.say(`lift.beside.verdict.${verdict}`),
    })),
  );
  protected readonly cost = computed(() => {
    const view = this.view();
    if (!view || view.extraReaderCostCents !== null) return '';
    const open = view.verdict === 'too-early' || view.verdict === 'not-yet' || this.waiting() > 0;
    const running = Date.parse(view.registration.lastLookAt) > Date.parse(view.asOf);
    return this.texts.say(open || running ? 'lift.figures.costLater' : 'lift.figures.costNone');
  });

  constructor() {
    reloadOn(this.lift, 'boosts', 'campaigns');
    effect(() => {
      const name = this.name();
      if (name) this.tab.name(`${name} · ${this.title()}`);
    });
  }

  /** A campaign that was ended before its time took in fewer readers than were planned with. */
  private early(view: LiftView): string {
    if (isOfBoost(view) || !view.endedEarly || !view.endedAt) return '';
    return this.texts.say('lift.endedEarly', {
      at: this.format.dateTime(view.endedAt),
      planned: this.format.dateTime(view.registration.endsAt),
    });
  }
}
