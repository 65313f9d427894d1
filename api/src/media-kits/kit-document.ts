import { type CreatorView, kitMetricIds, type MediaKitDocument } from '@poolrise/contracts';
import { kitSections, pickKitNotes } from '@poolrise/domain';
import type { MediaLinks } from '../media/media-links';
import type { KeptKit } from './kept-kit';
import { kitNoteView, type KitNoteRow } from './kit-notes';

type Figures = NonNullable<MediaKitDocument['figures']>['values'];

const ofKit = (figures: CreatorView['figures']): Figures =>
  Object.fromEntries(kitMetricIds.map((id) => [id, figures[id]])) as Figures;

/** All that a kit can show: the record of the creator, their notes, and what they wrote in the languages that they chose. */
export function kitDocument(
  creator: CreatorView,
  kit: KeptKit,
  notes: readonly KitNoteRow[],
  links: MediaLinks,
  verified: boolean,
): MediaKitDocument {
  const { name, redId, province, city, categories, subCategories, personas, styles, tier, asOf, figures } =
    creator;
  const inLanguages = (zh: string, en: string) => ({
    zh: kit.language === 'en' ? '' : zh,
    en: kit.language === 'zh' ? '' : en,
  });
  const { from, median, picked } = pickKitNotes(notes);
  const chosen = kit.noteIds.flatMap((id) => notes.find((note) => note.id === id) ?? []);
  return {
    ...{ name, redId, province, city, categories, subCategories, personas, styles, tier, asOf },
    followers: figures.followers ?? 0,
    verified,
    language: kit.language,
    intro: inLanguages(kit.introZh, kit.introEn),
    measuredNotes: figures.notes30d ?? 0,
    sections: [...kitSections],
    figures: {
      values: ofKit(figures),
      percentiles: ofKit(creator.percentiles),
      peers: creator.peers,
      medians: creator.medians,
    },
    audience: creator.audience,
    notes: {
      items: (chosen.length > 0 ? chosen : picked).map((note) => kitNoteView(note, links)),
      chosen: chosen.length > 0,
      from,
      median,
    },
    rates: {
      imageCents: creator.acceptsImage ? figures.imageCents : null,
      videoCents: creator.acceptsVideo ? figures.videoCents : null,
      included: inLanguages(kit.includedZh, kit.includedEn),
      terms: kit.terms,
    },
    service: {
      completed: creator.service.completed,
      onTimeShare: figures.onTimeShare,
      replyMinutesMedian: figures.replyMinutesMedian,
    },
    brands: creator.servedBrands,
  };
}
