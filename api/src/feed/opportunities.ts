import { type Opportunity, readerArms } from '@poolrise/domain';

/** More than these are forgotten and written down once more, which changes nothing. */
const rememberedMax = 200_000;

/** Which trials had a note chosen for which readers: written down once, in the transaction of the page it happened on. */
export class Opportunities {
  private readonly written = new Set<string>();

  /** The statement that writes down what is new, or nothing; the reader and the ids are numbers that we made ourselves. */
  note(reader: string, met: readonly Opportunity[]): string {
    const fresh = met.filter(({ trialId }) => !this.written.has(trialId + reader));
    if (!fresh.length) return '';
    const rows = fresh.map(
      ({ trialId, arm }) => `('${trialId}', ${reader}, ${readerArms.indexOf(arm)}, now())`,
    );
    return `insert into trial_opportunity (trial_id, reader_key, arm, first_at) values ${rows.join(', ')}
      on conflict on constraint trial_opportunity_pkey do nothing; `;
  }

  /** To be called once they are durable: what is remembered is not written again. */
  noted(reader: string, met: readonly Opportunity[]): void {
    if (this.written.size >= rememberedMax) this.written.clear();
    for (const { trialId } of met) this.written.add(trialId + reader);
  }
}
