package ma.jisr.nlp;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody wants who writes to Jisr. The labels are those of data files and of JSON. */
public enum Intent {
  HOTSPOT_FIND("hotspot.find"),
  HOTSPOT_REPORT("hotspot.report"),
  TICKET_TAKE("ticket.take"),
  TICKET_STATUS("ticket.status"),
  TICKET_CANCEL("ticket.cancel"),
  SHOP_FIND("shop.find"),
  CHALLENGE_SEARCH("challenge.search"),
  CHALLENGE_JOIN("challenge.join"),
  WALLET_TRANSFER("wallet.transfer"),
  WALLET_MERCHANT_PAY("wallet.merchant_pay"),
  WALLET_BILL("wallet.bill"),
  WALLET_TOPUP("wallet.topup"),
  WALLET_BENEFIT("wallet.benefit"),
  WALLET_SUPPLIER("wallet.supplier"),
  WALLET_BALANCE_OR_STATUS("wallet.balance_or_status"),
  WALLET_CLAIM("wallet.claim"),
  NOTICE_READ("notice.read"),
  NOTICE_SUBSCRIBE("notice.subscribe"),
  SUBSCRIPTION_STOP("subscription.stop"),
  LANGUAGE_CHANGE("language.change"),
  HELP("help"),
  MYDATA_PRIVACY("mydata.privacy"),
  SMALLTALK_GREETING("smalltalk.greeting"),
  /** Out of scope: chatter, insults, gibberish, near misses. */
  NONE("none");

  private static final Map<String, Intent> BY_LABEL = new HashMap<>();

  static {
    for (Intent intent : values()) BY_LABEL.put(intent.label, intent);
  }

  private static final Set<Intent> WITH_PLACE =
      EnumSet.of(
          HOTSPOT_FIND,
          HOTSPOT_REPORT,
          TICKET_TAKE,
          SHOP_FIND,
          CHALLENGE_SEARCH,
          NOTICE_READ,
          NOTICE_SUBSCRIBE,
          SUBSCRIPTION_STOP);

  private static final Set<Intent> WITH_SHOP =
      EnumSet.of(
          TICKET_TAKE,
          TICKET_CANCEL,
          SHOP_FIND,
          WALLET_MERCHANT_PAY,
          WALLET_SUPPLIER,
          WALLET_BALANCE_OR_STATUS);

  private static final Set<Intent> MONEY =
      EnumSet.of(WALLET_TRANSFER, WALLET_MERCHANT_PAY, WALLET_BILL, WALLET_TOPUP, WALLET_SUPPLIER);

  private static final Set<Intent> CANCEL = EnumSet.of(TICKET_CANCEL, SUBSCRIPTION_STOP);

  private final String label;

  Intent(String label) {
    this.label = label;
  }

  /** The name in data files and JSON: {@code wallet.transfer}. */
  public String label() {
    return label;
  }

  /** The intent of a label; empty for an unknown one. */
  public static Optional<Intent> of(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }

  /** Whether a place in the message belongs to the wish: only then is one looked for. */
  public boolean takesPlace() {
    return WITH_PLACE.contains(this);
  }

  /** Whether the name or code of a shop in the message belongs to the wish. */
  public boolean takesShop() {
    return WITH_SHOP.contains(this);
  }

  /** Whether something is wished for: not mere talk, nor out of scope. */
  public boolean isWish() {
    return this != NONE && this != SMALLTALK_GREETING;
  }

  /** Whether it moves money: always read back before anything is done, however sure the model. */
  public boolean isMoney() {
    return MONEY.contains(this);
  }

  /** Whether it gives something up: always read back, too. */
  public boolean isCancel() {
    return CANCEL.contains(this);
  }
}
