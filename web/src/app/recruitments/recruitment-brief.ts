import { Component, computed, inject, input } from '@angular/core';
import type { BoardView, RecruitmentView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { FactList } from '../ui/fact-list';
import { RecruitmentWords } from './recruitment-words';

/** What a brand asks for, on what terms, and of whom. */
@Component({
  selector: 'app-recruitment-brief',
  imports: [FactList, T],
  template: `
    <section class="pr-card">
      <h2>{{ 'recruitments.brief.title' | t }}</h2>
      <p class="brief" [attr.lang]="view().language">{{ view().brief }}</p>
      <app-fact-list class="terms" [facts]="terms()" />
      <h2>{{ 'recruitments.brief.requirements' | t }}</h2>
      <app-fact-list [facts]="requirements()" />
    </section>
  `,
  styles: `
    .brief {
      max-width: 72ch;
      margin: 10px 0 14px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .terms {
      display: block;
      margin-bottom: 16px;
    }
    h2 + app-fact-list {
      display: block;
      margin-top: 8px;
    }
  `,
})
export class RecruitmentBrief {
  private readonly words = inject(RecruitmentWords);
  readonly view = input.required<RecruitmentView | BoardView>();
  protected readonly terms = computed(() => this.words.terms(this.view()));
  protected readonly requirements = computed(() => this.words.requirements(this.view()));
}
