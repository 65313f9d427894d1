import { Readable } from 'node:stream';
import type {
  ChooseCreator,
  ChooseNote,
  ImportMapping,
  ObservedCreatorsQuery,
  ObservedNotesQuery,
} from '@poolrise/contracts';
import { CreatorNames } from '../src/imports/creator-names.service';
import { ImportJobs } from '../src/imports/import-jobs';
import { ImportsService } from '../src/imports/imports.service';
import { NoteNames } from '../src/imports/note-names.service';
import { ObservedCreatorsService } from '../src/observed/observed-creators.service';
import { ObservedNotesService } from '../src/observed/observed-notes.service';
import { ObservedPeersService } from '../src/observed/observed-peers.service';
import { PoliciesService } from '../src/pools/policies.service';
import type { TestDatabase } from './database';
import { deafJobs } from './deaf-jobs';
import type { Someone } from './people';

/** Somebody who brings files in and looks at what they say of notes. */
export class Observer {
  readonly imports: ImportsService;
  readonly observed: ObservedNotesService;
  readonly creators: ObservedCreatorsService;

  constructor(
    private readonly database: TestDatabase,
    private readonly who: Someone,
  ) {
    const { db } = database;
    this.imports = new ImportsService(db, deafJobs);
    this.creators = new ObservedCreatorsService(db, new CreatorNames(db));
    this.observed = new ObservedNotesService(
      db,
      new NoteNames(db),
      new PoliciesService(),
      new ObservedPeersService(),
    );
  }

  get workspaceId(): string {
    return this.who.workspaceId;
  }

  async bringIn(name: string, bytes: Buffer): Promise<string> {
    const { workspaceId } = this.who;
    const { id } = await this.imports.upload(
      workspaceId,
      this.who,
      { name, takeOver: 'asked' },
      Readable.from([bytes]),
    );
    await new ImportJobs(this.database.db).workDue();
    const { state, checks, refusal } = await this.imports.one(workspaceId, id);
    expect([state, refusal, checks && 'checked']).toEqual(['ready', null, 'checked']);
    await this.imports.commit(workspaceId, this.who, id);
    await new ImportJobs(this.database.db).workDue();
    return id;
  }

  /** Brings in curves that say nothing of their note, answering which one is meant. */
  async bringInCurves(name: string, bytes: Buffer, curveOf: string): Promise<string> {
    const { workspaceId } = this.who;
    const { id } = await this.imports.upload(
      workspaceId,
      this.who,
      { name, takeOver: 'clean' },
      Readable.from([bytes]),
    );
    await new ImportJobs(this.database.db).workDue();
    const { state, mapping } = await this.imports.one(workspaceId, id);
    expect(state).toBe('asks');
    await this.imports.map(workspaceId, this.who, id, { ...(mapping as ImportMapping), curveOf });
    await new ImportJobs(this.database.db).workDue();
    await this.imports.commit(workspaceId, this.who, id);
    await new ImportJobs(this.database.db).workDue();
    return id;
  }

  async takeBack(importId: string): Promise<void> {
    await this.imports.undo(this.who.workspaceId, this.who, importId);
    await new ImportJobs(this.database.db).workDue();
  }

  list(query: Partial<ObservedNotesQuery> = {}) {
    return this.observed.list(this.who.workspaceId, { sort: 'published', limit: 50, ...query });
  }

  one(noteId: string | undefined) {
    return this.observed.one(this.who.workspaceId, noteId ?? '');
  }

  async unmatched() {
    return (await this.observed.unmatched(this.who.workspaceId, { limit: 50 })).items;
  }

  async choices() {
    return (await this.observed.choices(this.who.workspaceId, { limit: 50 })).items;
  }

  choose(nameKey: string, noteId: ChooseNote['noteId']): Promise<void> {
    return this.observed.choose(this.who.workspaceId, this.who, { nameKey, noteId });
  }

  drop(nameKey: string): Promise<void> {
    return this.observed.drop(this.who.workspaceId, nameKey);
  }

  async creatorList(query: Partial<ObservedCreatorsQuery> = {}) {
    const usual = { sort: 'followers', show: 'all', limit: 50 } as const;
    return (await this.creators.list(this.who.workspaceId, { ...usual, ...query })).items;
  }

  creator(id: string | undefined) {
    return this.creators.one(this.who.workspaceId, id ?? '');
  }

  async unmatchedCreators() {
    return (await this.creators.unmatched(this.who.workspaceId, { limit: 50 })).items;
  }

  async creatorChoices() {
    return (await this.creators.choices(this.who.workspaceId, { limit: 50 })).items;
  }

  chooseCreator(
    id: string | undefined,
    as: Partial<Omit<ChooseCreator, 'observedCreatorId'>>,
  ): Promise<void> {
    const ask = { observedCreatorId: id ?? '', creatorId: null, sameAs: null, ...as };
    return this.creators.choose(this.who.workspaceId, this.who, ask);
  }
}
