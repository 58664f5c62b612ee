package ma.jisr.sandbox.wallet.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An institution that keeps wallets. Which number is whose is the {@link Accounts}' to say. */
public enum Issuer {
  /** The one of even numbers: by the last digit but one. */
  A("Wallet A (ex.)"),
  /** The one of odd numbers. */
  B("Wallet B (ex.)");

  private final String title;

  Issuer(String title) {
    this.title = title;
  }

  /** As its customers know it. */
  public String title() {
    return title;
  }

  /** As paths and ledgers name it: "a". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The account of what it owes its customers, who hold it. */
  public String owes() {
    return "issuer-" + id() + ":owes";
  }

  /** The account of what it has to settle with the other over the switch. */
  public String settles() {
    return "issuer-" + id() + ":settles";
  }

  /** The account of its fees, and of the interchange that it pays and gets. */
  public String fees() {
    return "issuer-" + id() + ":fees";
  }

  /** The one with the id, if any. */
  public static Optional<Issuer> of(String id) {
    return Stream.of(values()).filter(issuer -> issuer.id().equals(id)).findAny();
  }
}
