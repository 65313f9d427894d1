import { type ActivatedRouteSnapshot, BaseRouteReuseStrategy } from '@angular/router';

/** Nothing is carried from one workspace into another: every page is built anew with its own figures. */
export class WorkspaceReuse extends BaseRouteReuseStrategy {
  override shouldReuseRoute(future: ActivatedRouteSnapshot, current: ActivatedRouteSnapshot): boolean {
    return (
      super.shouldReuseRoute(future, current) &&
      future.params['workspaceId'] === current.params['workspaceId']
    );
  }
}
