import { Component, computed, inject, input } from '@angular/core';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { type LiftView, subjectOf } from './lift-subject';
import { LiftWords, ofHundredText } from './lift-words';

/** What was written down before it began: who looks at the result can see that it was not chosen afterwards. */
@Component({
  selector: 'app-lift-registered',
  imports: [T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'lift.registered.heading' | t }} <small>{{ hint() }}</small>
    </h2>
    <dl>
      @for (row of rows(); track row.name) {
        <dt>{{ row.name }}</dt>
        <dd>{{ row.text }}</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 7px 20px;
      margin: 10px 0 0;
      font-size: 13px;
    }
    dt {
      color: var(--pr-muted);
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
      text-wrap: pretty;
    }
  `,
})
export class LiftRegistered {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(LiftWords);
  readonly view = input.required<LiftView>();

  private readonly kind = computed(() => subjectOf(this.view()).kind);
  protected readonly hint = computed(() => this.texts.say(`lift.of.${this.kind()}.hint`));
  protected readonly rows = computed(() => {
    const { registration: was } = this.view();
    const say: Texts['say'] = (...words) => this.texts.say(...words);
    const ofHundred = (share: number) => ofHundredText(share, this.format);
    return [
      { name: say('lift.registered.at'), text: this.format.dateTime(was.registeredAt) },
      { name: say('lift.registered.starts'), text: this.format.dateTime(was.startsAt) },
      { name: say('lift.registered.metric'), text: say(`lift.arms.rate.${was.metric}`) },
      { name: say('lift.registered.share'), text: this.format.percent(was.share, 0) },
      {
        name: say('lift.registered.effect'),
        text: say('lift.registered.effectOf', { n: ofHundred(was.minimumEffect) }),
      },
      {
        name: say('lift.registered.base', this.words.names(this.kind())),
        text: say('lift.registered.baseOf', { n: ofHundred(was.baseRate) }),
      },
      {
        name: say('lift.registered.errors'),
        text: say('lift.registered.errorsOf', {
          alpha: this.format.percent(was.alpha, 0),
          power: this.format.percent(was.power, 0),
        }),
      },
      { name: say('lift.registered.window'), text: say('lift.registered.hours', { n: was.windowHours }) },
      {
        name: say('lift.registered.readers'),
        text: `${this.format.number(was.readersExpected)} / ${this.format.number(was.readersNeeded)}`,
      },
      {
        name: say('lift.registered.rule'),
        text: say('lift.registered.ruleOf', { at: this.format.dateTime(was.lastLookAt) }),
      },
    ];
  });
}
