import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { MediaKitDesk, NewKitLinkView, OpenKitLink, SaveMediaKit } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const mediaKitPath = '/api/v1/media-kit';

/** Commands about the media kit of a desk. */
@Service()
export class MediaKitsApi {
  private readonly http = inject(HttpClient);

  save(ask: SaveMediaKit): Promise<MediaKitDesk> {
    return firstValueFrom(this.http.post<MediaKitDesk>(mediaKitPath, ask));
  }

  openLink(ask: OpenKitLink): Promise<NewKitLinkView> {
    return firstValueFrom(this.http.post<NewKitLinkView>(`${mediaKitPath}/links`, ask));
  }

  revokeLink(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${mediaKitPath}/links/${id}`));
  }
}
