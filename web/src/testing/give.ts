import type { Opened } from './opened';

/** Answers one of several requests that are on their way: the page is not stable before the last of them is in. */
export async function give(opened: Opened, path: string, body: unknown, method = 'GET'): Promise<void> {
  opened.asked(path, method).flush(body as object | null);
  await opened.settle();
}
