package ma.jisr.service.hotspots;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.map.report.Reports;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * What is kept of somebody who reports: how often they were right. What they said of a hotspot
 * stands there under a pseudonym that is another at each, so that nobody can look it up by person;
 * it is gone when the hotspot has been checked, in 90 days at most.
 */
final class ReportHolding implements Holding {
  private final Reports reports;

  ReportHolding(Reports reports) {
    this.reports = reports;
  }

  @Override
  public String name() {
    return "reports";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return reports
        .knows(who.person())
        .thenApply(
            known ->
                known ? List.of(new Held("reports", "reports_why", 1, "days_180")) : List.of());
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    return reports.forget(who.person());
  }
}
