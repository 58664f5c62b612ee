package ma.jisr.service.wallet.payee;

import java.util.List;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is paid by wallets: a merchant, a biller, a supplier, an operator of airtime.
 *
 * @param id random, stable, unique
 * @param code what people dial or text for it: see {@link PayeeCode}
 * @param kind of the payments that it takes, for ever; never {@link Kind#TRANSFER}
 * @param facts what an operator wrote down
 * @param state whether it may be paid
 * @param sample whether it is invented, for trying things out
 */
public record PayeeEntry(
    String id, String code, Kind kind, PayeeFacts facts, State state, boolean sample) {
  /** Longest id, characters. */
  public static final int MAX_ID = 64;

  /** Whether it may be paid. */
  public enum State {
    ACTIVE,
    /** Found, but not to be paid until an operator says so: a doubt is being cleared up. */
    SUSPENDED,
    /** No longer there: kept for its history, shown to nobody. */
    RETIRED
  }

  /**
   * @throws IllegalArgumentException naming what cannot be
   */
  public PayeeEntry {
    if (id.isBlank() || id.length() > MAX_ID)
      throw new IllegalArgumentException("id must have 1 to " + MAX_ID + " characters");
    if (!PayeeCode.isCode(code))
      throw new IllegalArgumentException("code '" + code + "' " + PayeeCode.RULE);
    String problem = problem(kind, facts);
    if (!problem.isEmpty()) throw new IllegalArgumentException(problem);
  }

  /** What a kind cannot have or do without, in English, naming the field; "" when all is well. */
  static String problem(Kind kind, PayeeFacts facts) {
    boolean biller = facts.account().type() == Account.Type.BILLER;
    boolean numbered = kind == Kind.BILL || kind == Kind.SUPPLIER;
    boolean listed = kind == Kind.BILL || kind == Kind.AIRTIME;
    if (kind == Kind.TRANSFER) return "kind: people are no payees of the register";
    if (biller != (kind == Kind.BILL)) return "account: a biller's is for bills, and bills for it";
    if (numbered != (facts.about() != null))
      return numbered ? "about: missing" : "about: nothing is asked of this kind";
    if (!listed && facts.position() > 0) return "position: this kind has no menu";
    if (kind != Kind.AIRTIME && !facts.prefixes().isEmpty()) return "prefixes: for airtime only";
    return "";
  }

  public LocalText name() {
    return facts.name();
  }

  public String place() {
    return facts.place();
  }

  public Account account() {
    return facts.account();
  }

  public @Nullable AboutRule about() {
    return facts.about();
  }

  public List<Money> amounts() {
    return facts.amounts();
  }

  public @Nullable SealedPhone phone() {
    return facts.phone();
  }

  /** Whether it may be paid now. */
  public boolean payable() {
    return state == State.ACTIVE;
  }

  public boolean retired() {
    return state == State.RETIRED;
  }

  /** The same payee, told of anew. */
  public PayeeEntry with(PayeeFacts next) {
    return new PayeeEntry(id, code, kind, next, state, sample);
  }

  /** The same payee in another state. */
  public PayeeEntry with(State next) {
    return new PayeeEntry(id, code, kind, facts, next, sample);
  }
}
