package ma.jisr.gateway.account;

import java.util.List;
import ma.jisr.store.CollectionSpec;

/** The collections of accounts and of the audit trail. */
public final class AccountCollections {
  private AccountCollections() {}

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    return List.of(Accounts.spec(), Guards.spec(), Audit.spec());
  }
}
