import { Injectable } from '@nestjs/common';
import {
  type BriefPresets,
  type BriefTemplatesQuery,
  type BriefTemplateVersion,
  briefTemplatesMost,
  type BriefTemplateView,
  type ChangeBriefTemplate,
  type Page,
  type PageQuery,
  type WriteBriefTemplate,
} from '@poolrise/contracts';
import { briefPresetsOn, dayInShanghai, type Language, orderRulesOn } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { constraintOf, Db } from '../db/db';
import type { Caller } from '../http/caller';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { BriefTemplate } from './brief-template.entity';

const viewSql = `
  select t.id, t.name, t.version, t.content, person.name as "changedBy", ${isoInstant('t.created_at')} as "createdAt",
    ${isoInstant('t.changed_at')} as "changedAt"
  from brief_template t left join person on person.id = t.changed_by`;

/** Briefs that a workspace keeps to use again. */
@Injectable()
export class BriefTemplatesService {
  constructor(private readonly db: Db) {}

  /** What comes with the product today. */
  presets(language: Language, now = new Date()): BriefPresets {
    const day = dayInShanghai(now);
    const { protectionDaysLeast } = orderRulesOn(day);
    return {
      items: briefPresetsOn(day, language, protectionDaysLeast).map(({ name, template }) => ({
        name,
        content: template,
      })),
    };
  }

  /** The latest change first; at most as many as a workspace may keep. @throws Refused invalid-cursor */
  async list(workspaceId: string, ask: BriefTemplatesQuery): Promise<Page<BriefTemplateView>> {
    const [, at, id] = decodeCursor(ask.cursor, z.literal('brief-templates'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<BriefTemplateView>(
      workspaceId,
      `${viewSql} where t.workspace_id = $1 and ($2::timestamptz is null or (t.changed_at, t.id) < ($2, $3::uuid))
         and ($4::text is null or t.content ->> 'category' = $4)
       order by t.changed_at desc, t.id desc limit $5`,
      [workspaceId, at, id, ask.category ?? null, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      (row) => row,
      (row) => ['brief-templates', row.changedAt, row.id],
    );
  }

  /** Versions, the latest first. @throws Refused not-found, invalid-cursor */
  versions(workspaceId: string, id: string, ask: PageQuery): Promise<Page<BriefTemplateVersion>> {
    const [, before] = decodeCursor(ask.cursor, z.literal('template-versions'), z.int()) ?? [];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await viewOf(tx, id);
      const rows = await tx.query<BriefTemplateVersion[]>(
        `select v.version, v.name, v.content, person.name as by, ${isoInstant('v.at')} as at
           from brief_template_version v left join person on person.id = v.person_id
          where v.template_id = $1 and ($2::int is null or v.version < $2)
          order by v.version desc limit $3`,
        [id, before, ask.limit + 1],
      );
      return pageFrom(
        rows,
        ask.limit,
        (row) => row,
        (row) => ['template-versions', row.version],
      );
    });
  }

  /**
   * Keeps a template, or returns the one already kept under the same request key.
   * @throws Refused name-taken, too-many-kept, request-key-reused
   */
  write(caller: Caller, ask: WriteBriefTemplate, now = new Date()): Promise<BriefTemplateView> {
    const { workspaceId } = caller;
    const { requestKey, ...input } = ask;
    const requestHash = requestFingerprint(input);
    return named(
      this.db.inWorkspace(workspaceId, async (tx) => {
        // The workspace's row is the lock: two of the same request, and the last template that fits, queue here.
        await tx.query('select from workspace where id = $1 for no key update', [workspaceId]);
        const earlier = await tx.findOneBy(BriefTemplate, { workspaceId, requestKey });
        if (earlier && earlier.requestHash !== requestHash)
          throw new Refused('request-key-reused', { field: '/requestKey' });
        if (earlier) return viewOf(tx, earlier.id);
        const kept = await tx.countBy(BriefTemplate, { workspaceId });
        if (kept >= briefTemplatesMost)
          throw new Refused('too-many-kept', {
            detail: `This workspace has ${kept} templates; ${briefTemplatesMost} is the most.`,
            figures: { kept, most: briefTemplatesMost },
          });
        const made = await tx.save(
          tx.create(BriefTemplate, {
            ...input,
            workspaceId,
            requestKey,
            requestHash,
            version: 1,
            changedBy: caller.person?.id ?? null,
            createdAt: now,
            changedAt: now,
          }),
        );
        await keepVersion(tx, made);
        return viewOf(tx, made.id);
      }),
    );
  }

  /** Writes a new version. @throws Refused not-found, name-taken, brief-moved-on */
  change(
    caller: Caller,
    id: string,
    { version, name, content }: ChangeBriefTemplate,
    now = new Date(),
  ): Promise<BriefTemplateView> {
    return named(
      this.db.inWorkspace(caller.workspaceId, async (tx) => {
        const kept = await tx.findOne(BriefTemplate, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!kept) throw noSuchTemplate();
        if (kept.version !== version)
          throw new Refused('brief-moved-on', {
            field: '/version',
            figures: { version, current: kept.version },
          });
        Object.assign(kept, { name, content, version: version + 1, changedAt: now });
        kept.changedBy = caller.person?.id ?? null;
        await tx.save(BriefTemplate, kept);
        await keepVersion(tx, kept);
        return viewOf(tx, id);
      }),
    );
  }

  /** Deletes a template with its versions. @throws Refused not-found */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const { affected } = await tx.delete(BriefTemplate, { id });
      if (!affected) throw noSuchTemplate();
    });
  }
}

async function keepVersion(tx: EntityManager, kept: BriefTemplate): Promise<void> {
  await tx.query(
    `insert into brief_template_version (template_id, version, workspace_id, name, content, person_id, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      kept.id,
      kept.version,
      kept.workspaceId,
      kept.name,
      JSON.stringify(kept.content),
      kept.changedBy,
      kept.changedAt,
    ],
  );
}

async function viewOf(tx: EntityManager, id: string): Promise<BriefTemplateView> {
  const [found] = await tx.query<BriefTemplateView[]>(`${viewSql} where t.id = $1`, [id]);
  if (!found) throw noSuchTemplate();
  return found;
}

const noSuchTemplate = (): Refused => new Refused('not-found', { field: 'path.briefTemplateId' });

/** @throws Refused name-taken */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (constraintOf(error) === 'one_template_per_name') throw new Refused('name-taken', { field: '/name' });
    throw error;
  }
}
