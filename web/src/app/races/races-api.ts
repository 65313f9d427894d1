import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { RaceView, StartRace } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const racesRoot = '/api/v1/races';

/** The commands of races. All are safe to repeat. */
@Service()
export class RacesApi {
  private readonly http = inject(HttpClient);

  start(ask: StartRace): Promise<RaceView> {
    return firstValueFrom(this.http.post<RaceView>(racesRoot, ask));
  }

  stop(raceId: string): Promise<RaceView> {
    return firstValueFrom(this.http.post<RaceView>(`${racesRoot}/${raceId}/stop`, {}));
  }

  keep(raceId: string): Promise<RaceView> {
    return firstValueFrom(this.http.post<RaceView>(`${racesRoot}/${raceId}/keep`, {}));
  }
}
