import { TestBed } from '@angular/core/testing';
import type { LiveTopic } from '@poolrise/contracts';
import { Live } from '../app/live/live';
import { workspaceId } from './opened';

/** The live stream of the api, open to the workspace, under the hand of the test. jsdom has no EventSource of its own. */
export function aStream() {
  const source = new EventTarget();
  const before = globalThis.EventSource;
  globalThis.EventSource = function open() {
    return Object.assign(source, { close: () => undefined, onopen: null, onerror: null });
  } as unknown as typeof EventSource;
  TestBed.inject(Live).listen(workspaceId);
  globalThis.EventSource = before;

  return {
    tells(topic: LiveTopic): void {
      source.dispatchEvent(new Event(topic));
      TestBed.tick();
    },
  };
}
