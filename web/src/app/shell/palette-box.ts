import { DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import type { SearchView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Icon } from '../ui/icon';
import { PaletteCommands } from './palette-commands';
import { Session } from '../session/session';
import { matches, type PaletteGroup, type PaletteItem, searchedFor } from './palette-item';
import { Recent } from './recent';

/** Typing pauses this long before the api is asked, in milliseconds. */
const pause = 140;

/** The command palette: a field and what fits, grouped; arrow keys choose, Enter opens. */
@Component({
  selector: 'app-palette-box',
  imports: [Icon, T],
  templateUrl: './palette-box.html',
  styleUrl: './palette-box.scss',
  host: { role: 'search' },
})
export class PaletteBox {
  private readonly commands = inject(PaletteCommands);
  private readonly dialog = inject(DialogRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly recent = inject(Recent);
  private readonly texts = inject(Texts);

  protected readonly query = signal('');
  private readonly asked = signal('');
  private readonly session = inject(Session);
  protected readonly search = httpResource<SearchView>(() => {
    const q = searchedFor(this.asked());
    return q && this.session.may('read:notes') ? { url: '/api/v1/search', params: { q } } : undefined;
  });

  /** The hits of the words before stay until the new ones are in: the list must not blink under the fingers. */
  private readonly hits = linkedSignal<SearchView['hits'] | undefined, SearchView['hits']>({
    source: () => (this.asked() === '' ? [] : this.search.hasValue() ? this.search.value().hits : undefined),
    computation: (now, before) => now ?? before?.value ?? [],
  });

  protected readonly groups = computed<PaletteGroup[]>(() => {
    const query = this.query().trim();
    const fitting = (items: PaletteItem[]) => items.filter((item) => matches(query, item.title));
    const groups: PaletteGroup[] = [
      {
        title: this.texts.say('shell.palette.recent'),
        items: query ? [] : this.recent.list().map((hit) => this.commands.found(hit)),
      },
      {
        title: this.texts.say('shell.palette.found'),
        items: query ? this.hits().map((hit) => this.commands.found(hit)) : [],
      },
      { title: this.texts.say('shell.palette.pages'), items: fitting(this.commands.pages()) },
      { title: this.texts.say('shell.palette.actions'), items: fitting(this.commands.actions()) },
    ];
    return groups.filter((group) => group.items.length > 0);
  });
  protected readonly items = computed(() => this.groups().flatMap((group) => group.items));
  protected readonly chosen = linkedSignal<number, number>({
    source: () => this.items().length,
    computation: () => 0,
  });
  protected readonly chosenKey = computed(() => this.items()[this.chosen()]?.key);
  protected readonly waiting = computed(
    () => this.search.isLoading() || this.query().trim() !== this.asked(),
  );
  protected readonly spoken = computed(() => {
    if (this.waiting()) return this.texts.say('shell.palette.searching');
    return this.texts.count('shell.palette.results', this.items().length);
  });

  constructor() {
    effect((onCleanup) => {
      const query = this.query().trim();
      const timer = setTimeout(() => this.asked.set(query), query ? pause : 0);
      onCleanup(() => clearTimeout(timer));
    });
    afterRenderEffect(() => {
      this.chosen();
      this.host.nativeElement.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
    });
  }

  protected pressed(event: KeyboardEvent): void {
    const last = this.items().length - 1;
    const to = { ArrowDown: this.chosen() + 1, ArrowUp: this.chosen() - 1, Home: 0, End: last }[event.key];
    if (event.key === 'Enter' && !event.isComposing) {
      const item = this.items()[this.chosen()];
      if (item) this.choose(item);
    } else if (to !== undefined && (event.key.startsWith('Arrow') || this.query() === '')) {
      this.chosen.set(to < 0 ? last : to > last ? 0 : to);
    } else {
      return;
    }
    event.preventDefault();
  }

  protected choose(item: PaletteItem): void {
    // Closed first, so that the focus goes back before the page takes it.
    this.dialog.close();
    if (item.hit) this.recent.add(item.hit);
    item.run();
  }
}
