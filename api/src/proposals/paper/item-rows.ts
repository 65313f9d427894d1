import type { ProposalAnswer, ProposalFigures, ProposalVerdict, SharedItem } from '@poolrise/contracts';
import type { Column, Row, Tone, Words } from '../../pdf/pdf-document';
import type { Voice } from './proposal-paper';

const small = (text: string, tone: Tone = 'muted'): Words => ({ text, size: 7.5, tone });
const tones: Record<ProposalVerdict, Tone> = { approve: 'good', reject: 'bad', replace: 'warn' };

export function itemColumns({ words: { columns } }: Voice): Column[] {
  return [
    { title: columns.creator, share: 0.3 },
    { title: columns.terms, share: 0.11 },
    { title: columns.medians, share: 0.15, align: 'right' },
    { title: columns.forecast, share: 0.2, align: 'right' },
    { title: columns.price, share: 0.13, align: 'right' },
    { title: columns.answer, share: 0.11, align: 'right' },
  ];
}

/** A creator as proposed: who, on what terms, what may be expected, and what the client said. */
export function itemRow(item: SharedItem, voice: Voice): Row {
  const { words, format } = voice;
  const { creator, kind, notes, priceCents, verdict, gone, note, answers } = item;
  return {
    cells: [
      whoOf(item, voice),
      [{ text: words.kind[kind] }, small(words.notes(notes))],
      [
        { text: words.median.reads(format.compact(creator.readsMedian)) },
        small(words.median.impressions(format.compact(creator.impressionsMedian))),
      ],
      forecastOf(item, voice),
      [{ text: format.roundMoney(priceCents), weight: 600 }],
      [{ text: words.verdict[verdict ?? 'none'], tone: verdict ? tones[verdict] : 'muted' }],
    ],
    under: [
      ...(note ? [small(words.remark(note), 'ink')] : []),
      ...(gone ? [small(words.goneText)] : []),
      ...answers.flatMap((answer) => answerWords(answer, voice)),
    ],
  };
}

function whoOf({ creator, gone }: SharedItem, { words, format, language }: Voice): Words[] {
  const tier = language === 'en' ? creator.tier.name.en : creator.tier.name.zh;
  return [
    { text: creator.name, weight: 600 },
    small(creator.redId),
    small(`${tier} · ${words.followers(format.compact(creator.followers))}`),
    ...(gone ? [small(words.gone, 'bad')] : []),
  ];
}

function forecastOf({ forecast, kind }: SharedItem, { words, format }: Voice): Words[] {
  if (!forecast) return [small(words.noForecast)];
  return [
    { text: format.compact(forecast.reads.expected) },
    ...between(forecast.reads, format),
    small(words.basis[forecast.basis](forecast.sample, words.kind[kind])),
  ];
}

/** The bounds of a forecast, where it has some. */
const between = (forecast: ProposalFigures['reads'], format: Voice['format']): Words[] =>
  forecast === null || forecast.low === null || forecast.high === null
    ? []
    : [small(`${format.compact(forecast.low)}–${format.compact(forecast.high)}`)];

export function totalRow(figures: ProposalFigures, { words, format }: Voice): Row {
  const { reads } = figures;
  const bold = (text: string): Words => ({ text, weight: 600 });
  return {
    cells: [
      [bold(words.total), small(words.creators(figures.creators))],
      [{ text: words.notes(figures.notes) }],
      [],
      [bold(format.compact(reads?.expected ?? null)), ...between(reads, format)],
      [bold(format.roundMoney(figures.priceCents))],
      [],
    ],
  };
}

/** Who said what and when, and then their words. */
export function answerWords(answer: ProposalAnswer, { words, format }: Voice): Words[] {
  const { verdict, comment, name, at, carried } = answer;
  const when = new Date(at);
  const said = words.said(name, `${format.dayOfYear(when)} ${format.time(when)}`);
  const parts = [...(verdict ? [words.verdict[verdict]] : []), said, ...(carried ? [words.carried] : [])];
  return [
    small(parts.join(' · '), verdict ? tones[verdict] : 'muted'),
    ...(comment ? [{ text: comment, size: 8.5 }] : []),
  ];
}
