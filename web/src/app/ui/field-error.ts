import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { AbstractControl } from '@angular/forms';
import { Texts } from '../../i18n/texts';

/** Why a field is not accepted yet, in words; stands inside `mat-error`. */
@Component({
  selector: 'app-field-error',
  template: `{{ words() }}`,
})
export class FieldError {
  private readonly texts = inject(Texts);
  readonly control = input.required<AbstractControl>();

  // The errors of a control are no signal, but it tells when they may have changed.
  private readonly changes = signal(0);

  protected readonly words = computed(() => {
    this.changes();
    const errors = this.control().errors ?? {};
    if (typeof errors['refused'] === 'string') return errors['refused'];
    if (errors['required']) return this.texts.say('problems.fieldRequired');
    if (errors['email']) return this.texts.say('problems.fieldEmail');
    if (errors['minlength'])
      return this.texts.say('problems.fieldTooShort', { n: errors['minlength'].requiredLength });
    if (errors['maxlength'])
      return this.texts.say('problems.fieldTooLong', { n: errors['maxlength'].requiredLength });
    return this.texts.say('problems.fieldUnfit');
  });

  constructor() {
    effect((onCleanup) => {
      const told = this.control().events.subscribe(() => this.changes.update((n) => n + 1));
      onCleanup(() => told.unsubscribe());
    });
  }
}
