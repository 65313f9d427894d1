import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type ImportListItem,
  type ImportRowView,
  type ImportRetention,
  ImportRowsQuery,
  type ImportTemplateList,
  type ImportView,
  KeepImport,
  KeepTemplate,
  MapImport,
  type Page,
  PageQuery,
  RejectedRowsQuery,
  SetImportRetention,
  UploadQuery,
} from '@poolrise/contracts';
import type { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Refused } from '../http/refused';
import { Serves } from '../http/serves';
import { ImportRetentionService } from './import-retention.service';
import { ImportTemplatesService } from './import-templates.service';
import { ImportsService } from './imports.service';
import { RejectedRows } from './rejected-rows';

@Controller()
export class ImportsController {
  constructor(
    private readonly files: ImportsService,
    private readonly templates: ImportTemplatesService,
    private readonly rejected: RejectedRows,
    private readonly retention: ImportRetentionService,
  ) {}

  @Serves('imports')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<ImportListItem>> {
    return this.files.list(workspaceId, query);
  }

  @Serves('uploadImport')
  upload(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Query(checked(UploadQuery)) query: UploadQuery,
    @Body() body: unknown,
  ): Promise<ImportView> {
    if (!(body instanceof Readable)) throw new Refused('unsupported-media-type');
    return this.files.upload(workspaceId, person, query, body);
  }

  @Serves('import')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('importId', checkedId) importId: string,
  ): Promise<ImportView> {
    return this.files.one(workspaceId, importId);
  }

  @Serves('importRows')
  rows(
    @WorkspaceId() workspaceId: string,
    @Param('importId', checkedId) importId: string,
    @Query(checked(ImportRowsQuery)) query: ImportRowsQuery,
  ): Promise<Page<ImportRowView>> {
    return this.files.rows(workspaceId, importId, query);
  }

  @Serves('rejectedRows')
  rejectedRows(
    @WorkspaceId() workspaceId: string,
    @Param('importId', checkedId) importId: string,
    @Query(checked(RejectedRowsQuery)) { language }: RejectedRowsQuery,
  ): Promise<StreamableFile> {
    return this.rejected.file(workspaceId, importId, language);
  }

  @Serves('mapImport')
  map(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('importId', checkedId) importId: string,
    @Body(checked(MapImport)) { mapping }: MapImport,
  ): Promise<ImportView> {
    return this.files.map(workspaceId, person, importId, mapping);
  }

  @Serves('commitImport')
  commit(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('importId', checkedId) importId: string,
  ): Promise<ImportView> {
    return this.files.commit(workspaceId, person, importId);
  }

  @Serves('undoImport')
  undo(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('importId', checkedId) importId: string,
  ): Promise<ImportView> {
    return this.files.undo(workspaceId, person, importId);
  }

  @Serves('dropImport')
  drop(@WorkspaceId() workspaceId: string, @Param('importId', checkedId) importId: string): Promise<void> {
    return this.files.drop(workspaceId, importId);
  }

  @Serves('keepImport')
  keepUntil(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('importId', checkedId) importId: string,
    @Body(checked(KeepImport)) { keptUntil }: KeepImport,
  ): Promise<ImportView> {
    return this.retention.keep(workspaceId, person, importId, keptUntil);
  }

  @Serves('importRetention')
  keptFor(@WorkspaceId() workspaceId: string): Promise<ImportRetention> {
    return this.retention.ofWorkspace(workspaceId);
  }

  @Serves('setImportRetention')
  keepFor(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(SetImportRetention)) { months }: SetImportRetention,
  ): Promise<ImportRetention> {
    return this.retention.set(workspaceId, person, months);
  }

  @Serves('importTemplates')
  kept(@WorkspaceId() workspaceId: string): Promise<ImportTemplateList> {
    return this.templates.list(workspaceId);
  }

  @Serves('keepImportTemplate')
  keep(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(KeepTemplate)) ask: KeepTemplate,
  ): Promise<ImportTemplateList> {
    return this.templates.keep(workspaceId, person, ask);
  }

  @Serves('dropImportTemplate')
  forget(
    @WorkspaceId() workspaceId: string,
    @Param('templateId', checkedId) templateId: string,
  ): Promise<void> {
    return this.templates.drop(workspaceId, templateId);
  }
}
