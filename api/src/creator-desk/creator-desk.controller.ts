import { Body, Controller, Header, Query, type StreamableFile } from '@nestjs/common';
import {
  DataCentreQuery,
  type DataCentreView,
  type DataNoteRow,
  DataNotesQuery,
  type DeskToday,
  type Page,
  TakeDataNotes,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { DataCentreQueries } from './data-centre.queries';
import { DataNotesQueries } from './data-notes.queries';
import { TodayQueries } from './today.queries';

@Controller()
export class CreatorDeskController {
  constructor(
    private readonly today: TodayQueries,
    private readonly centre: DataCentreQueries,
    private readonly notes: DataNotesQueries,
  ) {}

  @Serves('deskToday')
  now(@WorkspaceId() workspaceId: string, @SignedIn() person: CallingPerson): Promise<DeskToday> {
    return this.today.today(workspaceId, person.role);
  }

  @Serves('dataCentre')
  figures(
    @WorkspaceId() workspaceId: string,
    @Query(checked(DataCentreQuery)) ask: DataCentreQuery,
  ): Promise<DataCentreView> {
    return this.centre.view(workspaceId, ask);
  }

  @Serves('dataCentreNotes')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(DataNotesQuery)) ask: DataNotesQuery,
  ): Promise<Page<DataNoteRow>> {
    return this.notes.list(workspaceId, ask);
  }

  @Serves('takeDataNotes')
  @Header('cache-control', 'no-store')
  file(
    @WorkspaceId() workspaceId: string,
    @Body(checked(TakeDataNotes)) ask: TakeDataNotes,
  ): Promise<StreamableFile> {
    return this.notes.file(workspaceId, ask);
  }
}
