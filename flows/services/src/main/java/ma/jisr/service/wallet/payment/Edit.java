package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.wallet.port.Fault;
import org.jspecify.annotations.Nullable;

/**
 * One change of a payment that is being made: the payment as it will be, its journal's lines and
 * what people are told in the same write. Used once, by one thread.
 */
final class Edit {
  private final Payment before;
  private final Instant now;
  private final List<String> told;
  private final List<String> heard;
  private @Nullable Consent consent;
  private State state;
  private Instant since;
  private Exchange exchange;
  private @Nullable Reversal reversal;
  private @Nullable Fault fault;
  private String code;
  private Payment.@Nullable Doubt doubt;
  private Payment.@Nullable Ruling ruling;
  private int calls;
  private @Nullable Instant due;
  private boolean settled;
  private boolean unreached;
  private Journal journal;
  private Outbox outbox;

  Edit(Payment before, Instant now) {
    this.before = before;
    this.now = now;
    told = new ArrayList<>(before.told());
    heard = new ArrayList<>(before.heard());
    consent = before.consent();
    state = before.state();
    since = before.since();
    exchange = before.exchange();
    reversal = before.reversal();
    fault = before.fault();
    code = before.code();
    doubt = before.doubt();
    ruling = before.ruling();
    calls = before.calls();
    due = before.due();
    settled = before.settled();
    unreached = before.unreached();
    journal = before.journal();
    outbox = before.outbox();
  }

  Payment before() {
    return before;
  }

  Instant now() {
    return now;
  }

  State state() {
    return state;
  }

  Payment.@Nullable Doubt doubt() {
    return doubt;
  }

  Payment.@Nullable Ruling ruling() {
    return ruling;
  }

  @Nullable Consent consent() {
    return consent;
  }

  @Nullable Instant due() {
    return due;
  }

  List<String> heard() {
    return heard;
  }

  /** Whether evidence may still change what became of it. */
  boolean open() {
    return done().open();
  }

  boolean reversing() {
    return reversal != null;
  }

  /** The exchange that is under way, or was last. */
  Exchange exchange() {
    return reversal == null ? exchange : reversal.exchange();
  }

  Edit exchange(Exchange next) {
    if (reversal == null) exchange = next;
    else reversal = reversal.with(next);
    return this;
  }

  /** Into another state, or on in this one: a line of the journal either way. */
  Edit to(State next, String by, String what, String of) {
    journal =
        journal.with(
            before.id(), now, by, what, state, next, before.terms().amount().centimes(), of);
    if (next != state) since = now;
    boolean ends = next.over() || next == State.REVIEW;
    if (ends && next != state) {
      settled = false;
      due = now;
      exchange(exchange().answered()); // whoever still asks tells what is known already
    }
    if (next != State.REVIEW) doubt = null;
    state = next;
    return this;
  }

  /** A line of the journal. */
  Edit note(String by, String what, String of) {
    return to(state, by, what, of);
  }

  Edit doubt(Payment.Doubt why, String by, String what, String of) {
    to(State.REVIEW, by, what, of);
    doubt = why;
    return tell(Notices.REVIEW);
  }

  Edit fault(@Nullable Fault why, String word) {
    fault = why;
    code = word;
    return this;
  }

  Edit consent(Consent yes) {
    consent = yes;
    return this;
  }

  Edit reversal(Reversal next) {
    reversal = next;
    return this;
  }

  Edit ruling(Payment.@Nullable Ruling next) {
    ruling = next;
    return this;
  }

  int call() {
    return ++calls;
  }

  Edit due(@Nullable Instant when) {
    due = when;
    return this;
  }

  Edit settled() {
    settled = true;
    return this;
  }

  Edit unreached() {
    unreached = true;
    return this;
  }

  Edit copied(int upTo) {
    journal = journal.copied(upTo);
    return this;
  }

  /** Whether the payer has been sent this. */
  boolean told(String message) {
    return told.contains(message);
  }

  /** Tells the payer, once. */
  Edit tell(String message) {
    if (told.contains(message)) return this;
    told.add(message);
    unreached = false;
    outbox = outbox.send(before.terms().person(), Notices.toPayer(message, before, exchange, now));
    return this;
  }

  /** Tells whoever was paid. */
  Edit tellPayee(String message) {
    String person = before.terms().tells();
    if (person != null && !told.contains(message)) {
      told.add(message);
      outbox = outbox.send(person, Notices.toPayee(message, before, now));
    }
    return this;
  }

  /** The payment as it is now to be. */
  Payment done() {
    return new Payment(
        before.id(),
        before.reference(),
        before.terms(),
        consent,
        state,
        since,
        exchange,
        reversal,
        fault,
        code,
        doubt,
        ruling,
        calls,
        told,
        heard,
        due,
        settled,
        unreached,
        journal,
        outbox);
  }
}
