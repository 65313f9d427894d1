import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { BoostView, LaunchBoost } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The commands of boosts. Reading is done where it is shown. */
@Service()
export class BoostsApi {
  private readonly http = inject(HttpClient);

  /** The same request key never launches twice: sending again after a lost answer returns the first boost. */
  launch(ask: LaunchBoost): Promise<BoostView> {
    return firstValueFrom(this.http.post<BoostView>('/api/v1/boosts', ask));
  }

  /** Safe to repeat. */
  stop(boostId: string): Promise<BoostView> {
    return firstValueFrom(this.http.post<BoostView>(`/api/v1/boosts/${boostId}/stop`, {}));
  }
}
