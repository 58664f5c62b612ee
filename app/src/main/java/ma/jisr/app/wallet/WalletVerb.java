package ma.jisr.app.wallet;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.base.Actor;
import ma.jisr.base.Address;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.service.wallet.payment.Dossier;
import ma.jisr.service.wallet.payment.Payments;
import ma.jisr.service.wallet.payment.State;
import ma.jisr.service.wallet.payment.Verified;

/**
 * Who answers {@code jisr wallet}. Words: {@code verify}, {@code digests}, {@code reconcile DAY},
 * {@code open}, {@code review}, {@code show REF}, {@code rule REF
 * completed|failed|reversed|reversal_failed [TRANSACTION]}, {@code unblock NUMBER}. For those who
 * may act everywhere: payments have no territory.
 */
public final class WalletVerb implements Signed {
  /** Payments that are listed: a page for people. */
  private static final int LISTED = 100;

  private static final String MOROCCO = "212";

  private static final Set<String> READS = Set.of("verify", "digests", "open", "review", "show");

  private static final Set<State> RULINGS =
      Set.of(State.COMPLETED, State.FAILED, State.REVERSED, State.REVERSAL_FAILED);

  private final Payments payments;
  private final Function<Address, CompletableFuture<String>> person;

  /**
   * @param person gives the person behind an address, heard of or not
   */
  public WalletVerb(Payments payments, Function<Address, CompletableFuture<String>> person) {
    this.payments = payments;
    this.person = person;
  }

  @Override
  public boolean changes(List<String> words) {
    return words.isEmpty() || !READS.contains(words.getFirst());
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    boolean keeps = actor.role() == Role.OPERATOR || actor.role() == Role.ADMINISTRATOR;
    if (!keeps || !actor.territory().everywhere())
      throw new IllegalArgumentException("the role, or the territory, does not allow it");
    return switch (Words.at(words, 0)) {
      case "verify" -> verified(Await.of(payments.verify()));
      case "digests" ->
          Told.of(Await.of(payments.digests()).stream().map(PaymentLines::digest).toList());
      case "reconcile" -> reconcile(day(Words.at(words, 1)));
      case "open" -> listed(payments.underWay(LISTED), "nothing is under way");
      case "review" -> listed(payments.inReview(LISTED), "nothing has to be looked at");
      case "show" -> show(Words.at(words, 1));
      case "rule" -> rule(actor, words);
      case "unblock" -> unblock(Words.text(words, 1));
      default ->
          throw new IllegalArgumentException(
              "wallet verify, digests, reconcile, open, review, show, rule or unblock");
    };
  }

  private static Told listed(CompletableFuture<List<Dossier>> found, String none) throws Exception {
    return Told.of(
        PaymentLines.orNone(Await.of(found).stream().map(PaymentLines::brief).toList(), none));
  }

  /** A flaw fails the command: a job that runs it every night must notice. */
  private static Told verified(Verified found) {
    if (!found.flaws().isEmpty())
      throw new IllegalArgumentException(
          "the journal does not hold:\n" + String.join("\n", found.flaws()));
    return Told.of(
        List.of(
            String.format(
                Locale.ROOT,
                "%d payments, %d lines and %d days hold",
                found.payments(),
                found.lines(),
                found.days())));
  }

  private Told reconcile(LocalDate day) throws Exception {
    List<String> lines = new ArrayList<>();
    for (var found : Await.of(payments.reconcile(day))) lines.addAll(PaymentLines.of(found));
    return Told.of(PaymentLines.orNone(lines, "no provider gives statements"));
  }

  private Told show(String reference) throws Exception {
    return Told.of(
        Await.of(payments.dossier(reference))
            .map(PaymentLines::whole)
            .orElseThrow(WalletVerb::unknown));
  }

  private Told rule(Actor actor, List<String> words) throws Exception {
    String reference = Words.at(words, 1);
    State to = state(Words.at(words, 2));
    String transaction = words.size() > 3 ? Words.text(words, 3) : null;
    var view = Await.of(payments.rule(reference, actor.id(), to, transaction));
    if (view.isEmpty()) throw unknown();
    boolean holds = view.get().state() == to;
    String line =
        holds
            ? view.get().reference() + " is " + lower(to)
            : view.get().reference() + " noted; it holds when somebody else finds the same";
    return new Told(List.of(line), view.get().reference());
  }

  private static State state(String word) {
    Optional<State> state =
        RULINGS.stream().filter(one -> lower(one).equals(word.replace('-', '_'))).findFirst();
    return state.orElseThrow(
        () ->
            new IllegalArgumentException(
                "a ruling is completed, failed, reversed or reversal_failed"));
  }

  private Told unblock(String number) throws Exception {
    // What was typed is in no message: it may be somebody's number all the same.
    Msisdn msisdn =
        Msisdn.parse(number, MOROCCO)
            .orElseThrow(
                () -> new IllegalArgumentException("the phone is no number: write it as +212661…"));
    Await.of(payments.unblock(Await.of(person.apply(Address.of(msisdn)))));
    return Told.of(List.of("payments from this number are taken again"));
  }

  private static LocalDate day(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a day is written as 2026-11-22");
    }
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("there is no payment of this reference");
  }
}
