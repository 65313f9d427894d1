import { inject, Service } from '@angular/core';
import type { EffectView, OneMoreVoucher } from '@poolrise/contracts';
import { judgeOneMore, oneMoreCost, type OneMoreJudgement } from '@poolrise/domain';
import { Texts } from '../../../i18n/texts';
import { signed } from '../../notes/replay/replay-words';
import { Format } from '../../ui/format';

export type Answered = OneMoreVoucher & { result: NonNullable<OneMoreVoucher['result']> };

/** What the boost of an answer costs for as much as is delivered. */
export const costOf = ({ boost, result }: Answered): number => oneMoreCost(boost, result.from.paid);

/** The judgement at a price of a read that somebody tries. */
export function judgedAt(answer: Answered, centsPerRead: number, cents = costOf(answer)): OneMoreJudgement {
  const { note, others, net } = answer.result;
  return judgeOneMore(
    { note: note.difference.reads, others: others.difference.reads, net },
    { cents, centsPerRead },
  );
}

/** Answers in words. */
@Service()
export class OneMoreWords {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  /** The one sentence that the page is for. */
  verdict(answer: Answered, centsPerRead: number): string {
    const { note, others, net } = answer.result;
    const judged = judgedAt(answer, centsPerRead);
    const quiet = judged.verdict === 'no-effect';
    return this.texts.say(`oneMore.verdict.${judged.verdict}`, {
      ...this.range(quiet ? note.difference.reads : net),
      note: this.format.number(Math.round(note.difference.reads.mean)),
      lost: this.format.number(Math.round(Math.abs(others.difference.reads.mean))),
      net: this.change(net.mean),
      cost: this.format.roundMoney(Math.round(costOf(answer))),
      worth: this.format.money(Math.round(judged.worthCents.mean)),
      price: this.format.money(Math.round(centsPerRead)),
    });
  }

  /** What the brand's other notes lose or win, in reads. */
  others({ others }: Answered['result']): string {
    const { reads } = others.difference;
    const n = this.format.number(others.notes);
    if (others.notes === 0) return this.texts.say('oneMore.from.brandAlone');
    if (!reads.visible) return this.texts.say('oneMore.from.brandNone', { n });
    return this.texts.say(reads.mean < 0 ? 'oneMore.from.brandLost' : 'oneMore.from.brandWon', {
      n,
      reads: this.format.number(Math.round(Math.abs(reads.mean))),
      ...this.range(reads),
    });
  }

  /** Whether the voucher would do more elsewhere. */
  best({ fresh }: Answered['result']): string {
    if (!fresh) return this.texts.say('oneMore.best.none');
    const { gain, title, worlds } = fresh;
    const way = !gain.visible ? 'same' : gain.mean > 0 ? 'better' : 'worse';
    return this.texts.say(`oneMore.best.${way}`, {
      title,
      worlds: this.format.number(worlds),
      gain: this.format.number(Math.round(Math.abs(gain.mean))),
      ...this.range(gain),
    });
  }

  range({ low, high }: Pick<EffectView, 'low' | 'high'>): { low: string; high: string } {
    return { low: this.change(low), high: this.change(high) };
  }

  rangeText(effect: Pick<EffectView, 'low' | 'high'>): string {
    return this.texts.say('oneMore.table.range', this.range(effect));
  }

  change(value: number): string {
    return signed(value, this.format);
  }
}
