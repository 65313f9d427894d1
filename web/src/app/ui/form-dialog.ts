import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { FormGroupDirective } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { T } from '../../i18n/t';
import { Refusal } from '../problems/refusal';
import type { Sending } from '../problems/sending';

/**
 * The frame of a dialog that asks for something and sends it: its title, what was refused, the fields, which scroll
 * between the two, and the way out beside the way on. What stands in it is dressed by form-dialog.scss, as a style
 * of the dialog.
 *
 * It sits on the form element itself, so that the fields find their group. Projected elsewhere than among the fields
 * are what bears `intro`, before the refusal, and buttons that bear `aside`, before the way out, or `otherwise`.
 */
@Component({
  selector: 'form[appFormDialog]',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Refusal, T],
  host: { novalidate: '', '(submit)': 'submit($event)' },
  template: `
    <h2 mat-dialog-title>{{ heading() }}</h2>
    <mat-dialog-content>
      <ng-content select="[intro]" />
      <app-refusal [words]="words()" />
      <ng-content />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <ng-content select="[aside]" />
      <button matButton mat-dialog-close type="button">{{ 'common.cancel' | t }}</button>
      <ng-content select="[otherwise]" />
      <button
        matButton="filled"
        type="submit"
        [class.pr-grave]="grave()"
        [disabled]="sending().busy()"
        disabledInteractive
      >
        {{ go() }}
      </button>
    </mat-dialog-actions>
  `,
})
export class FormDialog {
  private readonly group = inject(FormGroupDirective, { self: true, optional: true });
  readonly heading = input.required<string>();
  /** the word on the button that sends */
  readonly go = input.required<string>();
  readonly sending = input.required<Sending>();
  /** said in place of the words of the api */
  readonly refusal = input<string | null>(null);
  /** it takes something away */
  readonly grave = input(false, { transform: booleanAttribute });
  /** Sent by a form without a fault; one with faults shows them instead. */
  readonly submitted = output();

  protected readonly words = computed(() => this.refusal() ?? this.sending().refusal());

  protected submit(event: Event): void {
    event.preventDefault();
    const form = this.group?.form;
    form?.markAllAsTouched();
    if (!form?.invalid) this.submitted.emit();
  }
}
