import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { ChooseCreator, CreatorInFiles, DropCreatorChoice } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

const path = '/api/v1/unmatched-creators/choices';

/** Somebody of the directory, or the creator of other files. */
export interface PickedCreator {
  creatorId: string | null;
  sameAs: string | null;
  name: string;
}

/** Commands about who the creators of files are. */
@Service()
export class ChoosingCreators {
  private readonly http = inject(HttpClient);
  private readonly dialog = inject(MatDialog);

  /** Lets a person look for somebody; undefined where nobody was picked. */
  async pick(self: string): Promise<PickedCreator | undefined> {
    const { PickCreatorDialog } = await import('./pick-creator-dialog');
    const opened = this.dialog.open<unknown, { self: string }, PickedCreator>(PickCreatorDialog, {
      data: { self },
      width: '560px',
    });
    return firstValueFrom(opened.afterClosed());
  }

  choose(observedCreatorId: string, who: Pick<PickedCreator, 'creatorId' | 'sameAs'> | null): Promise<void> {
    const ask: ChooseCreator = {
      observedCreatorId,
      creatorId: who?.creatorId ?? null,
      sameAs: who?.sameAs ?? null,
    };
    return firstValueFrom(this.http.post<void>(path, ask));
  }

  drop(nameKey: string): Promise<void> {
    const ask: DropCreatorChoice = { nameKey };
    return firstValueFrom(this.http.post<void>(`${path}/dropped`, ask));
  }

  /** Under which address files know somebody of the directory. */
  async inFiles(creatorId: string): Promise<string | null> {
    const { observed } = await firstValueFrom(
      this.http.get<CreatorInFiles>(`/api/v1/creators/${creatorId}/in-files`),
    );
    return observed?.id ?? null;
  }
}
