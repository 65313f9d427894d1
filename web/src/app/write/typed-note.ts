import type { NoteDraftView, NoteProduct, SaveNoteDraft } from '@poolrise/contracts';
import { type AiLabel, type Category, type Language, type NoteType, productLimits } from '@poolrise/domain';
import { noteWordLimits, topicsFault, topicsIn, type NoteWords } from '../note-fields/note-words';
import { centsOf } from '../ui/cents-of';

/** A link to buy as it is typed. */
export interface TypedProduct {
  title: string;
  url: string;
  price: string;
  /** percent */
  commission: string;
}

/** A note as it is typed: topics, prices and shares are text until they are saved. */
export interface TypedNote extends NoteWords {
  type: NoteType;
  category: Category;
  language: Language;
  disclosure: SaveNoteDraft['disclosure'];
  aiLabel: AiLabel;
  products: readonly TypedProduct[];
  mediaIds: readonly string[];
  coverId: string | null;
}

export const typedOf = (view: NoteDraftView, chinese: boolean): TypedNote => ({
  ...{ type: view.type, title: view.title, body: view.body, category: view.category },
  ...{ language: view.language, disclosure: view.disclosure, aiLabel: view.aiLabel },
  topics: view.topics.join(chinese ? '，' : ', '),
  products: view.products.map(({ title, url, priceCents, commissionPermyriad }) => ({
    title,
    url,
    price: priceCents === null ? '' : String(priceCents / 100),
    commission: commissionPermyriad ? String(commissionPermyriad / 100) : '',
  })),
  mediaIds: view.media.map(({ id }) => id),
  coverId: view.cover?.id ?? null,
});

export type ProductField = keyof TypedProduct;

/** What is wrong with a link to buy; nothing with one that is whole. */
export function productFaults({ title, url, price, commission }: TypedProduct): ProductField[] {
  const faults: ProductField[] = [];
  if (!title.trim() || title.trim().length > 60) faults.push('title');
  if (!isHttps(url.trim())) faults.push('url');
  if (price.trim() && centsOf(price) === null) faults.push('price');
  if (commission.trim() && permyriadOf(commission) === null) faults.push('commission');
  return faults;
}

function isHttps(text: string): boolean {
  if (!URL.canParse(text) || text.length > 500) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(hostname);
}

/** Percent as typed in hundredths of a percent; null where it is no share that can be agreed. */
function permyriadOf(text: string): number | null {
  const permyriad = centsOf(text.replace(/[%％]/, ''));
  return permyriad !== null && permyriad >= 0 && permyriad <= productLimits.commissionPermyriad
    ? permyriad
    : null;
}

export const isEmptyProduct = (product: TypedProduct): boolean =>
  Object.values(product).every((text: string) => !text.trim());

/** What keeps the words from being saved at all. */
export const unsaved = ({ topics, title, body }: TypedNote): boolean =>
  topicsFault(topicsIn(topics)) ||
  title.trim().length > noteWordLimits.title ||
  body.length > noteWordLimits.body;

/** What is saved of what is typed: a link that is not whole yet waits, and the rest does not wait for it. */
export function savedOf(typed: TypedNote, version: number): SaveNoteDraft {
  return {
    ...{ version, type: typed.type, title: typed.title.trim(), body: typed.body },
    ...{ category: typed.category, language: typed.language, disclosure: typed.disclosure },
    topics: topicsIn(typed.topics),
    aiLabel: typed.aiLabel,
    products: typed.products.filter((one) => productFaults(one).length === 0).map(productOf),
    mediaIds: [...typed.mediaIds],
    coverId: typed.coverId,
  };
}

const productOf = ({ title, url, price, commission }: TypedProduct): NoteProduct => ({
  title: title.trim(),
  url: url.trim(),
  priceCents: price.trim() ? centsOf(price) : null,
  commissionPermyriad: commission.trim() ? (permyriadOf(commission) ?? 0) : 0,
});
