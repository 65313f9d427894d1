import type { ColdStart, PoolPolicy } from '@poolrise/domain';
import type { policies } from '../../i18n/en/policies';
import type { Texts } from '../../i18n/texts';
import type { Format } from '../ui/format';

/** A constant of a rule set: its name, what it does, and how it is written. */
export interface PolicyFact {
  name: string;
  about: string;
  value: string;
}

export type FactKey = keyof typeof policies.fact;

/** Writes the constants of a rule set, group by group. */
export class PolicyWords {
  constructor(
    private readonly texts: Texts,
    private readonly format: Format,
  ) {}

  name(key: FactKey): string {
    return this.texts.say(`policies.fact.${key}.name`);
  }

  about(key: FactKey): string {
    return this.texts.say(`policies.fact.${key}.about`);
  }

  verdict({ verdict, capacity }: PoolPolicy): PolicyFact[] {
    const never = this.texts.say('policies.never');
    return [
      this.fact('passAt', this.share(verdict.passAt)),
      this.fact('clearPassAt', verdict.clearPassAt < 1 ? this.share(verdict.clearPassAt) : never),
      this.fact('clearStopAt', verdict.clearStopAt > 0 ? this.share(verdict.clearStopAt) : never),
      this.fact('minSampleShare', this.share(verdict.minSampleShare)),
      this.fact('checksPerRun', this.format.number(verdict.checksPerRun)),
      this.fact('hideRateStopAt', this.format.percent(verdict.hideRateStopAt)),
      this.fact('complaintCertainty', this.share(verdict.complaintCertainty)),
      this.fact('gatePriorTrials', this.format.number(verdict.gatePriorTrials)),
      ...(capacity
        ? [
            this.fact('demandTarget', this.texts.say('policies.times', { n: capacity.demandTarget })),
            this.fact('gain', this.format.percent(capacity.gain, 0)),
          ]
        : []),
    ];
  }

  peers({ prior, peerWindowDays }: PoolPolicy): PolicyFact[] {
    return [
      this.fact('peerWindowDays', this.texts.say('policies.days', { n: peerWindowDays })),
      this.fact('minPeers', this.format.number(prior.minPeers)),
      this.fact('strengthImpressions', this.impressions(prior.strengthImpressions)),
      this.fact('maxStrengthImpressions', this.impressions(prior.maxStrengthImpressions)),
    ];
  }

  coldStart({ coldStart }: PoolPolicy): PolicyFact[] {
    const greek = (['alpha', 'beta', 'gamma', 'theta'] as const).flatMap((letter) => {
      const value = coldStart[letter];
      return value === undefined ? [] : [this.fact(letter, String(value))];
    });
    const upTo = (quota: number) => this.texts.say('policies.upTo', { n: this.format.number(quota) });
    return [
      this.fact('baseQuota', this.format.number(coldStart.baseQuota)),
      this.fact('qualityQuota', upTo(coldStart.qualityQuota)),
      this.fact('creatorQuota', upTo(coldStart.creatorQuota)),
      this.fact('coldStartHours', this.texts.say('policies.hours', { n: coldStart.hours })),
      this.fact('formula', formulas[coldStart.formula]),
      ...greek,
    ];
  }

  feed({ agedOutHours, adLoad }: PoolPolicy): PolicyFact[] {
    const { positions } = adLoad;
    const list = positions.join(', ');
    const step = (positions.at(-1) ?? 0) - (positions.at(-2) ?? 0);
    const places = positions.length > 1 ? this.texts.say('policies.everyNth', { list, step }) : list;
    return [
      this.fact('agedOutHours', this.texts.say('policies.hours', { n: agedOutHours })),
      this.fact('adLoad', this.share(adLoad.max)),
      this.fact('positions', places),
    ];
  }

  private fact(key: FactKey, value: string): PolicyFact {
    return { name: this.name(key), about: this.about(key), value };
  }

  private share(ratio: number): string {
    return this.format.percent(ratio, 0);
  }

  private impressions(n: number): string {
    return this.texts.say('policies.impressions', { n: this.format.number(n) });
  }
}

/** As `boost-curve.ts` of the domain reckons them. */
const formulas: Record<ColdStart['formula'], string> = {
  A: 'max(α ÷ √(1 + βt + γx), 1)',
  B: 'max(α · e^(y(t) − x), 1)',
};
