package ma.jisr.sandbox.wallet.payment;

import java.time.Instant;
import java.util.Optional;
import ma.jisr.sandbox.wallet.account.Holder;
import ma.jisr.sandbox.wallet.account.Party;
import ma.jisr.sandbox.wallet.ledger.Reservation;
import org.jspecify.annotations.Nullable;

/** A payment, or the giving back of one, at the provider. Touched on the loop only. */
public final class Payment implements Decision {
  private final Ids ids;
  private final Order order;
  private final Fault fault;
  private final Instant created;
  private final Instant expires;
  private @Nullable Deal deal;
  private @Nullable Reservation reservation;
  private State state = State.PENDING;
  private @Nullable Problem problem;
  private String receipt = "";
  private Instant changed;
  private @Nullable Payment original;
  private boolean reversed;

  /** Where it stands. */
  public enum State {
    PENDING,
    COMPLETED,
    FAILED
  }

  /**
   * What it is known by.
   *
   * @param reference the transactionReference
   * @param server the serverCorrelationId
   */
  record Ids(String reference, String server) {}

  /**
   * Who pays whom, and what it costs.
   *
   * @param fee of the payer, in centimes
   */
  record Deal(Holder payer, Holder payee, long fee) {}

  Payment(Ids ids, Order order, Fault fault, Instant created, Instant expires) {
    this.ids = ids;
    this.order = order;
    this.fault = fault;
    this.created = created;
    this.changed = created;
    this.expires = expires;
  }

  void agreed(Deal between, Reservation held) {
    deal = between;
    reservation = held;
  }

  void gives(Payment back) {
    original = back;
  }

  void completed(String number, Instant now) {
    state = State.COMPLETED;
    problem = null;
    receipt = number;
    changed = now;
  }

  void failed(Problem why, Instant now) {
    state = State.FAILED;
    problem = why;
    changed = now;
  }

  void reversed(boolean now) {
    reversed = now;
  }

  /** Its transactionReference. */
  public String reference() {
    return ids.reference();
  }

  /** Its serverCorrelationId. */
  public String server() {
    return ids.server();
  }

  /** What was asked for. */
  public Order order() {
    return order;
  }

  /** The trouble with it. */
  public Fault fault() {
    return fault;
  }

  /** Where it stands. */
  public State state() {
    return state;
  }

  /** Whether it was refused before anything was set aside: then it is no transaction. */
  public boolean refusedAtOnce() {
    return deal == null;
  }

  /** Who pays whom; there is somebody unless it was refused at once. */
  Deal deal() {
    if (deal == null) {
      throw new IllegalStateException("refused at once");
    }
    return deal;
  }

  /** Who is paid, in full; "" when it was refused at once. */
  public String payeeName() {
    return deal == null ? "" : deal.payee().name();
  }

  /** What it costs its payer beside the amount, in centimes. */
  public long fee() {
    return deal == null ? 0 : deal.fee();
  }

  @Nullable Reservation reservation() {
    return reservation;
  }

  /** Why it has failed. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** The number of its receipt; "" before it is paid. */
  public String receipt() {
    return receipt;
  }

  /** What it gives back; empty for a payment. */
  public Optional<Payment> original() {
    return Optional.ofNullable(original);
  }

  /** Whether it is given back, or is about to be. */
  public boolean reversed() {
    return reversed;
  }

  /** When it was asked for. */
  public Instant created() {
    return created;
  }

  /** When it was changed last. */
  public Instant changed() {
    return changed;
  }

  /** When it fails unless it is approved. */
  public Instant expires() {
    return expires;
  }

  /** Whether one of the parties is named by this identifier. */
  public boolean concerns(Party party) {
    return order.payer().contains(party) || order.payee().contains(party);
  }

  @Override
  public String toString() {
    return "Payment[" + state + "]";
  }
}
