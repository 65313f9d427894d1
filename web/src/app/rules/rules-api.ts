import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChangeRule, RuleView, SwitchRule, WriteRule } from '@poolrise/contracts';
import type { RuleState } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import type { Tone } from '../ui/chip';

export const rulesRoot = '/api/v1/rules';

/** The commands of rules. */
@Service()
export class RulesApi {
  private readonly http = inject(HttpClient);

  write(ask: WriteRule): Promise<RuleView> {
    return this.post('', ask);
  }

  change(ruleId: string, ask: ChangeRule): Promise<RuleView> {
    return this.post(`/${ruleId}`, ask);
  }

  switch(ruleId: string, ask: SwitchRule): Promise<RuleView> {
    return this.post(`/${ruleId}/state`, ask);
  }

  async delete(ruleId: string): Promise<void> {
    await firstValueFrom(this.http.delete<void>(`${rulesRoot}/${ruleId}`));
  }

  private post(what: string, body: object): Promise<RuleView> {
    return firstValueFrom(this.http.post<RuleView>(`${rulesRoot}${what}`, body));
  }
}

export const ruleTone: Record<RuleState, Tone> = { live: 'passed', 'dry-run': 'paid', off: 'neutral' };
