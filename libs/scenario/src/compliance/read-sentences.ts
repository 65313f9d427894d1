import {
  categories,
  type Category,
  goodsKinds,
  type GoodsKind,
  type NoteToCheck,
  type RuleClass,
} from '@poolrise/domain';
import { cleanExemptions } from './clean-exemptions';
import { cleanSentences } from './clean-sentences';
import { flaggedClaims } from './flagged-claims';
import { heldOutSentences } from './held-out-sentences';

/** One sentence of the test set, and what a good checker says of it. */
export interface LabelledSentence {
  text: string;
  note: NoteToCheck;
  /** none for a clean one */
  classes: RuleClass[];
  /** nothing was tuned to it */
  heldOut: boolean;
}

const line = /^(R\d+(?:\+R\d+)*|-) (\S+) (.+)$/;
const filler = '今天的天气很好，我们去河边走了走。';

/** Every labelled sentence, in the order of the files. @throws Error on a line that cannot be read */
export function labelledSentences(): LabelledSentence[] {
  return [
    ...[flaggedClaims, cleanExemptions, cleanSentences].flatMap((text) => sentencesIn(text, false)),
    ...sentencesIn(heldOutSentences, true),
  ];
}

function sentencesIn(text: string, heldOut: boolean): LabelledSentence[] {
  const lines = text.split('\n').filter(Boolean);
  return lines.map((written) => {
    const [, classes, about, sentence] = line.exec(written) ?? [];
    if (!classes || !about || !sentence) throw new Error(`cannot read: ${written}`);
    return {
      text: sentence,
      note: noteOf(sentence, about.split(',')),
      classes: classes === '-' ? [] : (classes.split('+') as RuleClass[]),
      heldOut,
    };
  });
}

/** A note with one sentence, and the facts that the words before it name: first its category or kind of goods. */
function noteOf(text: string, [about = '', ...facts]: string[]): NoteToCheck {
  const category = (categories as readonly string[]).includes(about) ? (about as Category) : null;
  const kind = (goodsKinds as readonly string[]).includes(about) ? (about as GoodsKind) : null;
  if (!category && !kind) throw new Error(`neither a category nor a kind of goods: ${about}`);
  const note: NoteToCheck = {
    title: '',
    body: text,
    topics: [],
    category: category ?? 'lifestyle',
    product: kind ? { kind } : null,
  };
  for (const fact of facts) Object.assign(note, known(fact, note));
  return note;
}

function known(fact: string, note: NoteToCheck): Partial<NoteToCheck> {
  const [name = '', value = ''] = fact.split('=');
  const asset = { kind: 'image' as const };
  const count = Number(value);
  const product = note.product ?? {};
  const read: Record<string, () => Partial<NoteToCheck>> = {
    title: () => ({ title: note.body, body: '' }),
    body: () => ({ body: note.body + filler.repeat(200).slice(0, count - note.body.length) }),
    topics: () => ({ topics: Array.from({ length: count }, (_, at) => `话题${at}`) }),
    images: () => ({ assets: Array.from({ length: count }, () => asset) }),
    notice: () => ({ body: `${note.body}\n本品不能代替药物。` }),
    product: () => ({ product: { ...product, recorded: true } }),
    brand: () => ({ product: { ...product, brand: value } }),
    name: () => ({ product: { ...product, name: value } }),
    reg: () => ({ product: { ...product, recorded: true, registration: value } }),
    fn: () => ({ product: { ...product, recorded: true, approvedFunctions: [value] } }),
    rival: () => ({ rivals: [value] }),
    minors: () => ({ audience: 'minors' }),
    paid: () => ({ interests: ['paid'], disclosure: 'platform-label' }),
    gift: () => ({ interests: ['gift'] }),
    discount: () => ({ interests: ['discount'] }),
    employee: () => ({ interests: ['employment'] }),
    affiliate: () => ({ interests: ['affiliate'] }),
    link: () => ({ purchaseLink: true }),
    undisclosed: () => ({ disclosure: 'missing' }),
    label: () => ({ disclosure: 'platform-label' }),
    ad: () => ({ disclosure: 'ad-label' }),
    'self-declared': () => ({ disclosure: 'self-declared' }),
    ai: () => ({ assets: [{ ...asset, aiGenerated: true }] }),
    'ai-label': () => ({ assets: [{ ...asset, aiGenerated: true, aiLabelled: true }] }),
    'before-after': () => ({ assets: [{ ...asset, tags: ['before-after'] }] }),
    wound: () => ({ assets: [{ ...asset, tags: ['wound'] }] }),
    needle: () => ({ assets: [{ ...asset, tags: ['needle'] }] }),
    unlicensed: () => ({ assets: [{ kind: 'audio', licensed: false }] }),
    licensed: () => ({ assets: [{ kind: 'audio', licensed: true }] }),
    'no-consent': () => ({ assets: [{ ...asset, consent: false }] }),
    consent: () => ({ assets: [{ ...asset, consent: true }] }),
  };
  const reading = read[name];
  if (!reading) throw new Error(`no such fact: ${fact}`);
  return reading();
}
