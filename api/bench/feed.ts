import { closedLoop, openLoop, post } from './load';
import type { Stage } from './stage';

const categories = ['beauty', 'fashion', 'food', 'travel', 'home', 'pets', 'fitness', 'tech'];

const ask = (at: number) =>
  JSON.stringify({
    placement: 'discovery',
    reader: {
      id: `bench-${at % 20_000}`,
      ageBand: '18-24',
      interests: [categories[at % 8], categories[(at * 3 + 1) % 8]],
    },
    size: 20,
  });

/** 200 pages a second for 15 s, and then as many as eight readers can get. */
export async function feed(stage: Stage) {
  const send = async (body: string) => {
    const answer = await post(`${stage.api}/api/v1/feed`, body, { authorization: `Bearer ${stage.key}` });
    return answer.status === 200 && (JSON.parse(answer.body) as { slots: unknown[] }).slots.length === 20;
  };
  for (let at = 0; at < 200; at++) await send(ask(1_000_000 + at));
  const steady = await openLoop(15, 200, (at) => send(ask(at)));
  const most = await closedLoop(
    Array.from({ length: 3_000 }, (_, at) => ask(10_000 + at)),
    8,
    send,
  );
  return { steady, most };
}
