package ma.jisr.app.account;

import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.account.Audit;
import ma.jisr.service.trail.Trail;

/** What services do on behalf of accounts, in the same trail as the API and commands. */
public final class AuditTrail implements Trail {
  private static final String NO_TOKEN = "";

  private final Audit audit;

  public AuditTrail(Audit audit) {
    this.audit = audit;
  }

  @Override
  public CompletableFuture<Void> write(Line line) {
    Audit.Who who = new Audit.Who(line.by(), NO_TOKEN, line.from());
    return audit.write(line.at(), who, line.did(), line.of(), line.came().status());
  }
}
