package ma.jisr.service.wallet;

import static ma.jisr.service.wallet.WalletOperations.NAME;
import static ma.jisr.service.wallet.WalletOperations.REFERENCE;
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
import ma.jisr.service.wallet.benefit.BenefitDraft;

/**
 * What follows a payment: what became of it, what to do when something is wrong with it; and the
 * benefits that wait for somebody. Each answers of the person's own affairs only; a reference of
 * somebody else's is not known.
 */
final class FollowOperations {
  /** Payments in a list: with their labels they fit one screen. */
  static final int LISTED = 4;

  /** Longest label of one: "45 DH Epicerie Bar 22/11". */
  static final int LABEL = 24;

  /** Longest day or hour: "mercredi 10h30". */
  static final int WHEN = 16;

  /** Longest receipt that is told; of a longer one the reference is enough. */
  static final int RECEIPT = 12;

  /** Longest name of a provider, as its port allows. */
  private static final int PROVIDER = 16;

  /** Longest name of whom to turn to next. */
  static final int RECOURSES = 32;

  /** "31/03". */
  private static final int DATE = 5;

  /** Benefits in a list, and the longest label of one: what an SMS in Arabic letters holds. */
  static final int BENEFITS_LISTED = 3;

  static final int PROGRAMME = 16;

  private static final FieldType NAMED = FieldType.words(Kind.LOCAL, NAME).orAbsent();
  private static final FieldType AMOUNT = FieldType.of(Kind.AMOUNT).orAbsent();
  private static final FieldType DAY = FieldType.words(Kind.LOCAL, WHEN).orAbsent();
  private static final FieldType SIGN = text(REFERENCE).orAbsent();
  private static final FieldType PAID_BY = text(PROVIDER).orAbsent();
  private static final FieldType RECOURSE = FieldType.words(Kind.LOCAL, RECOURSES).orAbsent();

  /** The person's last payments, the newest first. */
  static final Operation LAST =
      query(
          "wallet.last",
          Map.of(),
          Map.of("payments", FieldType.items(LABEL, LISTED, Map.of())),
          "found",
          "none");

  /**
   * What became of a payment of theirs, of one to them, or of a claim of theirs. {@code reference}:
   * as it was typed.
   */
  static final Operation LOOK =
      query(
          "wallet.look",
          Map.of("reference", text(0)),
          Map.ofEntries(
              Map.entry("reference", SIGN),
              Map.entry("amount", AMOUNT),
              Map.entry("name", NAMED),
              Map.entry("fee", AMOUNT),
              Map.entry("receipt", text(RECEIPT).orAbsent()),
              Map.entry("about", text(LABEL).orAbsent()),
              Map.entry("when", DAY),
              Map.entry("provider", PAID_BY),
              Map.entry("number", SIGN),
              Map.entry("by", DAY),
              Map.entry("recourse", RECOURSE)),
          "done",
          "asked",
          "waiting",
          "cancelled",
          "expired",
          "failed_funds",
          "failed_limit",
          "failed_full",
          "failed_declined",
          "failed_account",
          "failed_other",
          "unknown",
          "review",
          "reversing",
          "reversed",
          "kept",
          "received",
          "not_received",
          "claim_open",
          "claim_sent",
          "claim_accepted",
          "claim_refused",
          "claim_escalated",
          "claim_closed",
          "none",
          "many");

  /** A payment of theirs, before something is said against it. */
  static final Operation DISPUTED =
      query(
          "wallet.disputed",
          Map.of("reference", text(0)),
          Map.of("reference", SIGN, "amount", AMOUNT, "name", NAMED, "provider", PAID_BY),
          "found",
          "unpaid",
          "none");

  /**
   * Says something against a payment: {@code reason} is wrong_person, not_delivered, not_me or
   * amount. "Not me" also blocks payments from this number.
   */
  static final Operation CLAIM =
      command(
          "wallet.claim",
          Set.of(),
          Assurance.CLAIMED,
          Map.of("reference", text(0), "reason", text(0)),
          Map.of(
              "reference",
              SIGN,
              "number",
              SIGN,
              "by",
              DAY,
              "provider",
              PAID_BY,
              "recourse",
              RECOURSE),
          "opened",
          "blocked",
          "open_already",
          "unpaid",
          "enough",
          "none");

  /** What there is for the person of this number, where and until when. */
  static final Operation BENEFITS =
      query(
          "wallet.benefits",
          Map.of("benefit", FieldType.item(PROGRAMME, Map.of()).orAbsent()),
          Map.of(
              "benefits", FieldType.items(PROGRAMME, BENEFITS_LISTED, Map.of()),
              "title", FieldType.words(Kind.LOCAL, BenefitDraft.MAX_TITLE).orAbsent(),
              "where", FieldType.words(Kind.LOCAL, BenefitDraft.MAX_WHERE).orAbsent(),
              "from", text(DATE).orAbsent(),
              "until", text(DATE).orAbsent(),
              "amount", AMOUNT,
              "reference", text(LABEL).orAbsent()),
          "ready",
          "later",
          "several",
          "none");

  static final List<Operation> ALL = List.of(LAST, LOOK, DISPUTED, CLAIM, BENEFITS);

  private FollowOperations() {}
}
