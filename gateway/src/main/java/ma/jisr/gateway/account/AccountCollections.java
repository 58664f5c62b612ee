package ma.jisr.gateway.account;

import java.time.Duration;
import java.util.List;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;

/** The collections of accounts and of the audit trail. */
public final class AccountCollections {
  private AccountCollections() {}

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    return List.of(Accounts.spec(), Guards.spec(), Audit.spec());
  }

  /**
   * How long the trail is kept.
   *
   * @param audit whole days
   */
  public static List<Retention> retentions(Duration audit) {
    return List.of(Retention.days(Audit.spec(), audit));
  }
}
