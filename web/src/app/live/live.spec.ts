import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakeStream } from '../../testing/fake-stream';
import { Opened, theConsole } from '../../testing/opened';
import { Live } from './live';
import { reloadOn } from './reload-on';

@Component({
  selector: 'app-some-page',
  template: `{{ figures.hasValue() ? figures.value().n : 'waiting' }}`,
})
class SomePage {
  readonly figures = httpResource<{ n: number }>(() => '/api/v1/some');

  constructor() {
    reloadOn(this.figures, 'pools', 'notes');
  }
}

describe('the live stream', () => {
  beforeEach(() => FakeStream.install());

  async function aPage() {
    const http = await theConsole();
    const live = TestBed.inject(Live);
    live.listen('w1');
    const opened = new Opened(TestBed.createComponent(SomePage), http);
    await opened.answer('/api/v1/some', { n: 1 });
    return { opened, live };
  }

  it('reloads a page when one of its topics changed, and no other', async () => {
    const { opened } = await aPage();
    FakeStream.last.tell('wallet');
    TestBed.tick();
    opened.http.expectNone('/api/v1/some');

    FakeStream.last.tell('pools');
    await opened.answer('/api/v1/some', { n: 2 });
    expect(opened.text).toBe('2');
  });

  it('does not drop a change that arrives while an answer is on its way', async () => {
    const { opened } = await aPage();
    FakeStream.last.tell('pools');
    const first = opened.asked('/api/v1/some');
    FakeStream.last.tell('notes');
    TestBed.tick();
    first.flush({ n: 2 });
    await opened.settle();
    await opened.answer('/api/v1/some', { n: 3 });
    expect(opened.text).toBe('3');
  });

  it('asks once for many changes at the same time', async () => {
    const { opened } = await aPage();
    for (const topic of ['pools', 'notes', 'pools', 'notes']) FakeStream.last.tell(topic);
    await opened.answer('/api/v1/some', { n: 2 });
    opened.http.expectNone('/api/v1/some');
  });

  it('says when it is interrupted, and reloads what it may have missed', async () => {
    const { opened, live } = await aPage();
    FakeStream.last.onerror?.();
    expect(live.interrupted()).toBe(true);
    FakeStream.last.onopen?.();
    expect(live.interrupted()).toBe(false);
    await opened.answer('/api/v1/some', { n: 5 });
    expect(opened.text).toBe('5');
  });

  it('does not reload when it opens for the first time', async () => {
    const { opened } = await aPage();
    FakeStream.last.onopen?.();
    TestBed.tick();
    opened.http.expectNone('/api/v1/some');
  });

  it('leaves one workspace before it listens to another', async () => {
    const { live } = await aPage();
    const before = FakeStream.last;
    live.listen('w2');
    expect(before.closed).toBe(true);
    expect(FakeStream.last.url).toBe('/api/v1/live?workspace=w2');
  });
});
