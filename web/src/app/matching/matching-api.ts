import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AskPortfolio,
  AskStressTest,
  BriefView,
  ChangeBrief,
  PortfolioView,
  StressTestView,
  WriteBrief,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The commands of matching. Reading is done where it is shown. */
@Service()
export class MatchingApi {
  private readonly http = inject(HttpClient);

  /** The same request key never writes twice. */
  write(ask: WriteBrief): Promise<BriefView> {
    return firstValueFrom(this.http.post<BriefView>('/api/v1/briefs', ask));
  }

  change(briefId: string, ask: ChangeBrief): Promise<BriefView> {
    return firstValueFrom(this.http.post<BriefView>(`/api/v1/briefs/${briefId}`, ask));
  }

  /** The same request key never plans twice. */
  plan(briefId: string, ask: AskPortfolio): Promise<PortfolioView> {
    return firstValueFrom(this.http.post<PortfolioView>(`/api/v1/briefs/${briefId}/portfolios`, ask));
  }

  /** The same question about the same plan is worked out once. */
  stress(portfolioId: string, ask: AskStressTest): Promise<StressTestView> {
    return firstValueFrom(
      this.http.post<StressTestView>(`/api/v1/portfolios/${portfolioId}/stress-tests`, ask),
    );
  }
}
