import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { theConsole } from '../../../testing/opened';
import ComparePage from '../compare/compare-page';
import FinderPage from '../finder/finder-page';
import CreatorPage from './creator-page';
import { creatorProfileRoutes } from './profile.routes';

describe('the pages of creators', () => {
  it.each([
    ['/creators', FinderPage],
    ['/creators?category=food', FinderPage],
    ['/creators/compare?ids=a,b', ComparePage],
    ['/creators/44444444-0000-4000-8000-000000000001', CreatorPage],
    ['/creators/mistyped', CreatorPage],
  ])('stand beside each other: %s', async (address, page) => {
    await theConsole();
    const router = TestBed.inject(Router);
    router.resetConfig([
      { path: 'creators', loadChildren: () => import('../creators.routes') },
      ...creatorProfileRoutes,
    ]);
    await router.navigateByUrl(address);
    let { root } = router.routerState.snapshot;
    while (root.firstChild) root = root.firstChild;
    expect(root.component).toBe(page);
  });
});
