import type { EngagementEvent } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { StandInProduct, type StandInAnswer } from '../test/stand-in-product';
import { ReaderApplication, RefusedByProduct } from './reader-application';
import { Outbox } from './readers/outbox';

const receipt = { status: 200, body: { accepted: 1, duplicates: 0, refused: [] } };
const report = (application: ReaderApplication) => (events: readonly EngagementEvent[]) =>
  application.report(events);
const anEvent = (): EngagementEvent => ({ id: randomUUID(), token: 'x'.repeat(40), kind: 'impression' });

describe('a reader application', () => {
  let product: StandInProduct;
  let answers: StandInAnswer[];
  const connect = async (signal?: AbortSignal) => {
    product = new StandInProduct(() => answers.shift() ?? receipt);
    return new ReaderApplication({ apiUrl: await product.listen(), key: 'pr_live_x', patienceMs: 5, signal });
  };
  beforeEach(() => (answers = []));
  afterEach(() => product.close());

  it('reports the same events under the same ids until they are acknowledged', async () => {
    const application = await connect();
    answers = [{ status: 503 }, { status: 429, headers: { 'retry-after': '0' } }, { status: 500 }];
    const outbox = new Outbox(report(application), () => undefined);
    const events = [anEvent(), anEvent()];
    outbox.add(events);
    await outbox.flush();
    expect(product.asked.map(({ body }) => body)).toEqual(Array(4).fill({ events }));
    expect(outbox.size).toBe(0);
  });

  it('sends long queues in batches, and once, however often it is told to', async () => {
    const application = await connect();
    const outbox = new Outbox(report(application), () => undefined);
    outbox.add(Array.from({ length: 1_200 }, anEvent));
    await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
    const sent = product.asked.flatMap(({ body }) =>
      (body as { events: EngagementEvent[] }).events.map(({ id }) => id),
    );
    expect(product.asked).toHaveLength(3);
    expect(new Set(sent).size).toBe(1_200);
    expect(sent).toHaveLength(1_200);
  });

  it('tells why events were refused, and goes on', async () => {
    const application = await connect();
    const reasons: string[] = [];
    answers = [
      {
        status: 200,
        body: {
          accepted: 0,
          duplicates: 0,
          refused: [{ index: 0, id: 'x', reason: 'token-expired', remedy: '' }],
        },
      },
    ];
    const outbox = new Outbox(report(application), (reason) => reasons.push(reason));
    outbox.add([anEvent()]);
    await outbox.flush();
    expect(reasons).toEqual(['token-expired']);
    expect(outbox.size).toBe(0);
  });

  it('does not try again what will be refused again', async () => {
    const application = await connect();
    answers = [{ status: 401, body: { code: 'key-invalid', detail: 'This key was revoked.' } }];
    const ask = application.feed({ placement: 'discovery', reader: { id: 'r' }, size: 20 });
    await expect(ask).rejects.toThrow(new RefusedByProduct(401, 'key-invalid', 'This key was revoked.'));
    expect(product.asked).toHaveLength(1);
  });

  it('stops waiting for a product that is away when it is told to end', async () => {
    const end = new AbortController();
    const application = await connect(end.signal);
    answers = Array<StandInAnswer>(1_000).fill({ status: 503 });
    const ask = application.feed({ placement: 'discovery', reader: { id: 'r' }, size: 20 });
    setTimeout(() => end.abort(), 50);
    await expect(ask).rejects.toThrow();
  });
});
