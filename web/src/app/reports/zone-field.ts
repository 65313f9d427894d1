import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import {
  MatAutocomplete,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
  MatOption,
} from '@angular/material/autocomplete';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Finding } from '../ui/finding';
import { findZones, zonesIn } from './zones';

/** More than this nobody reads through: another letter finds what is meant. */
const shownMost = 40;

/** A time zone, found by its place, by what its time is called in either language, or by how it stands to UTC. */
@Component({
  selector: 'app-zone-field',
  imports: [MatAutocomplete, MatAutocompleteTrigger, MatOption, T],
  template: `
    <label
      ><span>{{ label() }}</span>
      <input
        #box
        #trigger="matAutocompleteTrigger"
        class="pr-field"
        type="text"
        autocomplete="off"
        spellcheck="false"
        [placeholder]="'reports.zone.find' | t"
        [matAutocomplete]="panel"
        [value]="finding.typed() ?? zone()"
        (focus)="begin(box)"
        (input)="finding.typed.set(box.value)"
        (blur)="finding.left($event, trigger)"
    /></label>
    <mat-autocomplete
      #panel="matAutocomplete"
      panelWidth="min(360px, 92vw)"
      (optionSelected)="chosen($event)"
      (closed)="finding.typed.set(null)"
    >
      @for (one of found(); track one.id) {
        <mat-option [value]="one.id">
          <span class="zone-option">
            <b>{{ one.id }}</b> <small>{{ one.name }} · {{ one.offset }}</small>
          </span>
        </mat-option>
      } @empty {
        <mat-option disabled [value]="null">{{ 'reports.zone.none' | t }}</mat-option>
      }
    </mat-autocomplete>
  `,
  styles: `
    :host,
    label {
      display: block;
      min-width: 0;
    }
    label span {
      display: block;
      padding-bottom: 3px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    input {
      width: 100%;
      min-width: 0;
      box-sizing: border-box;
      text-overflow: ellipsis;
    }
    /* Among the outlined fields of a dialog it is as tall as they are, with its name on the border. */
    :host(.outlined) label {
      position: relative;
    }
    :host(.outlined) label span {
      position: absolute;
      top: -8px;
      inset-inline-start: 12px;
      padding: 0 4px;
      background: var(--mat-dialog-container-color, var(--mat-sys-surface));
    }
    :host(.outlined) input {
      height: 48px;
      padding-inline: 16px;
      border-radius: 12px;
      background: none;
      font-size: 16px;
    }
    .zone-option b,
    .zone-option small {
      display: block;
    }
    .zone-option b {
      font-weight: 500;
    }
    .zone-option small {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class ZoneField {
  private readonly texts = inject(Texts);
  readonly label = input.required<string>();
  readonly zone = input.required<string>();
  readonly picked = output<string>();

  protected readonly finding = new Finding(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
  /** Names of four hundred zones take a moment: they are made for whoever comes to the field. */
  private readonly wanted = signal(false);
  private readonly all = computed(() => zonesIn(this.texts.language(), Date.now()));
  protected readonly found = computed(() =>
    this.wanted() ? findZones(this.all(), this.finding.typed() ?? '').slice(0, shownMost) : [],
  );

  protected begin(box: HTMLInputElement): void {
    this.wanted.set(true);
    box.select();
  }

  protected chosen({ option }: MatAutocompleteSelectedEvent): void {
    this.finding.typed.set(null);
    this.picked.emit(option.value as string);
  }
}
