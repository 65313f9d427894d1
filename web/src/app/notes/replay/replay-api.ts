import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AskReplay, SimulationView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The commands of replays. Reading is done where it is shown. */
@Service()
export class ReplayApi {
  private readonly http = inject(HttpClient);

  /** The same request key never asks twice. */
  ask(noteId: string, ask: AskReplay): Promise<SimulationView> {
    return firstValueFrom(this.http.post<SimulationView>(`/api/v1/notes/${noteId}/replays`, ask));
  }

  /** Safe to repeat. */
  cancel(simulationId: string): Promise<SimulationView> {
    return firstValueFrom(this.http.post<SimulationView>(`/api/v1/simulations/${simulationId}/cancel`, {}));
  }
}
