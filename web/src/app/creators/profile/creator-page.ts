import { Clipboard } from '@angular/cdk/clipboard';
import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CreatorView } from '@poolrise/contracts';
import { type FigureSource, peersMin } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { mayInvite } from '../../collaborations/may-invite';
import { CredibilityCard } from '../../credibility/credibility-card';
import { kept } from '../../live/kept';
import { KitLink } from '../../media-kits/kit-link';
import { problemOf } from '../../problems/problem-of';
import { Session } from '../../session/session';
import { PageTitle } from '../../shell/page-title';
import { AddToListMenu } from '../../shortlists/add-to-list-menu';
import { MarkMenu } from '../../shortlists/mark-menu';
import { Chip } from '../../ui/chip';
import { CopyLink } from '../../ui/copy-link';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { StatTile } from '../../ui/stat-tile';
import { Toast } from '../../ui/toast';
import { CreatorWords } from '../ui/creator-words';
import { AudienceCard } from './audience-card';
import { CreatorNotes, type NotesScope, notesScopes } from './creator-notes';
import { CreatorTerms } from './creator-terms';
import { fewPeers, homeOf, peersOf, platformAddress, whyUnknown } from './creator-words';
import { costMetrics, figureRows, keyMetrics, qualityMetrics, serviceRows } from './figure-rows';
import { FiguresTable } from './figures-table';
import { FollowersChart, PriceChart } from './history-chart';
import { FromFilesCard } from './from-files-card';
import { LookAlikesCard } from './look-alikes-card';
import { PeerPlace } from './peer-place';
import { ReadSources } from './read-sources';
import { ScopeMatrix } from './scope-matrix';
import { searchOrigin } from './search-origin';
import { ServedCard } from './served-card';
import { AppSource } from '../../ui/figure-source';

/** Everything known of one creator: terms, what a note brings against the peers, who follows, and how they work. */
@Component({
  selector: 'app-creator-page',
  imports: [
    AddToListMenu,
    AppSource,
    AudienceCard,
    Chip,
    CopyLink,
    CreatorNotes,
    CreatorTerms,
    CredibilityCard,
    EmptyState,
    FailedState,
    FiguresTable,
    FollowersChart,
    FromFilesCard,
    Icon,
    KitLink,
    LookAlikesCard,
    MarkMenu,
    MatButton,
    PageHeader,
    PeerPlace,
    PriceChart,
    ReadSources,
    RouterLink,
    ScopeMatrix,
    ServedCard,
    Skeleton,
    StatTile,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './creator-page.html',
  styleUrl: './creator-page.scss',
})
export default class CreatorPage {
  private readonly clipboard = inject(Clipboard);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  private readonly toast = inject(Toast);
  private readonly words = inject(CreatorWords);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly creatorId = input.required<string>();
  /** which notes are listed; part of the address, so that a copied link shows the same */
  readonly notes = input<string>();

  protected readonly record = httpResource<CreatorView>(() => `/api/v1/creators/${this.creatorId()}`);
  protected readonly view = kept(this.creatorId, this.record);
  /** Nobody has this id, or it is none at all: another try would not help. */
  protected readonly missing = computed(() => {
    const error = this.record.error();
    return error !== undefined && ['not-found', 'invalid-input'].includes(problemOf(error).code);
  });

  protected readonly invites = computed(() => mayInvite(this.session));

  private readonly search = searchOrigin(this.session.to('creators').join('/'));
  protected readonly back =
    this.search === null ? this.session.to('creators') : this.router.parseUrl(this.search);
  protected readonly fromSearch = this.search !== null;

  protected readonly scope = computed(
    (): NotesScope => notesScopes.find((choice) => choice === this.notes()) ?? 'all',
  );
  protected readonly keyMetrics = keyMetrics;
  protected readonly said = computed(() => {
    const view = this.view();
    if (!view) return null;
    const { texts, format } = this;
    return {
      view,
      initial: [...view.name][0] ?? '',
      home: homeOf(view, this.words, texts),
      platform: platformAddress(view),
      followers: texts.count(
        'common.followers',
        view.figures.followers ?? 0,
        {},
        format.compact(view.figures.followers),
      ),
      tier: texts.say('creatorProfile.tierOf', { tier: texts.of(view.tier.name) }),
      peers: this.peersNote(view),
      quoted: view.days.some(({ imageCents, videoCents }) => imageCents !== null || videoCents !== null),
      cost: figureRows(view, costMetrics, texts, format),
      quality: figureRows(view, qualityMetrics, texts, format),
      service: serviceRows(view, texts, format),
    };
  });
  protected readonly whyUnknown = whyUnknown;
  protected readonly healthIcons = {
    excellent: 'check-circle',
    ordinary: undefined,
    abnormal: 'error',
  } as const;
  protected readonly healthTones = { excellent: 'passed', ordinary: 'neutral', abnormal: 'stopped' } as const;

  private readonly from = (over: FigureSource['over']) =>
    computed((): FigureSource | null => {
      const view = this.view();
      return view ? { streams: ['creator-records'], over, dataAt: view.asOf } : null;
    });
  protected readonly record30 = this.from('last-30-days');
  protected readonly recordNow = this.from('now');
  protected readonly recordNotes = this.from('note-life');
  protected readonly recordDays = computed((): FigureSource | null => {
    const source = this.recordNow();
    const days = this.view()?.days ?? [];
    const [first, last] = [days[0], days.at(-1)];
    if (!source || !first || !last) return source;
    return { ...source, over: { from: first.day, to: last.day, timeZone: 'Asia/Shanghai' } };
  });

  constructor() {
    effect(() => {
      const view = this.view();
      if (view) this.title.name(view.name);
    });
  }

  protected copyHandle(redId: string): void {
    this.clipboard.copy(redId);
    this.toast.say(this.texts.say('creatorProfile.handleCopied'));
  }

  protected show(scope: NotesScope): void {
    void this.router.navigate([], {
      queryParams: { notes: scope === 'all' ? null : scope },
      replaceUrl: true,
      ...(this.search !== null && { state: { search: this.search } }),
    });
  }

  private peersNote(view: CreatorView): string {
    const peers = peersOf(view, this.texts);
    if (!peers) return this.texts.say('creatorProfile.peersNone');
    return this.texts.say(fewPeers(view) ? 'creatorProfile.peersFew' : 'creatorProfile.peersNote', {
      peers,
      n: this.format.number(view.peers),
      least: peersMin,
    });
  }
}
