import type { FeedView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { closedLoop, openLoop, post } from './load';
import type { Stage } from './stage';

const categories = ['beauty', 'fashion', 'food', 'travel', 'home', 'pets', 'fitness', 'tech'];

/** Readers come back: after a warm-up every one of them has pages behind them, and acts from which likings are learnt. */
const readers = 2_000;
const queries = ['word12', 'word5 word70', 'word300'];

const ask = (at: number) => {
  const reader = {
    id: `bench-${(at * 7) % readers}`,
    ageBand: '18-24',
    gender: at % 3 ? 'female' : 'male',
    interests: [categories[at % 8], categories[(at * 3 + 1) % 8]],
  };
  // Every fifth page is a search.
  return JSON.stringify(
    at % 5 === 4
      ? { placement: 'search', query: queries[at % 3], reader, size: 20 }
      : { placement: 'discovery', reader, size: 20 },
  );
};

/** 200 pages a second for 15 s, and then as many as eight readers can get. */
export async function feed(stage: Stage) {
  const headers = { authorization: `Bearer ${stage.key}` };
  const send = async (body: string) => {
    const answer = await post(`${stage.api}/api/v1/feed`, body, headers);
    const { slots } = JSON.parse(answer.body) as FeedView;
    return answer.status === 200 && slots.length > 0;
  };
  // A crowd that has read before: one page each, everything seen, every tenth note opened and liked.
  await closedLoop(
    Array.from({ length: readers }, (_, at) => ask(at * 5)),
    8,
    async (body) => {
      const { slots } = JSON.parse((await post(`${stage.api}/api/v1/feed`, body, headers)).body) as FeedView;
      const events = slots.flatMap(({ token }, at) =>
        ['impression', ...(at % 10 === 0 ? ['click', 'like'] : [])].map((kind) => ({
          id: randomUUID(),
          token,
          kind,
        })),
      );
      return (
        (await post(`${stage.api}/api/v1/engagements`, JSON.stringify({ events }), headers)).status === 200
      );
    },
  );
  const steady = await openLoop(15, 200, (at) => send(ask(at)));
  const most = await closedLoop(
    Array.from({ length: 3_000 }, (_, at) => ask(10_000 + at)),
    8,
    send,
  );
  return { steady, most };
}
