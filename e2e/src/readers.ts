import type { ProductReceipt } from '@poolrise/contracts';
import { request, type APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { callsOf, demoPassword, type Calls } from './people';

interface Slot {
  noteId: string;
  position: number;
  rail: string;
  sponsored: boolean;
  token: string;
}

/**
 * How long readers keep coming. A boost has competitors and a pace, and a feed hears of it some seconds late: every tenth page may
 * carry it, or for a while none.
 */
const patienceMs = 120_000;

/** A reader application of the story's own: a key made by the operator, and readers behind it. */
export class ReaderApplication {
  private constructor(
    private readonly context: APIRequestContext,
    private readonly calls: Calls,
  ) {}

  static async open(baseURL: string): Promise<ReaderApplication> {
    const operator = await request.newContext({ baseURL });
    const headers = { 'x-requested-with': 'poolrise' };
    const session = await callsOf(operator, headers).post<{ memberships: { workspaceId: string }[] }>(
      'session',
      {
        email: 'ops@poolrise.demo',
        password: demoPassword,
      },
    );
    const workspaceId = session.memberships[0]?.workspaceId ?? '';
    const { secret } = await callsOf(operator, { ...headers, 'x-workspace': workspaceId }).post<{
      secret: string;
    }>('keys', {
      name: 'Story',
      scopes: ['feed:read', 'engagements:write'],
    });
    await operator.dispose();
    const context = await request.newContext({ baseURL });
    return new ReaderApplication(context, callsOf(context, { authorization: `Bearer ${secret}` }));
  }

  /** What a new reader is shown for a search. */
  async search(query: string): Promise<Slot[]> {
    const ask = { placement: 'search', query, reader: { id: randomUUID() }, size: 10 };
    return (await this.calls.post<{ slots: Slot[] }>('feed', ask)).slots;
  }

  /** Readers search until `times` of them were shown the note as an advertisement, saw it and opened it; answers the last slot. */
  async searchUntilShown(query: string, noteId: string, times: number): Promise<Slot> {
    const events: unknown[] = [];
    for (let shown = 0, until = Date.now() + patienceMs; Date.now() < until;) {
      const slot = (await this.search(query)).find((one) => one.sponsored && one.noteId === noteId);
      if (!slot) continue;
      for (const kind of ['impression', 'click']) events.push({ id: randomUUID(), token: slot.token, kind });
      if (++shown < times) continue;
      await this.calls.post('engagements', { events });
      return slot;
    }
    throw new Error('the search does not show the advertisement');
  }

  /** `times` different readers search for the note, see it, and a share of them opens, likes and collects it. */
  async searchAndRead(query: string, noteId: string, times: number, share: number): Promise<void> {
    const events: unknown[] = [];
    for (let reader = 0; reader < times; reader++) {
      const page = await this.calls.post<{ slots: Slot[] }>('feed', {
        placement: 'search',
        query,
        reader: { id: randomUUID() },
        size: 5,
      });
      const slot = page.slots.find((candidate) => candidate.noteId === noteId);
      if (!slot) throw new Error('the search does not show the note');
      const kinds = reader < times * share ? ['impression', 'click', 'like', 'collect'] : ['impression'];
      for (const kind of kinds) events.push({ id: randomUUID(), token: slot.token, kind });
    }
    await this.calls.post('engagements', { events });
  }

  /**
   * Readers of another taste leaf through discovery until `times` of them were shown the boosted note as an advertisement.
   * Their own taste keeps the note out of their organic slots, where it would be no advertisement.
   */
  async meetAsAdvertisement(noteId: string, times: number): Promise<void> {
    const events: unknown[] = [];
    const until = Date.now() + patienceMs;
    for (let pages = 1; events.length < times; pages++) {
      if (Date.now() > until)
        throw new Error(`${pages} readers, and only ${events.length} were shown the boost`);
      const page = await this.calls.post<{ slots: Slot[] }>('feed', {
        placement: 'discovery',
        reader: { id: randomUUID(), interests: ['pets'] },
        size: 20,
      });
      const slot = page.slots.find((candidate) => candidate.noteId === noteId && candidate.rail === 'paid');
      if (slot) events.push({ id: randomUUID(), token: slot.token, kind: 'impression' });
    }
    await this.calls.post('engagements', { events });
  }

  /** A reader searches for the notes of these links in turn, and opens the first link whose note they are shown. */
  async openFirstLink<Link extends { noteId: string; noteTitle: string; product: number }>(
    links: readonly Link[],
  ): Promise<{ link: Link; openId: string }> {
    for (const link of links) {
      const slot = (await this.search(link.noteTitle)).find(({ noteId }) => noteId === link.noteId);
      if (!slot) continue;
      const openId = randomUUID();
      await this.tellLinks({ id: openId, kind: 'open', token: slot.token, product: link.product });
      return { link, openId };
    }
    throw new Error('no search shows a note with a link');
  }

  /** Tells one thing that happened to a product link, and answers the receipt. */
  tellLinks(event: object): Promise<ProductReceipt> {
    return this.calls.post<ProductReceipt>('product-events', { events: [event] });
  }

  close(): Promise<void> {
    return this.context.dispose();
  }
}
