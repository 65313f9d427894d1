import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { GuidanceView } from '@poolrise/contracts';
import { categoryNames, daysBefore, type FigureSource } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { draftCheck } from '../live/draft-check';
import { problemOf } from '../problems/problem-of';
import { ProblemText } from '../problems/problem-text';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { viewportIs } from '../ui/viewport-is';
import type { GuidanceAsk, WordToAdd } from './guidance-ask';
import { GuidanceForm } from './guidance-form';
import { GuidanceObserved } from './guidance-observed';
import { GuidanceOdds } from './guidance-odds';
import { GuidanceTime } from './guidance-time';
import { GuidanceWords } from './guidance-words';

/** What peers tell of a note before it is published, as it is read or while it is written. Closed on a phone until it is asked for. */
@Component({
  selector: 'app-guidance-panel',
  imports: [AppSource, GuidanceForm, GuidanceObserved, GuidanceOdds, GuidanceTime, GuidanceWords, Icon, T],
  templateUrl: './guidance-panel.html',
  styleUrl: './guidance-panel.scss',
})
export class GuidancePanel {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly says = inject(ProblemText);
  protected readonly headingId = `guidance-${crypto.randomUUID()}`;

  readonly ask = input.required<GuidanceAsk>();
  /** what is asked about, such as the version of a draft */
  readonly subject = input.required<string>();
  /** whether the note can be changed from here */
  readonly writes = input(false);
  readonly added = output<WordToAdd>();

  protected readonly open = linkedSignal({
    source: viewportIs('(max-width: 599px)'),
    computation: (narrow) => !narrow,
  });
  protected readonly check = draftCheck<GuidanceAsk, GuidanceView>(
    '/api/v1/guidance/check',
    this.subject,
    computed(() => (this.open() ? this.ask() : null)),
  );
  protected readonly view = this.check.view;
  protected readonly source = computed((): FigureSource | null => {
    const peers = this.view()?.peers;
    return peers
      ? { streams: ['pool-runs'], over: daysBefore(peers.madeAt, peers.days), dataAt: peers.madeAt }
      : null;
  });
  protected readonly scope = computed(() => {
    const view = this.view();
    if (!view?.peers) return this.texts.say('guidance.noPeers');
    return this.texts.say('guidance.scope', {
      category: this.texts.of(categoryNames[view.category]),
      days: view.peers.days,
      notes: this.format.number(view.peers.notes),
      creators: this.format.number(view.peers.creators),
      at: this.format.dateTime(view.peers.madeAt),
    });
  });
  protected readonly failure = computed(() => {
    const error = this.check.error();
    return error ? this.says.title(problemOf(error)) : null;
  });

  protected toggled(event: Event): void {
    if (event.target instanceof HTMLDetailsElement) this.open.set(event.target.open);
  }
}
