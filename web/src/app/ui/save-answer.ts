import { HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import { firstValueFrom, type Observable } from 'rxjs';
import { saveBlob } from './save-file';

/** How a file is asked for. */
export const asFile = { responseType: 'blob', observe: 'response' } as const;

/**
 * Saves a file that the api makes, under the name that the api gives it, else under `fallback`. Fetched and not linked to: the
 * workspace travels in a header, and a refusal has to be read and not saved.
 */
export async function saveAnswer(asked: Observable<HttpResponse<Blob>>, fallback: string): Promise<void> {
  const { body, headers } = await firstValueFrom(asked).catch(async (error: unknown) => {
    throw await withProblem(error);
  });
  if (body) saveBlob(nameIn(headers.get('content-disposition')) ?? fallback, body);
}

/** A refusal that came as a file, as what it is. */
async function withProblem(error: unknown): Promise<unknown> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  try {
    const { status, statusText } = error;
    return new HttpErrorResponse({ status, statusText, error: JSON.parse(await error.error.text()) });
  } catch {
    return error;
  }
}

function nameIn(disposition: string | null): string | null {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? [];
  return name ? decodeURIComponent(name) : null;
}
