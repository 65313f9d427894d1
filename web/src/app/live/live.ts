import { computed, Service, type Signal, signal } from '@angular/core';
import { type LiveTopic, liveTopics } from '@poolrise/contracts';

/**
 * The stream of the api as signals. It carries names, never data: a topic's version grows when that noun of the
 * workspace changed, and whoever shows it asks again the one way there is (`reloadOn`).
 */
@Service()
export class Live {
  private readonly versions = Object.fromEntries(liveTopics.map((topic) => [topic, signal(0)])) as Record<
    LiveTopic,
    ReturnType<typeof signal<number>>
  >;
  private readonly open = signal(true);
  private source: EventSource | null = null;

  /** True while the stream is interrupted; EventSource itself keeps trying. */
  readonly interrupted = computed(() => !this.open());

  version(topic: LiveTopic): Signal<number> {
    return this.versions[topic];
  }

  /** Listens to one workspace, leaving the one before. */
  listen(workspaceId: string): void {
    this.hangUp();
    const source = new EventSource(`/api/v1/live?workspace=${encodeURIComponent(workspaceId)}`);
    this.source = source;
    let interrupted = false;
    source.onopen = () => {
      this.open.set(true);
      // What happened while we were away was told to nobody: everything may have changed.
      if (interrupted) liveTopics.forEach((topic) => this.changed(topic));
      interrupted = false;
    };
    source.onerror = () => {
      interrupted = true;
      this.open.set(false);
    };
    for (const topic of liveTopics) source.addEventListener(topic, () => this.changed(topic));
  }

  hangUp(): void {
    this.source?.close();
    this.source = null;
    this.open.set(true);
  }

  private changed(topic: LiveTopic): void {
    this.versions[topic].update((version) => version + 1);
  }
}
