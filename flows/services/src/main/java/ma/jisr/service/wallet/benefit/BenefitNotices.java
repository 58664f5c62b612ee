package ma.jisr.service.wallet.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;

/**
 * The messages to recipients, by name and values: {@code title}, {@code where} (words), {@code
 * until} ("31/03"). They name no amount: phones are shared, and the amount is told to whoever asks
 * with the phone in hand.
 */
final class BenefitNotices {
  /** The flow that has the messages. */
  static final String FLOW = "wallet.benefit";

  /** It may be collected. */
  static final String READY = "benefit_ready";

  /** Today is the last day. */
  static final String LAST_DAY = "benefit_last_day";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);

  private BenefitNotices() {}

  /**
   * @param to how far who reads it has been told then
   */
  static Notice of(int to, BenefitBatch batch) {
    String message = to == BenefitEntry.LAST_DAY ? LAST_DAY : READY;
    BenefitDraft draft = batch.draft();
    Map<String, Value> values =
        Map.of(
            "title", new Value.Local(draft.title()),
            "where", new Value.Local(draft.where()),
            "until", new Value.Text(day(draft.until())));
    Instant end = draft.until().plusDays(1).atStartOfDay(Benefits.ZONE).toInstant();
    return new Notice(FLOW, message, values, Urgency.REPLY, end);
  }

  /** A day as people read it in every language: "31/03". */
  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
