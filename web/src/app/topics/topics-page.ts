import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { TopicsView, WeeklyTopic } from '@poolrise/contracts';
import { type Category, categoryNames, topicWeek } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { FilterChips } from '../ui/filter-chips';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { TopicCard } from './topic-card';

/** What readers ask for this week and few answer, by category, the desk's own first. */
@Component({
  selector: 'app-topics-page',
  imports: [EmptyState, FailedState, FilterChips, MatButton, PageHeader, RouterLink, Skeleton, T, TopicCard],
  host: { class: 'pr-page' },
  templateUrl: './topics-page.html',
  styleUrl: './topics-page.scss',
})
export default class TopicsPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);

  /** a Monday, from the address */
  readonly week = input<string>();
  /** What is typed there and is no day asks for this week. */
  protected readonly asked = computed(() => /^\d{4}-\d{2}-\d{2}$/.exec(this.week() ?? '')?.[0]);
  protected readonly topics = httpResource<TopicsView>(
    () => `/api/v1/topics${this.asked() ? `?week=${this.asked()}` : ''}`,
  );
  protected readonly present = topicWeek(new Date());
  protected readonly weeks = computed(() => {
    const told = this.topics.hasValue() ? this.topics.value().weeks : [];
    return [...new Set([this.present, ...told])];
  });
  protected readonly weekWord = (week: string): string =>
    week === this.present
      ? this.texts.say('topics.thisWeek')
      : this.texts.say('topics.weekOf', { day: this.format.wholeDay(week) });
  /** Topics by category in the order in which they came: the desk's own categories first. */
  protected readonly groups = computed(() => {
    const found = new Map<Category, WeeklyTopic[]>();
    for (const topic of this.topics.hasValue() ? this.topics.value().topics : [])
      found.set(topic.category, [...(found.get(topic.category) ?? []), topic]);
    return [...found].map(([category, topics]) => ({ category, topics }));
  });
  protected readonly nameOf = (category: Category): string => this.texts.of(categoryNames[category]);

  constructor() {
    reloadOn(this.topics, 'topics', 'notes');
  }

  protected show(week: string): void {
    void this.router.navigate([], { queryParams: { week: week === this.present ? undefined : week } });
  }
}
