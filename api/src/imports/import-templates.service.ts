import { Injectable } from '@nestjs/common';
import {
  importLimits,
  type ImportMapping,
  type ImportTemplateList,
  type KeepTemplate,
} from '@poolrise/contracts';
import { type MappingTemplate, saveTemplate } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { ImportFile } from './import-file.entity';

/** Mappings that a workspace keeps, so that the next file of the same make needs no questions. */
@Injectable()
export class ImportTemplatesService {
  constructor(private readonly db: Db) {}

  list(workspaceId: string): Promise<ImportTemplateList> {
    return this.db.inWorkspace(workspaceId, listOf);
  }

  /**
   * Keeps the mapping of a file; under a name that is there already, in place of the one before.
   * @throws Refused not-found, import-not-so-far, too-many-kept
   */
  keep(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    { importId, name }: KeepTemplate,
    now = new Date(),
  ): Promise<ImportTemplateList> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const file = await tx.findOneBy(ImportFile, { id: importId });
      if (!file) throw new Refused('not-found', { field: '/importId' });
      if (!file.mapping)
        throw new Refused('import-not-so-far', {
          field: '/importId',
          detail: 'The file has no mapping yet that could be kept.',
        });
      await tx.query(
        `insert into import_template (workspace_id, name, sheets, written_by, written_at) values ($1, $2, $3, $4, $5)
         on conflict (workspace_id, name) do update
           set sheets = excluded.sheets, written_by = excluded.written_by, written_at = excluded.written_at`,
        [workspaceId, name, JSON.stringify(templatesOf(file.mapping as ImportMapping)), person.id, now],
      );
      const kept = await listOf(tx);
      if (kept.items.length > importLimits.templates)
        throw new Refused('too-many-kept', { figures: { most: importLimits.templates } });
      return kept;
    });
  }

  /** @throws Refused not-found */
  async drop(workspaceId: string, templateId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const gone = await tx.query<{ id: string }[]>(
        'with gone as (delete from import_template where id = $1 returning id) select id from gone',
        [templateId],
      );
      if (!gone.length) throw new Refused('not-found', { field: 'path.templateId' });
    });
  }
}

const templatesOf = ({ sheets }: ImportMapping): MappingTemplate[] =>
  sheets.map(({ mapping }) =>
    saveTemplate(
      mapping.columns.map(({ header }) => header),
      mapping,
    ),
  );

async function listOf(tx: EntityManager): Promise<ImportTemplateList> {
  const items = await tx.query<ImportTemplateList['items']>(
    `select template.id, template.name,
       array(select distinct sheet -> 'mapping' ->> 'kind' from jsonb_array_elements(sheets) sheet
         where sheet -> 'mapping' ->> 'kind' is not null) as kinds,
       coalesce(person.name, '') as "writtenBy", ${isoInstant('written_at')} as "writtenAt"
     from import_template template left join person on person.id = written_by
     order by written_at desc, template.id limit ${importLimits.templates + 1}`,
  );
  return { items };
}

/** Kept mappings of a workspace, the latest first; for the job that reads files. */
export async function templatesIn(
  tx: EntityManager,
  workspaceId: string,
): Promise<{ name: string; sheets: MappingTemplate[] }[]> {
  return tx.query(
    `select name, sheets from import_template where workspace_id = $1 order by written_at desc, id
     limit ${importLimits.templates}`,
    [workspaceId],
  );
}
