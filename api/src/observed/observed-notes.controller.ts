import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ChooseNote,
  type CurveNotes,
  DropChoice,
  type NoteChoice,
  type FolkClaimsView,
  type ObservedNoteRow,
  ObservedNotesQuery,
  type ObservedNoteView,
  type Page,
  PageQuery,
  type UnmatchedName,
  UnmatchedQuery,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { FolkClaimsService } from './folk-claims.service';
import { ObservedNotesService } from './observed-notes.service';

@Controller()
export class ObservedNotesController {
  constructor(
    private readonly notes: ObservedNotesService,
    private readonly claims: FolkClaimsService,
  ) {}

  @Serves('observedNotes')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ObservedNotesQuery)) query: ObservedNotesQuery,
  ): Promise<Page<ObservedNoteRow>> {
    return this.notes.list(workspaceId, query);
  }

  @Serves('observedNote')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('observedNoteId', checkedId) noteId: string,
  ): Promise<ObservedNoteView> {
    return this.notes.one(workspaceId, noteId);
  }

  @Serves('curveNotes')
  curveNotes(
    @WorkspaceId() workspaceId: string,
    @Param('importId', checkedId) importId: string,
  ): Promise<CurveNotes> {
    return this.notes.likelyOf(workspaceId, importId);
  }

  @Serves('folkClaims')
  folkClaims(@WorkspaceId() workspaceId: string): Promise<FolkClaimsView> {
    return this.claims.findings(workspaceId);
  }

  @Serves('unmatchedNames')
  unmatched(
    @WorkspaceId() workspaceId: string,
    @Query(checked(UnmatchedQuery)) query: UnmatchedQuery,
  ): Promise<Page<UnmatchedName>> {
    return this.notes.unmatched(workspaceId, query);
  }

  @Serves('chooseNote')
  choose(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(ChooseNote)) ask: ChooseNote,
  ): Promise<void> {
    return this.notes.choose(workspaceId, person, ask);
  }

  @Serves('noteChoices')
  choices(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<NoteChoice>> {
    return this.notes.choices(workspaceId, query);
  }

  @Serves('dropChoice')
  drop(
    @WorkspaceId() workspaceId: string,
    @Body(checked(DropChoice)) { nameKey }: DropChoice,
  ): Promise<void> {
    return this.notes.drop(workspaceId, nameKey);
  }
}
