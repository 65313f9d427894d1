import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import type { KeywordPreview, PreviewKeywords } from '@poolrise/contracts';
import { expectedSearches } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { durationText } from './duration-text';
import { LaunchDraft } from './launch-draft';
import { LaunchRefusal } from './launch-refusal';

/** A pause in typing after which it is looked up again what the words would meet. */
const pauseMs = 400;

/** The words of a boost in search, and what readers searched for lately that would have met them. */
@Component({
  selector: 'app-launch-keywords',
  imports: [FailedState, LaunchRefusal, T],
  templateUrl: './launch-keywords.html',
  styleUrl: './launch-keywords.scss',
})
export class LaunchKeywords {
  protected readonly draft = inject(LaunchDraft);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);

  private readonly settled = signal<PreviewKeywords | null>(null);
  protected readonly preview = httpResource<KeywordPreview>(() => {
    const words = this.settled();
    return words ? { url: '/api/v1/search-words/preview', method: 'POST', body: words } : undefined;
  });
  private readonly answer = kept(() => this.draft.noteId, this.preview);
  protected readonly view = computed(() =>
    this.draft.words().keywords.length ? (this.answer() ?? null) : null,
  );
  protected readonly looking = computed(
    () => this.preview.isLoading() || (this.settled() !== null && this.settled() !== this.draft.words()),
  );

  /** What is wrong with the words, or what they are for while there are none. */
  protected readonly fault = computed(() => {
    const fault = this.draft.wordFault();
    if (!fault) return null;
    const at = Number(/\d+/.exec(fault.field)?.[0] ?? 0);
    const word = this.draft.words().keywords[at]?.text ?? '';
    return this.texts.say(
      fault.code === 'keyword-twice' ? 'searchWords.fault.twice' : 'searchWords.fault.negative',
      { word },
    );
  });

  protected readonly sentence = computed(() => {
    const view = this.view();
    if (!view) return '';
    if (view.searches === 0) return this.texts.say('searchWords.launch.nobody', { n: view.days });
    return this.texts.say('searchWords.launch.found', {
      n: this.format.number(view.searches),
      days: view.days,
      ahead: this.format.number(this.expected()),
      time: durationText(this.draft.hours(), this.texts),
    });
  });
  private readonly expected = computed(() =>
    expectedSearches(this.view()?.searches ?? 0, this.draft.hours()),
  );
  /** A search shows the boost once, so that it cannot be seen more often than is searched. */
  protected readonly scarce = computed(() => {
    const planned = this.draft.estimate()?.impressions ?? 0;
    if (!this.view() || planned <= this.expected()) return '';
    return this.texts.say('searchWords.launch.scarce', { n: this.format.number(planned) });
  });

  constructor() {
    effect((onCleanup) => {
      const words = this.draft.words();
      const wanted = words.keywords.length && !this.draft.wordFault() ? words : null;
      const timer = setTimeout(() => this.settled.set(wanted), pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
