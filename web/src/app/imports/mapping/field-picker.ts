import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import {
  MatAutocomplete,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
  MatOption,
} from '@angular/material/autocomplete';
import { fieldOf, fieldsOfRecord, foldForSearch, type ImportField, type RecordType } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { ImportWords } from '../import-words';

/** Finds the field that a column is read as, among those that such rows can have, by its name in either language. */
@Component({
  selector: 'app-field-picker',
  imports: [MatAutocomplete, MatAutocompleteTrigger, MatOption, T],
  template: `
    <input
      #box
      #trigger="matAutocompleteTrigger"
      class="pr-field"
      type="text"
      autocomplete="off"
      spellcheck="false"
      [attr.aria-label]="label()"
      [attr.aria-invalid]="wrong() || null"
      [placeholder]="'imports.columns.pick' | t"
      [matAutocomplete]="panel"
      [value]="typed() ?? name()"
      (focus)="box.select()"
      (input)="typed.set(box.value)"
      (blur)="left($event, trigger)"
    />
    <mat-autocomplete
      #panel="matAutocomplete"
      panelWidth="300px"
      [displayWith]="nameOf"
      (optionSelected)="chosen($event)"
      (closed)="typed.set(null)"
    >
      @for (field of found(); track field) {
        <mat-option [value]="field">{{ words.field(field) }}</mat-option>
      } @empty {
        <mat-option disabled [value]="null">{{ 'imports.columns.none' | t }}</mat-option>
      }
    </mat-autocomplete>
  `,
  styles: `
    :host {
      display: block;
    }
    input {
      width: 100%;
      min-width: 150px;
      text-overflow: ellipsis;
    }
  `,
})
export class FieldPicker {
  protected readonly words = inject(ImportWords);
  readonly record = input.required<RecordType>();
  readonly field = input.required<ImportField | null>();
  readonly label = input.required<string>();
  /** something about this column is open */
  readonly wrong = input(false);
  readonly picked = output<ImportField>();

  /** what is in the box while somebody types; null shows the field that holds */
  protected readonly typed = signal<string | null>(null);
  protected readonly name = computed(() => {
    const field = this.field();
    return field ? this.words.field(field) : '';
  });
  protected readonly nameOf = (field: ImportField | null): string => (field ? this.words.field(field) : '');

  protected readonly found = computed(() => {
    const text = foldForSearch(this.typed() ?? '');
    const all = [...fieldsOfRecord(this.record())];
    if (!text) return all;
    return all.filter((field) => {
      const { zh, en } = fieldOf(field);
      return [zh, en].some((name) => foldForSearch(name).includes(text));
    });
  });

  constructor() {
    // The list is for whoever types, clicks or presses an arrow. Opened for everybody who tabs past, it would stay open behind
    // those who are faster than it; the trigger hears of the focus by this event alone.
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    host.addEventListener('focusin', (event) => event.stopPropagation(), { capture: true });
  }

  /** A press in the list names no next element and leaves the list open for the choice. */
  protected left({ relatedTarget }: FocusEvent, trigger: MatAutocompleteTrigger): void {
    this.typed.set(null);
    if (relatedTarget instanceof Element && !relatedTarget.closest('[role=listbox]')) trigger.closePanel();
  }

  protected chosen({ option }: MatAutocompleteSelectedEvent): void {
    this.typed.set(null);
    this.picked.emit(option.value as ImportField);
  }
}
