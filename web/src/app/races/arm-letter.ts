import { Component, computed, input } from '@angular/core';

/** The colours of the notes of a race in their order; each note has a letter too, for those who do not tell colours apart. */
export const armColours = [
  'var(--pr-organic)',
  'var(--pr-paid)',
  'var(--pr-search)',
  'var(--pr-stopped)',
  'var(--pr-guaranteed)',
] as const;

export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** The letter of a note in its race, in its colour. */
@Component({
  selector: 'app-arm-letter',
  template: `{{ letter() }}`,
  host: { '[style.--arm-colour]': 'colour()' },
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      width: 20px;
      height: 20px;
      border: 2px solid var(--arm-colour);
      border-radius: 6px;
      font-size: 11px;
      font-weight: 700;
      line-height: 1;
    }
  `,
})
export class ArmLetter {
  readonly place = input.required<number>();
  protected readonly letter = computed(() => letterOf(this.place()));
  protected readonly colour = computed(() => armColours[this.place()] ?? 'var(--pr-muted)');
}
