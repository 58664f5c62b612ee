package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.base.LocalText;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.words.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * The messages that payments send of their own accord, by name and values: {@code reference},
 * {@code amount}, {@code name} (whom), {@code receipt}; to whoever was paid {@code about} in place
 * of the last two. What there is none of is left out, and so is its clause of the sentence. All are
 * owed.
 */
final class Notices {
  /** The flow that has the messages. */
  static final String FLOW = "wallet.told";

  /** Longest name and receipt in a sentence, characters: it is one SMS. */
  static final int NAME = 24;

  static final int RECEIPT = 12;

  /** What stands for the name of somebody whose provider tells none. */
  private static final String NAMELESS = "?";

  static final String DONE = "done";
  static final String LATE_DONE = "late_done";
  static final String UNKNOWN = "unknown";
  static final String REVIEW = "review";
  static final String REVERSED = "reversed";

  private Notices() {}

  /** What the payer is told of a failure. */
  static String failed(@Nullable Fault fault) {
    if (fault == null) return "failed_other";
    return switch (fault) {
      case INSUFFICIENT_FUNDS -> "failed_funds";
      case LIMIT, AMOUNT -> "failed_limit";
      case PAYEE_FULL -> "failed_full";
      case DECLINED -> "failed_declined";
      case NO_ACCOUNT -> "failed_account";
      case SAME_PARTIES, BILL_AMOUNT, STATE, NOT_PERMITTED, MALFORMED, OTHER -> "failed_other";
    };
  }

  /** What whoever was paid is told; null for nothing. */
  static @Nullable String paid(Kind kind) {
    return switch (kind) {
      case MERCHANT -> "merchant_paid";
      case SUPPLIER -> "supplier_paid";
      case TRANSFER, BILL, AIRTIME -> null; // their provider tells them, or they need not know
    };
  }

  static Notice toPayer(String message, Payment payment, Exchange paid, Instant now) {
    Map<String, Value> values = values(payment);
    LocalText name = payment.terms().name();
    if (!name.byLanguage().containsValue(NAMELESS))
      values.put("name", new Value.Local(ShortName.of(name, NAME)));
    String receipt = paid.receipt();
    if (receipt != null && receipt.length() <= RECEIPT)
      values.put("receipt", new Value.Text(receipt));
    return notice(message, values, now);
  }

  static Notice toPayee(String message, Payment payment, Instant now) {
    Map<String, Value> values = values(payment);
    String about = payment.terms().invoice();
    if (!about.isEmpty()) values.put("about", new Value.Text(about));
    return notice(message, values, now);
  }

  private static Map<String, Value> values(Payment payment) {
    Map<String, Value> values = new HashMap<>();
    values.put("reference", new Value.Text(payment.reference()));
    values.put("amount", new Value.Amount(payment.terms().amount().centimes()));
    return values;
  }

  private static Notice notice(String message, Map<String, Value> values, Instant now) {
    Instant until = now.plus(PaymentRules.WORTH_TELLING);
    return new Notice(FLOW, message, values, Urgency.REPLY, until);
  }
}
