package ma.jisr.service.wallet;

import static ma.jisr.service.wallet.WalletOperations.command;
import static ma.jisr.service.wallet.WalletOperations.query;
import static ma.jisr.service.wallet.WalletOperations.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.Operation.Trait;
import ma.jisr.service.proof.Codes;

/**
 * What leads to a payment: which services there are, whom one can pay, what it will cost, and the
 * word that has it asked for.
 */
final class PayingOperations {
  /** Longest name of a provider, as its port allows. */
  private static final int PROVIDER = 16;

  /** Longest words for a fee. */
  static final int FEE = 20;

  /** A number with its middle hidden: "06xx0002". */
  private static final int MASKED = 8;

  /** What a bill's, customer's or invoice's number is called, and an example of it. */
  private static final int LABEL = 24;

  /** Fixed amounts of an operator: "5, 10, 20, 50, 100". */
  private static final int AMOUNTS = 28;

  private static final int ABOUT = 24;

  private static final int LINK = 32;

  /** "ussd", "sms", "chat". */
  private static final int CHANNEL = 4;

  /** Operators and billers fit one screen. */
  static final int LISTED = 6;

  private static final FieldType FLAG = FieldType.of(Kind.FLAG).orAbsent();
  private static final FieldType TEXT = text(0);
  private static final FieldType AMOUNT = FieldType.of(Kind.AMOUNT);
  private static final FieldType PHONE = FieldType.of(Kind.PHONE);
  private static final FieldType REFERENCE = text(WalletOperations.REFERENCE);
  private static final FieldType NAMED = FieldType.words(Kind.LOCAL, WalletOperations.NAME);

  /** What a biller and a supplier want to know beside the amount. */
  private static final Map<String, FieldType> ASKS =
      Map.of("label", FieldType.words(Kind.LOCAL, LABEL), "example", text(LABEL).orAbsent());

  /** Which services are offered to whoever asks; {@code kind}: whether this one is. */
  static final Operation SERVICES =
      query(
          "wallet.services",
          Map.of("kind", TEXT.orAbsent()),
          Map.of(
              "transfer", FLAG,
              "merchant", FLAG,
              "bill", FLAG,
              "airtime", FLAG,
              "supplier", FLAG,
              "benefit", FLAG),
          "offered",
          "no_wallet");

  /** A merchant by code or name. */
  static final Operation MERCHANTS = payees("wallet.merchants", Map.of());

  /** A supplier by code or name. */
  static final Operation SUPPLIERS = payees("wallet.suppliers", ASKS);

  /** A biller by name, or by what the bill is for. */
  static final Operation BILLER = payees("wallet.biller", ASKS);

  static final Operation BILLERS =
      query(
          "wallet.billers",
          Map.of(),
          Map.of("payees", FieldType.items(WalletOperations.NAME, LISTED, ASKS)),
          "found",
          "none");

  /** Operators of airtime, the likeliest for this number first: numbers are portable. */
  static final Operation OPERATORS =
      query(
          "wallet.operators",
          Map.of("digits", PHONE.orAbsent()),
          Map.of(
              "payees",
              FieldType.items(WalletOperations.NAME, LISTED, Map.of("amounts", text(AMOUNTS)))),
          "found",
          "none");

  /**
   * The number of a bill, customer or invoice, as it is written, and what is due for it where its
   * biller says so.
   */
  static final Operation ABOUT_IT =
      query(
          "wallet.about",
          Map.of("payee", TEXT, "about", TEXT),
          Map.of("about", text(ABOUT), "due", AMOUNT.orAbsent()),
          "open",
          "due",
          "paid",
          "unknown",
          "wrong");

  /**
   * What is to be confirmed. A reference exists from here on, no money moves; what nobody confirms
   * expires, so that asking again is harmless. {@code code}: sent by SMS for {@code prove}.
   */
  static final Operation PREPARE =
      query(
          "wallet.prepare",
          Map.of(
              "kind", TEXT,
              "payee", TEXT.orAbsent(),
              "digits", PHONE.orAbsent(),
              "about", TEXT.orAbsent(),
              "amount", AMOUNT,
              "channel", TEXT,
              "link", text(LINK)),
          Map.ofEntries(
              Map.entry("reference", REFERENCE),
              Map.entry("name", NAMED),
              Map.entry("number", text(MASKED).orAbsent()),
              Map.entry("about", text(ABOUT).orAbsent()),
              Map.entry("amount", AMOUNT),
              Map.entry("fee", FieldType.words(Kind.LOCAL, FEE)),
              Map.entry("provider", text(PROVIDER)),
              Map.entry("channel", text(CHANNEL)),
              Map.entry("code", text(Codes.LENGTH).orAbsent()),
              Map.entry("bound", AMOUNT.orAbsent()),
              Map.entry("amounts", text(AMOUNTS).orAbsent())),
          "ready",
          "again",
          "prove",
          "prove_again",
          "locked",
          "no_wallet",
          "down",
          "no_payee",
          "not_now",
          "self",
          "amounts",
          "too_much",
          "too_much_today",
          "new_payee",
          "many",
          "waiting",
          "sim",
          "blocked",
          "refused");

  /** The "yes" to what was read back: its provider is going to ask the payer. */
  static final Operation PAY =
      command(
          "wallet.pay",
          Set.of(Trait.MOVES_MONEY, Trait.ASKS_TO_PAY),
          Assurance.NETWORK,
          confirmed("reference", REFERENCE),
          Map.of("reference", REFERENCE, "provider", text(PROVIDER)),
          "asked",
          "not_sent",
          "expired");

  /** The same by a code that was sent to the payer's phone with what it is for. */
  static final Operation PROVE =
      command(
          "wallet.prove",
          Set.of(Trait.ASKS_TO_PAY),
          Assurance.CLAIMED,
          confirmed("code", text(Codes.LENGTH)),
          Map.of("reference", REFERENCE, "provider", text(PROVIDER)),
          "asked",
          "not_sent",
          "expired",
          "wrong",
          "late",
          "locked");

  /** The "no" to it. */
  static final Operation CANCEL =
      command(
          "wallet.cancel",
          Set.of(),
          Assurance.CLAIMED,
          Map.of("reference", REFERENCE),
          Map.of(),
          "done");

  static final List<Operation> ALL =
      List.of(
          SERVICES, MERCHANTS, SUPPLIERS, BILLER, BILLERS, OPERATORS, ABOUT_IT, PREPARE, PAY, PROVE,
          CANCEL);

  private PayingOperations() {}

  /** What a "yes" comes with: by which way, and what had been read back. */
  private static Map<String, FieldType> confirmed(String by, FieldType type) {
    return Map.of(
        by,
        type,
        "channel",
        text(CHANNEL),
        "link",
        text(LINK),
        "amount",
        AMOUNT,
        "name",
        NAMED,
        "number",
        text(MASKED).orAbsent(),
        "about",
        text(ABOUT).orAbsent(),
        "fee",
        FieldType.words(Kind.LOCAL, FEE));
  }

  private static Operation payees(String name, Map<String, FieldType> fields) {
    return query(
        name,
        Map.of("text", TEXT),
        Map.of("payees", FieldType.items(WalletOperations.NAME, WalletOperations.OFFERED, fields)),
        "sure",
        "several",
        "none");
  }
}
