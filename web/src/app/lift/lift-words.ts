import { inject, Service } from '@angular/core';
import type { LiftInterval } from '@poolrise/contracts';
import type { LiftVerdict, TrialSubject } from '@poolrise/domain';
import { Texts } from '../../i18n/texts';
import type { Tone } from '../ui/chip';
import { Format } from '../ui/format';
import type { IconName } from '../ui/icons';
import { isOfBoost, type LiftView, subjectOf } from './lift-subject';

const looks: Readonly<Record<LiftVerdict, { tone: Tone; icon: IconName }>> = {
  'too-early': { tone: 'neutral', icon: 'pending' },
  'not-yet': { tone: 'action', icon: 'pending' },
  lift: { tone: 'passed', icon: 'passed' },
  hurt: { tone: 'stopped', icon: 'arrow-down-small' },
  'cannot-tell': { tone: 'neutral', icon: 'trend-flat' },
  'arms-off': { tone: 'stopped', icon: 'error' },
};

const hourMs = 3_600_000;

/** A share as so many of a hundred readers: 2, 0.5, 0.03. */
export function ofHundredText(share: number, format: Format): string {
  const digits = [0, 1, 2].find(
    (count) => Math.abs(share * 100 - Number((share * 100).toFixed(count))) < 1e-6,
  );
  return format.decimal(share * 100, Math.min(digits ?? 2, share < 0.001 ? 2 : 1));
}

/** What a trial says, in the words of whoever reads it. Whole percents: nobody decides by a tenth of one. */
@Service()
export class LiftWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  look({ verdict }: LiftView): { tone: Tone; icon: IconName; word: string } {
    return { ...looks[verdict], word: this.texts.say(`lift.state.${verdict}`) };
  }

  /** The one sentence that the page is there for. */
  sentence(view: LiftView): string {
    const { verdict, registration, counts } = view;
    const { metric, windowHours } = registration;
    const did = this.did(view);
    const about = { ...this.names(subjectOf(view).kind), did, act: this.texts.say(`lift.act.${metric}`) };
    switch (verdict) {
      case 'too-early':
        return counts.exposed.readers + counts.heldOut.readers > 0
          ? this.texts.say('lift.says.too-early-ended', about)
          : this.texts.say('lift.says.too-early', { hours: windowHours, at: this.firstAt(view) });
      case 'lift':
        return this.texts.say('lift.says.lift', {
          ...about,
          n: this.format.number(counts.exposed.acting),
          share: this.about(view.incrementality),
        });
      case 'hurt':
        return this.texts.say('lift.says.hurt', { ...about, ratio: this.ratio(view.ratio) });
      case 'arms-off':
        return this.texts.say('lift.says.arms-off');
      default:
        return this.texts.say(`lift.says.${verdict}`, { ...about, share: this.known(view, about) });
    }
  }

  /** What readers were counted by, as a part of a sentence: read the note. */
  did(view: LiftView): string {
    return isOfBoost(view)
      ? this.texts.say(`lift.did.boost.${view.registration.metric}`)
      : this.texts.say(`lift.did.campaign.${view.registration.metric}`);
  }

  /** What the texts of a trial call what it is of. */
  names(kind: TrialSubject): Record<'it' | 'this' | 'without' | 'otherwise', string> {
    return {
      it: this.texts.say(`lift.of.${kind}.it`),
      this: this.texts.say(`lift.of.${kind}.this`),
      without: this.texts.say(`lift.of.${kind}.without`),
      otherwise: this.texts.say(`lift.of.${kind}.otherwise`),
    };
  }

  /** about 78% (64% to 87%) */
  about(interval: LiftInterval | null): string {
    if (!interval) return this.format.percent(null);
    return this.texts.say('lift.about', { mid: this.share(interval.mid), ...this.ends(interval) });
  }

  /** 64% to 87% */
  between(interval: LiftInterval | null): string {
    return interval ? this.texts.say('lift.between', this.ends(interval)) : '';
  }

  /** A share that may have no lower end, or one so low that its figure says nothing. */
  share(value: number | null): string {
    if (value === null || value < -1) return this.texts.say('lift.below', { n: this.format.percent(-1, 0) });
    return this.format.percent(value, 0);
  }

  /** ×0.60 (×0.42 to ×0.81); an upper end that is not there is left open. */
  ratio(interval: LiftInterval | null): string {
    if (!interval || interval.mid === null) return this.format.lift(null);
    const high = interval.high === null ? '∞' : this.format.lift(interval.high);
    return this.texts.say('lift.about', {
      mid: this.format.lift(interval.mid),
      low: this.format.lift(interval.low),
      high,
    });
  }

  private ends({ low, high }: LiftInterval): { low: string; high: string } {
    return { low: this.share(low), high: this.share(high) };
  }

  private known({ incrementality }: LiftView, about: { it: string; did: string }): string {
    return incrementality
      ? this.texts.say('lift.says.share-known', { ...about, ...this.ends(incrementality) })
      : this.texts.say('lift.state.too-early');
  }

  /** When the first reader's time can be over. */
  private firstAt({ registration: { startsAt, windowHours } }: LiftView): string {
    return this.format.dateTime(new Date(Date.parse(startsAt) + (windowHours + 1) * hourMs));
  }
}
