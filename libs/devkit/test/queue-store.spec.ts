import { chooseQueueStore } from '../src/queue-store';

describe('the queue store', () => {
  const url = 'redis://127.0.0.1:6379/0';

  it.each([
    [{}, 'postgres'],
    [{ REDIS_URL: url }, 'redis'],
    [{ REDIS_URL: '' }, 'postgres'],
    [{ QUEUE_STORE: 'redis', REDIS_URL: url }, 'redis'],
    [{ QUEUE_STORE: 'postgres', REDIS_URL: url }, 'postgres'],
    // `true` answers --version with success, as a Redis would.
    [{ QUEUE_STORE: 'redis', REDIS_SERVER_BIN: 'true', PATH: process.env['PATH'] }, 'private redis'],
  ])('for %j is %s', (env, kind) => {
    expect(chooseQueueStore(env).kind).toBe(kind);
  });

  it('is not a Redis that is not there', () => {
    expect(() => chooseQueueStore({ QUEUE_STORE: 'redis', PATH: '/nowhere' })).toThrow(
      /install Redis or Valkey, name the program in REDIS_SERVER_BIN, or set REDIS_URL/,
    );
  });
});
