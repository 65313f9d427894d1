import type {
  CredibilityEvidence,
  CredibilityMeasured,
  CredibilityRates,
  CredibilityView,
} from '@poolrise/contracts';
import { notesToAgree, peersLeast } from '@poolrise/domain';
import type { TextParams, Texts } from '../../i18n/texts';
import type { Format } from '../ui/format';
import { busiestNightHour, instantOf, writerOf } from './evidence-points';

/** Notes or days that are named before the rest is only counted. */
const namedMost = 4;

/** The whole card in one or two sentences; unusual is a reason to ask and never a verdict about a person. */
export function leadOf({ evidence, measured }: CredibilityView, texts: Texts, format: Format): string {
  const unusual = evidence.filter(({ verdict }) => verdict === 'unusual');
  const silent = evidence.filter(({ verdict }) => verdict === 'too-little-data').length;
  const judged = evidence.length - silent;
  const end = texts.chinese() ? '' : ' ';
  if (judged === 0) return texts.say('credibility.nothingJudged', { n: evidence.length });
  const little = silent > 0 ? end + texts.count('credibility.tooLittle', silent) : '';
  if (unusual.length === 0)
    return (
      texts.count('credibility.nothingUnusual', judged) + little + end + texts.say('credibility.silence')
    );
  const what = unusual
    .map(({ test }) => texts.say(`credibility.clause.${test}`))
    .join(texts.say('credibility.join'));
  const range = wrongRange(
    measured.rates.filter(({ test }) => unusual.some((one) => one.test === test)),
    texts,
    format,
  );
  const wrongs = range === null ? '' : end + texts.count('credibility.wrongs', unusual.length, { range });
  return texts.count('credibility.unusual', unusual.length, { all: evidence.length, what }) + wrongs + little;
}

/** How many of a hundred honest creators the most mistaken of these checks calls unusual. */
function wrongRange(rates: readonly CredibilityRates[], texts: Texts, format: Format): string | null {
  const worst = rates
    .map(({ falseAlarms }) => falseAlarms)
    .reduce<CredibilityRates['falseAlarms'] | null>(
      (most, one) => (most && (most.share ?? -1) >= (one.share ?? -1) ? most : one),
      null,
    );
  if (!worst || worst.share === null) return null;
  // None seen is not none: the end of the interval says how many there may be.
  if (worst.share === 0)
    return texts.say('credibility.under', { value: format.decimal(Math.ceil(worst.high * 1_000) / 10) });
  return texts.say(rates.length > 1 ? 'credibility.upTo' : 'credibility.near', {
    value: inHundred(worst.share, format),
  });
}

/** 1.4 of a hundred; whole from ten on. */
export const inHundred = (share: number | null, format: Format): string =>
  format.decimal(share === null ? null : share * 100, share !== null && share >= 0.1 ? 0 : 1);

export const hundredInterval = ({ low, high }: { low: number; high: number }, format: Format): string =>
  `${inHundred(low, format)}–${inHundred(high, format)}`;

/** What one check saw, in a sentence with its figures. */
export function saidOf(
  evidence: CredibilityEvidence,
  view: CredibilityView,
  texts: Texts,
  format: Format,
): string {
  const { test, verdict } = evidence;
  if (verdict === 'too-little-data')
    return texts.say(`credibility.said.${test}.little`, { least: format.number(peersLeast) });
  if (test === 'comment-pods' && evidence.observed === 0)
    return texts.say('credibility.said.comment-pods.none');
  return texts.say(`credibility.said.${test}.${verdict}`, figuresOf(evidence, view, texts, format));
}

function figuresOf(
  { test, observed, expected, at, series }: CredibilityEvidence,
  view: CredibilityView,
  texts: Texts,
  format: Format,
): TextParams {
  const write = writerOf(test, format);
  const flagged = series.filter(({ unusual }) => unusual);
  const values = flagged.map((point) => point.observed);
  const largest = flagged.reduce<(typeof flagged)[number] | null>(
    (most, point) => (most && most.observed >= point.observed ? most : point),
    null,
  );
  const start = busiestNightHour(view.notes.filter(({ id }) => at.includes(id)));
  return {
    observed: observed === null ? '' : write(observed),
    low: expected === null ? '' : write(expected.low),
    day: largest && test === 'follower-steps' ? format.day(instantOf(largest.at)) : '',
    edge: largest?.edge ? write(largest.edge) : '',
    n: format.number(flagged.length),
    all: format.number(series.length),
    needed: format.number(notesToAgree(series.length)),
    from: values.length > 0 ? write(Math.min(...values)) : '',
    to: values.length > 0 ? write(Math.max(...values)) : '',
    hours: texts.say('credibility.plot.hours', { from: start, to: start + 2 }),
  };
}

/** Against which expectation, and who made it; empty without data. */
export function expectedOf(
  { test, expected }: CredibilityEvidence,
  { peers }: CredibilityView,
  texts: Texts,
  format: Format,
): string {
  if (!expected) return '';
  const write = writerOf(test, format);
  const counts: Partial<Record<typeof test, number>> = {
    'engaged-followers': peers.engaged,
    'like-collect-ratio': peers.likeCollect,
    'comment-share': peers.commentShare,
  };
  return texts.say(`credibility.expected.${test}`, {
    low: write(expected.low),
    high: write(expected.high),
    peers: format.number(counts[test] ?? 0),
  });
}

/** The days or notes that stand out, the first few by name. */
export function placesOf(
  { test, at }: CredibilityEvidence,
  view: CredibilityView,
  texts: Texts,
  format: Format,
): { word: string; text: string } | null {
  if (at.length === 0) return null;
  const days = test === 'follower-steps';
  const notes = new Map(view.notes.map((note) => [note.id, note]));
  const named = at.slice(0, namedMost).map((place) => {
    if (days) return format.day(instantOf(place));
    const note = notes.get(place);
    return texts.say('credibility.note', {
      title: note?.title ?? place,
      day: format.day(note?.publishedAt ?? null),
    });
  });
  const rest = at.length - named.length;
  const more = rest > 0 ? [texts.count('credibility.more', rest)] : [];
  return {
    word: texts.say(days ? 'credibility.when' : 'credibility.where'),
    text: [...named, ...more].join(texts.chinese() ? '、' : '; '),
  };
}

/** How often this check is wrong and right; said plainly where it was not measured. */
export function ratesOf(rates: CredibilityRates | undefined, texts: Texts, format: Format): string {
  if (!rates || rates.falseAlarms.share === null || rates.recall.share === null)
    return texts.say('credibility.noRates');
  return texts.say('credibility.rates', {
    wrong: inHundred(rates.falseAlarms.share, format),
    wrongRange: hundredInterval(rates.falseAlarms, format),
    found: inHundred(rates.recall.share, format),
    foundRange: hundredInterval(rates.recall, format),
    aim: texts.say(`credibility.aim.${rates.aimsAt}`),
  });
}

/** When, on whom and on which worlds it was measured. */
export function sourceOf(measured: CredibilityMeasured, texts: Texts, format: Format): string {
  const [first = '', last] = [measured.seeds[0], measured.seeds.at(-1)];
  return texts.say(`credibility.source.${measured.source}`, {
    day: format.day(instantOf(measured.measuredOn)),
    creators: format.number(measured.creators),
    labelled: format.number(measured.labelled),
    seeds: last === undefined || last === first ? first : texts.say('credibility.seedRange', { first, last }),
  });
}
