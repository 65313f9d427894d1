import { DOCUMENT, inject, Service, signal } from '@angular/core';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof themes)[number];

const rememberedAs = 'poolrise.theme';

/** Light, dark, or as the system says; `color-scheme` on the root does the rest (styles/_tokens.scss). */
@Service()
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly current = signal<ThemeName>('system');
  readonly name = this.current.asReadonly();

  /** As remembered in this browser. */
  recall(): void {
    const remembered = localStorage.getItem(rememberedAs);
    this.wear(themes.find((theme) => theme === remembered) ?? 'system');
  }

  choose(theme: ThemeName): void {
    localStorage.setItem(rememberedAs, theme);
    this.wear(theme);
  }

  private wear(theme: ThemeName): void {
    this.current.set(theme);
    if (theme === 'system') this.root.removeAttribute('data-theme');
    else this.root.setAttribute('data-theme', theme);
  }
}
