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
import type { MediaView, ProfessionalView } from '@poolrise/contracts';
import {
  professionalAnswerDays,
  professionalDays,
  professionalTermsMark,
  readCreditCode,
} from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { mediaUploads } from '../media/media-uploads';
import { Refusal } from '../problems/refusal';
import { sending } from '../problems/sending';
import { Format } from '../ui/format';
import { TextField } from '../ui/text-field';
import { Toast } from '../ui/toast';
import { ProfessionalApi } from './professional-api';

type Field = 'legalName' | 'creditCode' | 'contactName' | 'contactPhone';
const lengths: Readonly<Record<Field, number>> = {
  legalName: 100,
  creditCode: 40,
  contactName: 40,
  contactPhone: 20,
};

/** A licence to be looked at: what stands on it, its picture, and whom to ask. */
@Component({
  selector: 'app-apply-form',
  imports: [MatButton, Refusal, T, TextField],
  template: `
    <form novalidate (submit)="send($event)">
      <h2>{{ (renewal() ? 'professional.form.renew' : 'professional.form.title') | t }}</h2>
      <p class="pr-muted">{{ 'professional.form.text' | t: terms }}</p>
      <div class="fields">
        <app-text-field
          name="legalName"
          [label]="'professional.form.name' | t"
          [most]="lengths.legalName"
          [value]="typed().legalName"
          [fault]="fault('legalName')"
          (typed)="set('legalName', $event)"
        />
        <app-text-field
          name="creditCode"
          [label]="'professional.form.code' | t"
          [hint]="'professional.form.codeHint' | t"
          [most]="lengths.creditCode"
          [value]="typed().creditCode"
          [fault]="fault('creditCode')"
          (typed)="set('creditCode', $event)"
        />
        <app-text-field
          name="contactName"
          [label]="'professional.form.contact' | t"
          [most]="lengths.contactName"
          [value]="typed().contactName"
          [fault]="fault('contactName')"
          (typed)="set('contactName', $event)"
        />
        <app-text-field
          name="contactPhone"
          [label]="'professional.form.phone' | t"
          [most]="lengths.contactPhone"
          [value]="typed().contactPhone"
          [fault]="fault('contactPhone')"
          (typed)="set('contactPhone', $event)"
        />
      </div>
      <div class="licence">
        <b id="licence-label">{{ 'professional.form.licence' | t }}</b>
        @if (licence(); as picture) {
          <img [src]="picture.thumbUrl ?? picture.url" [alt]="'professional.form.licence' | t" />
        }
        <input
          #picker
          class="pr-only-screen-reader"
          type="file"
          tabindex="-1"
          accept="image/jpeg,image/png,image/webp"
          aria-labelledby="licence-label"
          (change)="chosen()"
        />
        <button matButton="outlined" type="button" (click)="picker.click()">
          {{ (licence() ? 'professional.form.another' : 'professional.form.choose') | t }}
        </button>
        @for (upload of uploads.list(); track upload.key) {
          <p [class.fault]="upload.refusal" role="status">
            {{ upload.refusal ?? progress(upload.share) }}
          </p>
        } @empty {
          @if (tried() && !licence()) {
            <p class="fault" role="alert">{{ 'professional.form.fault.licence' | t }}</p>
          } @else {
            <p class="pr-muted">{{ 'professional.form.licenceHint' | t }}</p>
          }
        }
      </div>
      <app-refusal [words]="sending.refusal()" />
      <button matButton="filled" type="submit" disabledInteractive [disabled]="sending.busy()">
        {{ (sending.busy() ? 'professional.form.sending' : 'professional.form.send') | t }}
      </button>
    </form>
  `,
  styles: `
    h2 {
      font-size: 15px;
      font-weight: 650;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
      gap: 0 16px;
    }
    .licence {
      display: grid;
      gap: 6px;
      justify-items: start;
      margin: 14px 0;
      font-size: 13px;
    }
    .licence b {
      font-weight: 400;
    }
    img {
      max-width: 220px;
      max-height: 160px;
      border-radius: 8px;
    }
    p {
      font-size: 12.5px;
    }
    .fault {
      color: var(--pr-stopped);
    }
  `,
})
export class ApplyForm {
  private readonly api = inject(ProfessionalApi);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  private readonly format = inject(Format);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');
  /** of this application, however often it is sent */
  private requestKey = crypto.randomUUID();
  readonly renewal = input.required<boolean>();
  readonly sent = output<ProfessionalView>();

  protected readonly lengths = lengths;
  protected readonly terms = {
    days: professionalAnswerDays,
    year: professionalDays,
    mark: professionalTermsMark,
  };
  protected readonly typed = signal({ legalName: '', creditCode: '', contactName: '', contactPhone: '' });
  protected readonly licence = signal<MediaView | null>(null);
  protected readonly tried = signal(false);
  protected readonly sending = sending();
  protected readonly uploads = mediaUploads((media) => this.licence.set(media));

  private readonly faults = computed((): Partial<Record<Field, string>> => {
    const { legalName, creditCode, contactName, contactPhone } = this.typed();
    const say = this.texts.say.bind(this.texts);
    const code = this.codeFault(creditCode);
    return {
      ...(legalName.trim().length < 2 && { legalName: say('professional.form.fault.legalName') }),
      ...(code && { creditCode: code }),
      ...(contactName.trim() === '' && { contactName: say('professional.form.fault.contactName') }),
      ...(!/^\+?[\d\s-]{5,20}$/.test(contactPhone.trim()) && {
        contactPhone: say('professional.form.fault.contactPhone'),
      }),
    };
  });

  private codeFault(text: string): string | null {
    const read = readCreditCode(text);
    if ('code' in read) return null;
    if (read.fault === 'length') return this.texts.say('professional.form.fault.length', { n: read.found });
    if (read.fault === 'sign')
      return this.texts.say('professional.form.fault.sign', { sign: read.sign, place: read.place });
    return this.texts.say('professional.form.fault.checksum');
  }

  protected fault(field: Field): string | null {
    return this.tried() ? (this.faults()[field] ?? null) : null;
  }

  protected set(field: Field, text: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: text }));
  }

  protected progress(share: number): string {
    return this.texts.say('professional.form.uploading', { share: this.format.percent(share, 0) });
  }

  protected chosen(): void {
    const { nativeElement } = this.picker();
    const files = [...(nativeElement.files ?? [])].slice(0, 1);
    nativeElement.value = '';
    for (const { key } of this.uploads.list()) this.uploads.dismiss(key);
    this.uploads.send(files, 'image');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.target instanceof Element ? event.target : null;
    this.tried.set(true);
    const licence = this.licence();
    if (!licence || Object.keys(this.faults()).length > 0) {
      setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const typed = this.typed();
    const ask = {
      legalName: typed.legalName.trim(),
      creditCode: typed.creditCode.trim(),
      contactName: typed.contactName.trim(),
      contactPhone: typed.contactPhone.trim(),
      licenceMediaId: licence.id,
      requestKey: this.requestKey,
    };
    await this.sending.send(async () => {
      const view = await this.api.apply(ask);
      this.requestKey = crypto.randomUUID();
      this.toast.say(this.texts.say('professional.form.sent'));
      this.sent.emit(view);
    });
  }
}
