import { Component, inject, input, output } from '@angular/core';
import type { OrderBasis } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Format } from '../../ui/format';

export const stageNames = ['withSample', 'withOutline', 'withAdAudit', 'effectMode', 'coCreation'] as const;
export type StageName = (typeof stageNames)[number];
export interface StageChoice {
  stage: StageName;
  on: boolean;
}

/** What is agreed on beside the note itself, each to be chosen. */
@Component({
  selector: 'app-stage-options',
  imports: [T],
  templateUrl: './stage-options.html',
  styleUrl: '../../ui/form-page.scss',
})
export class StageOptions {
  protected readonly format = inject(Format);
  readonly stages = input.required<readonly StageName[]>();
  readonly draft = input.required<Partial<Record<StageName, boolean>>>();
  readonly rules = input.required<Pick<OrderBasis['rules'], 'effectDays' | 'effectFeeBasisPoints'>>();
  readonly changed = output<StageChoice>();
}
