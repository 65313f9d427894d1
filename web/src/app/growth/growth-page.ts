import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { GrowthView } from '@poolrise/contracts';
import { growthDays, growthGraceDays, growthMark } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { GrowthGives } from './gives-card';
import { GrowthWords } from './growth-words';
import { GrowthHistory } from './history-card';
import { GrowthLevels } from './levels-table';
import { GrowthNext } from './next-card';

/** How far a creator's desk has grown: where it is, what is missing, what each level asks and opens, how it changed. */
@Component({
  selector: 'app-growth-page',
  imports: [
    FailedState,
    GrowthGives,
    GrowthHistory,
    GrowthLevels,
    GrowthNext,
    Icon,
    MatButton,
    PageHeader,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './growth-page.html',
  styleUrls: ['../ui/board.scss', './growth-page.scss'],
})
export default class GrowthPage {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly words = inject(GrowthWords);
  protected readonly session = inject(Session);
  protected readonly terms = { days: growthDays, grace: growthGraceDays, mark: growthMark };

  protected readonly growth = httpResource<GrowthView>(() => '/api/v1/growth');
  protected readonly view = kept(() => 'growth', this.growth);
  /** Until when the level is kept though the figures no longer reach it, and what would hold it. */
  protected readonly falling = computed(() => {
    const view = this.view();
    if (!view?.falling) return null;
    const lines = view.levels.find(({ level }) => level === view.level)?.lines ?? [];
    const at = this.format.day(view.falling.at);
    return {
      title: this.texts.say('growth.falling.title', { to: view.falling.toLevel, level: view.level, at }),
      text: this.texts.say('growth.falling.text', { lacks: this.words.lacks(lines) }),
      violations: lines.some(({ rule, met }) => rule === 'violations' && !met)
        ? this.texts.say('growth.falling.violations', { days: growthDays })
        : null,
    };
  });

  constructor() {
    reloadOn(this.growth, 'growth', 'notes', 'pools', 'rewards');
  }
}
