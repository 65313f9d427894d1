import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { MediaView } from '@poolrise/contracts';
import { firstValueFrom, type Observable } from 'rxjs';

const path = '/api/v1/media';

/** Pictures and videos of this workspace. */
@Service()
export class MediaApi {
  private readonly http = inject(HttpClient);

  /** The file as it is, with how much of it has been sent. */
  upload(file: Blob, name: string): Observable<HttpEvent<MediaView>> {
    return this.http.post<MediaView>(path, file, {
      params: { name: name.slice(0, 255) },
      headers: { 'content-type': 'application/octet-stream' },
      observe: 'events',
      reportProgress: true,
    });
  }

  one(id: string): Promise<MediaView> {
    return firstValueFrom(this.http.get<MediaView>(`${path}/${id}`));
  }
}
