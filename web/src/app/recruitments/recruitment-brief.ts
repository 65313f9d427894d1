import { Component, computed, inject, input } from '@angular/core';
import type { BoardView, RecruitmentView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { RecruitmentWords } from './recruitment-words';

/** What a brand asks for, on what terms, and of whom. */
@Component({
  selector: 'app-recruitment-brief',
  imports: [T],
  template: `
    <section class="pr-card">
      <h2>{{ 'recruitments.brief.title' | t }}</h2>
      <p class="brief" [attr.lang]="view().language">{{ view().brief }}</p>
      <dl>
        @for (fact of terms(); track fact.name) {
          <div>
            <dt>{{ fact.name }}</dt>
            <dd>{{ fact.value }}</dd>
          </div>
        }
      </dl>
      <h2>{{ 'recruitments.brief.requirements' | t }}</h2>
      <dl>
        @for (fact of requirements(); track fact.name) {
          <div>
            <dt>{{ fact.name }}</dt>
            <dd>{{ fact.value }}</dd>
          </div>
        }
      </dl>
    </section>
  `,
  styles: `
    .brief {
      max-width: 72ch;
      margin: 10px 0 14px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
      gap: 10px 16px;
      margin: 0 0 16px;
      padding-top: 12px;
      border-top: 1px solid var(--pr-line);
    }
    h2 + dl {
      margin-top: 8px;
      margin-bottom: 0;
    }
    dt {
      color: var(--pr-muted);
      font-size: 12px;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class RecruitmentBrief {
  private readonly words = inject(RecruitmentWords);
  readonly view = input.required<RecruitmentView | BoardView>();
  protected readonly terms = computed(() => this.words.terms(this.view()));
  protected readonly requirements = computed(() => this.words.requirements(this.view()));
}
