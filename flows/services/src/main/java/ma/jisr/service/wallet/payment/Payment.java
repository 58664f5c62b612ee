package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.List;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.wallet.port.Fault;
import org.jspecify.annotations.Nullable;

/**
 * One payment, from its preparation to its end: what is to be paid, who agreed, how far its
 * provider has come, what has happened and who has to be told. Immutable; changed by {@link
 * Machine#apply} only.
 *
 * @param id the once key of the call that prepared it
 * @param reference as people know it
 * @param consent the payer's "yes"; null while there is none
 * @param since when it came into its state
 * @param exchange with the provider
 * @param reversal the giving back; null where nobody has asked for it
 * @param fault why it failed; null where it has not
 * @param code the provider's word for it, or ours: for operators
 * @param doubt why people must look; null where they need not
 * @param ruling what one operator has found, until another agrees; null for none
 * @param calls numbers given to calls
 * @param told messages that the payer has been sent
 * @param heard hashes of what the provider has called back with
 * @param due when somebody must do something; null for never
 * @param settled whether caps and payees know of its end
 * @param unreached whether the last message about it has not reached the payer
 * @param outbox what people are told
 */
record Payment(
    String id,
    String reference,
    Terms terms,
    @Nullable Consent consent,
    State state,
    Instant since,
    Exchange exchange,
    @Nullable Reversal reversal,
    @Nullable Fault fault,
    String code,
    @Nullable Doubt doubt,
    @Nullable Ruling ruling,
    int calls,
    List<String> told,
    List<String> heard,
    @Nullable Instant due,
    boolean settled,
    boolean unreached,
    Journal journal,
    Outbox outbox) {
  Payment {
    told = List.copyOf(told);
    heard = List.copyOf(heard);
  }

  /** Why people must look. */
  enum Doubt {
    /** It could not be found out, and may still be. */
    UNCLEAR,
    /** What is known contradicts itself. */
    CONTRADICTION
  }

  /**
   * What an operator has found out: it holds when another finds the same.
   *
   * @param by the operator's id
   */
  record Ruling(String by, State to) {}

  /** As it is prepared. */
  static Payment of(String id, String reference, Terms terms, Exchange exchange) {
    Instant made = terms.made();
    String who = terms.kind() + " " + terms.provider();
    String parties = terms.payer().name() + ' ' + terms.payee().name();
    Journal journal =
        Journal.EMPTY.with(
            id,
            made,
            "payer",
            "prepared",
            State.CREATED,
            State.CREATED,
            terms.amount().centimes(),
            who + ' ' + parties);
    return new Payment(
        id,
        reference,
        terms,
        null,
        State.CREATED,
        made,
        exchange,
        null,
        null,
        "",
        null,
        null,
        0,
        List.of(),
        List.of(),
        made.plus(PaymentRules.CONFIRM_WITHIN),
        false,
        false,
        journal,
        Outbox.EMPTY);
  }

  /** The exchange that is under way, or was last. */
  Exchange active() {
    return reversal == null ? exchange : reversal.exchange();
  }

  /** Whether evidence may still change what became of it. */
  boolean open() {
    return switch (state) {
      case SUBMITTING, PENDING, UNKNOWN, REVERSAL_PENDING -> true;
      case REVIEW -> doubt == Doubt.UNCLEAR;
      default -> false;
    };
  }

  /** The same without what is sealed; its journal stays as it is. */
  Payment blind() {
    return new Payment(
        id,
        reference,
        terms.blind(),
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

  @Override
  public String toString() {
    return "Payment[" + reference + ' ' + state + "]";
  }
}
