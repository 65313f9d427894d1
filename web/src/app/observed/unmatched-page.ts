import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { FilterChips } from '../ui/filter-chips';
import { PageHeader } from '../ui/page-header';
import { CreatorQueue } from './creators/creator-queue';
import { ObservedTabs } from './observed-tabs';
import { NameQueue } from './unmatched/name-queue';

const subjects = ['notes', 'creators'] as const;
type Subject = (typeof subjects)[number];

/** What belongs to nothing for certain: names and orders of notes, and creators. The address is the only state. */
@Component({
  selector: 'app-unmatched-page',
  imports: [CreatorQueue, FilterChips, NameQueue, ObservedTabs, PageHeader, T],
  host: { class: 'pr-page' },
  template: `
    <app-page-header
      [title]="'observed.unmatched.title' | t"
      [text]="(subject() === 'notes' ? 'observed.unmatched.text' : 'observedCreators.queue.text') | t"
    />
    <app-observed-tabs />
    <app-filter-chips
      [label]="'observedCreators.queue.of' | t"
      [choices]="subjects"
      [word]="word"
      [chosen]="subject()"
      (choose)="go($event)"
    />
    @if (subject() === 'notes') {
      <app-name-queue />
    } @else {
      <app-creator-queue />
    }
  `,
  styles: `
    app-filter-chips {
      margin-bottom: 14px;
    }
  `,
})
export default class UnmatchedPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);

  readonly of = input<string>();
  protected readonly subjects = subjects;
  protected readonly subject = computed((): Subject => subjects.find((one) => one === this.of()) ?? 'notes');
  protected readonly word = (subject: Subject): string => this.texts.say(`observedCreators.queue.${subject}`);

  protected go(subject: Subject): void {
    void this.router.navigate([], {
      queryParams: { of: subject === 'notes' ? undefined : subject },
      queryParamsHandling: 'merge',
    });
  }
}
