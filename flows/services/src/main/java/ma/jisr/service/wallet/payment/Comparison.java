package ma.jisr.service.wallet.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.payment.Difference.What;
import ma.jisr.service.wallet.port.Statement;
import org.jspecify.annotations.Nullable;

/** One statement that is being held against our payments. Used once, by one thread at a time. */
final class Comparison {
  private final List<Difference> differences = new ArrayList<>();
  private final Set<String> booked = new HashSet<>();
  private long lines;
  private long agree;

  /** A line of the statement, and the payment that it is of. */
  void line(Statement.Line line, Optional<Payment> of) {
    lines++;
    if (of.isEmpty()) {
      add(What.THEIRS_ONLY, line, null);
      return;
    }
    Payment payment = of.get();
    boolean back = line.amount().centimes() < 0;
    Money paid = payment.terms().amount();
    Money ours = back ? new Money(-paid.centimes()) : paid;
    boolean known =
        back
            ? payment.state() == State.REVERSED
            : payment.state().paid() || payment.state() == State.REVERSED;
    if (!booked.add(key(payment.id(), back))) add(What.TWICE, line, payment, ours);
    else if (!ours.equals(line.amount())) add(What.AMOUNT, line, payment, ours);
    else if (!known) add(What.STATE, line, payment, null);
    else agree++;
  }

  /** Whether the statement has a booking of ours. */
  boolean has(String payment, boolean back) {
    return booked.contains(key(payment, back));
  }

  /** A booking of ours that no statement has. */
  void missing(Payment payment, boolean back) {
    long centimes = payment.terms().amount().centimes();
    String transaction = payment.exchange().transaction();
    add(
        new Difference(
            What.OURS_ONLY,
            payment.reference(),
            transaction == null ? "" : transaction,
            null,
            new Money(back ? -centimes : centimes)));
  }

  private void add(What what, Statement.Line line, @Nullable Money ours) {
    add(new Difference(what, line.ours(), line.transaction(), line.amount(), ours));
  }

  private void add(What what, Statement.Line line, Payment payment, @Nullable Money ours) {
    add(new Difference(what, payment.reference(), line.transaction(), line.amount(), ours));
  }

  private void add(Difference difference) {
    if (differences.size() < Reconciliation.MOST) differences.add(difference);
  }

  private static String key(String payment, boolean back) {
    return (back ? "-" : "+") + payment;
  }

  Reconciliation done(String provider, LocalDate day, boolean complete) {
    return new Reconciliation(provider, day, complete, lines, agree, differences);
  }
}
