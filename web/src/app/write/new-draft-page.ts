import { Component, inject, input, type OnInit, signal } from '@angular/core';
import { Router } from '@angular/router';
import { categories } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { FailedState } from '../ui/failed-state';
import { Skeleton } from '../ui/skeleton';
import { WriteApi } from './write-api';

const topicMost = 30;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Begins a draft, on the topic and in the category of the address, and goes on to it. */
@Component({
  selector: 'app-new-draft-page',
  imports: [FailedState, Skeleton, T],
  host: { class: 'pr-page' },
  template: `
    @if (error(); as error) {
      <div class="pr-card"><app-failed-state [error]="error" (retry)="begin()" /></div>
    } @else {
      <p class="pr-only-screen-reader" role="status">{{ 'write.starting' | t }}</p>
      <app-skeleton height="480px" radius="16px" />
    }
  `,
})
export default class NewDraftPage implements OnInit {
  private readonly api = inject(WriteApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  protected readonly error = signal<unknown>(null);
  /** of this visit: tried again, it is the same draft */
  private readonly requestKey = crypto.randomUUID();

  /** from the address: a topic, its category, and the weekly topic that led here */
  readonly topic = input<string>();
  readonly category = input<string>();
  readonly from = input<string>();

  ngOnInit(): void {
    void this.begin();
  }

  protected async begin(): Promise<void> {
    this.error.set(null);
    const topic = this.topic()
      ?.replace(/^[#＃]/, '')
      .trim();
    const from = this.from() ?? '';
    try {
      const draft = await this.api.start({
        type: 'image',
        category: categories.find((one) => one === this.category()) ?? 'lifestyle',
        language: this.texts.chinese() ? 'zh' : 'en',
        topics: topic && topic.length <= topicMost ? [topic] : [],
        title: '',
        weeklyTopicId: uuid.test(from) ? from : null,
        requestKey: this.requestKey,
      });
      await this.router.navigate(this.session.to('write', draft.id), { replaceUrl: true });
    } catch (error) {
      this.error.set(error);
    }
  }
}
