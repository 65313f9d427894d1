import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import {
  MatAutocomplete,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
  MatOption,
} from '@angular/material/autocomplete';
import { fieldOf, fieldsOfRecord, foldForSearch, type ImportField, type RecordType } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Finding } from '../../ui/finding';
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
      [value]="finding.typed() ?? name()"
      (focus)="box.select()"
      (input)="finding.typed.set(box.value)"
      (blur)="finding.left($event, trigger)"
    />
    <mat-autocomplete
      #panel="matAutocomplete"
      panelWidth="300px"
      [displayWith]="nameOf"
      (optionSelected)="chosen($event)"
      (closed)="finding.typed.set(null)"
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

  protected readonly finding = new Finding(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
  protected readonly name = computed(() => {
    const field = this.field();
    return field ? this.words.field(field) : '';
  });
  protected readonly nameOf = (field: ImportField | null): string => (field ? this.words.field(field) : '');

  protected readonly found = computed(() => {
    const text = foldForSearch(this.finding.typed() ?? '');
    const all = [...fieldsOfRecord(this.record())];
    if (!text) return all;
    return all.filter((field) => {
      const { zh, en } = fieldOf(field);
      return [zh, en].some((name) => foldForSearch(name).includes(text));
    });
  });

  protected chosen({ option }: MatAutocompleteSelectedEvent): void {
    this.finding.typed.set(null);
    this.picked.emit(option.value as ImportField);
  }
}
