import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Icon } from '../ui/icon';
import { isTyping } from '../ui/typing';

/** What the readers can make something of; the api looks at the bytes and not at the name. */
const kinds = '.xlsx,.csv,.json,.jsonl,.txt,.tsv';

/** Takes files, as many as there are: dropped anywhere on the page, pasted, or chosen with a button. */
@Component({
  selector: 'app-drop-zone',
  imports: [Icon, MatButton, T],
  host: {
    role: 'group',
    '[attr.aria-label]': 'label()',
    '[class.over]': 'over()',
    '[class.slim]': 'slim()',
    '(document:dragenter)': 'entered($event)',
    '(document:dragover)': 'moved($event)',
    '(document:dragleave)': 'left($event)',
    '(document:drop)': 'dropped($event)',
    '(document:paste)': 'pasted($event)',
  },
  template: `
    <app-icon name="upload" />
    <div class="words">
      <b>{{ (over() ? 'imports.drop.over' : 'imports.drop.title') | t }}</b>
      <span>{{ 'imports.drop.text' | t }}</span>
    </div>
    <button matButton="filled" type="button" (click)="field.click()">{{ 'imports.choose' | t }}</button>
    <input #field type="file" multiple hidden [accept]="accepted" (change)="chosen()" />
  `,
  styleUrl: './drop-zone.scss',
})
export class DropZone {
  /** a strip above a list; larger where it is all there is */
  readonly slim = input(false);
  readonly files = output<File[]>();
  private readonly texts = inject(Texts);
  protected readonly accepted = kinds;
  protected readonly label = computed(() => this.texts.say('imports.drop.label'));
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  // Every element that the pointer passes with the files enters before the one it came from is left.
  private readonly inside = signal(0);
  protected readonly over = computed(() => this.inside() > 0);

  protected entered(event: DragEvent): void {
    if (hasFiles(event)) this.inside.update((n) => n + 1);
  }

  protected left(event: DragEvent): void {
    if (hasFiles(event)) this.inside.update((n) => Math.max(0, n - 1));
  }

  protected moved(event: DragEvent): void {
    // Without this the browser would leave the page and show the file.
    if (hasFiles(event)) event.preventDefault();
  }

  protected dropped(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.inside.set(0);
    this.take(event.dataTransfer?.files);
  }

  protected pasted(event: ClipboardEvent): void {
    if (!isTyping(event)) this.take(event.clipboardData?.files);
  }

  protected chosen(): void {
    const field = this.field().nativeElement;
    this.take(field.files);
    // The same file chosen again is a change again.
    field.value = '';
  }

  private take(files: FileList | null | undefined): void {
    if (files?.length) this.files.emit([...files]);
  }
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
