import type { CreatorView } from '@poolrise/contracts';
import { type CreatorMetric, peersMin } from '@poolrise/domain';
import type { Texts } from '../../../i18n/texts';
import type { Format } from '../../ui/format';
import { fewPeers, notesEnough, peersOf, placeOf, placeWords } from './creator-words';

/**
 * What a marketer wants to know first, in two sentences: what a note usually brings, and what a read costs, each against
 * the peers. Words between stars are strong.
 */
export function leadSentence(view: CreatorView, texts: Texts, format: Format): string {
  const space = texts.chinese() ? '' : ' ';
  return [readsSentence(view, texts, format), costSentence(view, texts, format), fewSentence(view, texts)]
    .filter(Boolean)
    .join(space);
}

function readsSentence(view: CreatorView, texts: Texts, format: Format): string {
  const reads = view.figures.readsMedian;
  if (reads === null) return texts.say('creatorProfile.lead.noNotes');
  const place = placeOf('readsMedian', view.percentiles.readsMedian, reads);
  const peers = peersOf(view, texts);
  const { notes } = view.medians['daily.natural'];
  const said = { reads: format.number(reads) };
  const usual =
    notes < notesEnough
      ? texts.count('creatorProfile.lead.readsOfFew', notes, said)
      : texts.say('creatorProfile.lead.reads', said);
  return (
    usual +
    (place && place.side !== 'same' && peers
      ? texts.say('creatorProfile.lead.readsPlace', {
          place: placeWords(place, texts, format),
          peers,
          n: format.number(view.peers),
        })
      : '') +
    texts.say('creatorProfile.lead.end')
  );
}

/** Image notes first: they are what is booked most. */
function costSentence(view: CreatorView, texts: Texts, format: Format): string {
  const { imageCents, videoCents } = view.figures;
  const kind = imageCents === null ? 'video' : 'image';
  const price = imageCents ?? videoCents;
  if (price === null) return texts.say('creatorProfile.lead.noQuote');
  const metric: CreatorMetric = kind === 'image' ? 'imageReadCents' : 'videoReadCents';
  const cost = view.figures[metric];
  const place = placeOf(metric, view.percentiles[metric], cost);
  const said = { kind: texts.say(`creatorProfile.lead.${kind}`), price: format.roundMoney(price) };
  return (
    (cost === null
      ? texts.say('creatorProfile.lead.price', said)
      : texts.say('creatorProfile.lead.cost', { ...said, cost: format.money(cost) })) +
    (cost !== null && place && place.side !== 'same'
      ? texts.say('creatorProfile.lead.costPlace', { place: placeWords(place, texts, format) })
      : '') +
    texts.say('creatorProfile.lead.end')
  );
}

const fewSentence = (view: CreatorView, texts: Texts): string =>
  fewPeers(view) ? texts.say('creatorProfile.lead.few', { n: peersMin }) : '';
