import { Clipboard } from '@angular/cdk/clipboard';
import { DOCUMENT, inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { Texts } from '../../i18n/texts';
import { Session } from '../session/session';
import { Toast } from '../ui/toast';
import { KeysSheet } from './keys-sheet';
import type { Hit, PaletteItem } from './palette-item';
import { Places } from './places';
import { Theme } from './theme';

/** What the palette offers without asking the api: pages, actions, and where a found thing leads. */
@Service()
export class PaletteCommands {
  private readonly clipboard = inject(Clipboard);
  private readonly document = inject(DOCUMENT);
  private readonly places = inject(Places);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly sheet = inject(KeysSheet);
  private readonly texts = inject(Texts);
  private readonly theme = inject(Theme);
  private readonly toast = inject(Toast);

  pages(): PaletteItem[] {
    return this.places
      .open()
      .filter((place) => place.path !== 'settings')
      .map((place) => ({
        key: `page:${place.path}`,
        kind: 'page',
        icon: place.icon,
        title: this.texts.say(place.title),
        subtitle: '',
        run: () => this.router.navigate(this.session.to(place.path)),
      }));
  }

  actions(): PaletteItem[] {
    const say = this.texts;
    const action = (
      key: string,
      icon: PaletteItem['icon'],
      title: string,
      run: () => unknown,
    ): PaletteItem => ({
      key: `action:${key}`,
      kind: 'action',
      icon,
      title,
      subtitle: '',
      run,
    });
    const others = this.session.memberships().filter((one) => one.workspaceId !== this.session.workspaceId());
    return [
      action('link', 'link', say.say('shell.palette.copyLink'), () => this.copyLink()),
      say.chinese()
        ? action('english', 'language', say.say('shell.palette.toEnglish'), () => say.choose('en'))
        : action('chinese', 'language', say.say('shell.palette.toChinese'), () => say.choose('zh-CN')),
      action('light', 'theme', say.say('shell.palette.toLight'), () => this.theme.choose('light')),
      action('dark', 'theme', say.say('shell.palette.toDark'), () => this.theme.choose('dark')),
      action('system', 'theme', say.say('shell.palette.toSystem'), () => this.theme.choose('system')),
      action('keys', 'keyboard', say.say('shell.shortcuts'), () => this.sheet.open()),
      ...others.map((one) =>
        action(
          `to:${one.workspaceId}`,
          'swap',
          say.say('shell.palette.switchTo', { name: one.workspaceName }),
          () => this.router.navigate(this.session.first(one.workspaceId)),
        ),
      ),
    ];
  }

  found(hit: Hit): PaletteItem {
    return {
      key: `${hit.kind}:${hit.id}`,
      kind: hit.kind,
      icon: hitIcons[hit.kind],
      title: hit.title,
      subtitle: this.subtitle(hit),
      run: () => this.goTo(hit),
      hit,
    };
  }

  /** The api tells states by their codes. */
  private subtitle(hit: Hit): string {
    const states = subtitleKeys[hit.kind];
    const key = `${states}.${hit.subtitle}`;
    return states && this.texts.knows(key) ? this.texts.say(key) : hit.subtitle;
  }

  private goTo(hit: Hit): Promise<boolean> {
    switch (hit.kind) {
      case 'note':
        return this.router.navigate(this.session.to('notes', hit.id));
      case 'boost':
        return this.router.navigate(this.session.to('boosts', hit.id));
      case 'campaign':
        return this.router.navigate(this.session.to('campaigns', hit.id));
      case 'order':
        return this.router.navigate(this.session.to('orders', hit.id));
      case 'recruitment':
        return this.router.navigate(this.session.to('orders', 'recruitments', hit.id));
      case 'voucher':
        return this.router.navigate(this.session.to('vouchers'));
      case 'creator':
        if (this.session.may('read:creators'))
          return this.router.navigate(this.session.to('creators', hit.id));
        // Whoever may not read the directory still finds the notes.
        return this.router.navigate(this.session.to('notes'), { queryParams: { q: hit.title } });
    }
  }

  private copyLink(): void {
    this.clipboard.copy(this.document.location.href);
    this.toast.say(this.texts.say('common.linkCopied'));
  }
}

const hitIcons = {
  note: 'notes',
  creator: 'creator',
  boost: 'boosts',
  voucher: 'vouchers',
  campaign: 'calendar',
  order: 'swap',
  recruitment: 'audience',
} as const;
const subtitleKeys: Partial<Record<Hit['kind'], string>> = {
  boost: 'common.boostState',
  campaign: 'campaigns.state',
  order: 'orders.state',
  recruitment: 'recruitments.state',
};
