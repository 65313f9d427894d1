import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { CurateTopic, DeskTopic, TopicDeskView } from '@poolrise/contracts';
import { categories, type Category, categoryNames, shiftDay, topicTagMost } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { reloadOn } from '../../live/reload-on';
import { ChoiceField } from '../../ui/choice-field';
import { Chip, type Tone } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { TextField } from '../../ui/text-field';
import { Toast } from '../../ui/toast';
import { TopicWords } from '../topic-words';
import { TopicDeskApi, topicDeskRoot } from './topic-desk-api';

const tones: Record<DeskTopic['state'], Tone> = {
  proposed: 'action',
  published: 'passed',
  hidden: 'neutral',
};

/** Topics of this week and the next before everybody sees them: to show, hide, pin, name, and to add one's own. */
@Component({
  selector: 'app-topic-desk-page',
  imports: [
    ChoiceField,
    Chip,
    EmptyState,
    FailedState,
    FilterChips,
    MatButton,
    PageHeader,
    Skeleton,
    T,
    TextField,
  ],
  host: { class: 'pr-page' },
  templateUrl: './topic-desk-page.html',
  styleUrls: ['../../ui/rows.scss', './topic-desk-page.scss'],
})
export default class TopicDeskPage {
  private readonly api = inject(TopicDeskApi);
  private readonly router = inject(Router);
  private readonly toast = inject(Toast);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(TopicWords);
  protected readonly tones = tones;
  protected readonly categories = categories;
  protected readonly tagMost = topicTagMost;

  /** a Monday, from the address */
  readonly week = input<string>();
  protected readonly desk = httpResource<TopicDeskView>(
    () => `${topicDeskRoot}${this.week() ? `?week=${this.week()}` : ''}`,
  );
  protected readonly nameOf = (category: Category): string => this.texts.of(categoryNames[category]);
  protected readonly weekWord = (week: string): string => {
    const present = this.desk.hasValue() ? this.desk.value().present : '';
    if (week === present) return this.texts.say('topics.thisWeek');
    if (present && week === shiftDay(present, 7)) return this.texts.say('topics.nextWeek');
    return this.texts.say('topics.weekOf', { day: this.format.wholeDay(week) });
  };
  /** Topics can be added while their week is not over. */
  protected readonly mayAdd = computed(
    () => this.desk.hasValue() && this.desk.value().week >= this.desk.value().present,
  );
  protected readonly tag = signal('');
  protected readonly category = signal<Category>('food');
  protected readonly fault = signal<string | null>(null);
  protected readonly busy = signal(false);
  /** the topic that is being named anew */
  protected readonly naming = signal<string | null>(null);
  protected readonly titleZh = signal('');
  protected readonly titleEn = signal('');

  constructor() {
    reloadOn(this.desk, 'topics');
  }

  protected show(week: string): void {
    void this.router.navigate([], { queryParams: { week } });
  }

  protected async add(): Promise<void> {
    const tag = this.tag().trim();
    this.fault.set(tag ? null : this.texts.say('topics.desk.tagFault'));
    if (!tag || !this.desk.hasValue()) return;
    const { week } = this.desk.value();
    await this.doing(async () => {
      await this.api.add({ week, category: this.category(), tag, titleZh: null, titleEn: null });
      this.tag.set('');
      this.toast.say(this.texts.say('topics.desk.added', { tag }));
    });
  }

  protected name(topic: DeskTopic): void {
    this.naming.set(topic.id);
    this.titleZh.set(topic.titleZh ?? '');
    this.titleEn.set(topic.titleEn ?? '');
  }

  protected async rename(topic: DeskTopic): Promise<void> {
    await this.curate(topic, {
      titleZh: this.titleZh().trim() || null,
      titleEn: this.titleEn().trim() || null,
    });
    this.naming.set(null);
  }

  /** Says it, and offers the way back: how it stood before. */
  protected async curate(topic: DeskTopic, change: Partial<CurateTopic>): Promise<void> {
    const { state, pinned, titleZh, titleEn } = topic;
    const stood: CurateTopic = { state, pinned, titleZh, titleEn };
    await this.doing(async () => {
      await this.api.curate(topic.id, { ...stood, ...change });
      this.toast.sayWithWayBack(
        this.texts.say('topics.desk.changed', { tag: topic.tag }),
        this.texts.say('topics.desk.undo'),
        () => void this.doing(() => this.api.curate(topic.id, stood)),
      );
    });
  }

  private async doing(work: () => Promise<unknown>): Promise<void> {
    this.busy.set(true);
    try {
      await work();
      this.desk.reload();
    } catch (error) {
      this.toast.problem(error);
    } finally {
      this.busy.set(false);
    }
  }
}
