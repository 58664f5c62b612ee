package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.wallet.port.Statement;
import ma.jisr.service.wallet.port.WalletPort;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Who holds providers' statements against our payments, both ways, and keeps what differs. Nothing
 * is changed by it, but that a payment of which we know less than the statement is asked about.
 * Callable from any thread.
 */
final class Reconciler {
  static final CollectionSpec SPEC =
      new CollectionSpec("payment_statements", CollectionSpec.Area.BULK, List.of());

  /** What we learnt so near to midnight may be booked on the other day. */
  private static final Duration BORDER = Duration.ofHours(1);

  /**
   * Pages of a statement: hundreds of thousands of lines; a provider that never ends is cut off.
   */
  private static final int PAGES = 1_000;

  private final Store store;
  private final PaymentStore payments;
  private final Copies copies;
  private final Paying paying;
  private final Wallets wallets;

  Reconciler(Store store, PaymentStore payments, Copies copies, Paying paying, Wallets wallets) {
    this.store = store;
    this.payments = payments;
    this.copies = copies;
    this.paying = paying;
    this.wallets = wallets;
  }

  CompletableFuture<List<Reconciliation>> reconcile(LocalDate day, Instant now) {
    List<Reconciliation> done = new ArrayList<>();
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (WalletPort port : wallets.ports())
      if (port.capabilities().statements())
        all = all.thenCompose(_ -> one(port, day, now)).thenAccept(done::add);
    return all.thenApply(_ -> List.copyOf(done));
  }

  private CompletableFuture<Reconciliation> one(WalletPort port, LocalDate day, Instant now) {
    Comparison comparison = new Comparison();
    return pull(port, day)
        .thenCompose(
            lines -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              if (lines.isPresent())
                for (Statement.Line line : lines.get())
                  all = all.thenCompose(_ -> line(comparison, port, line, now));
              CompletableFuture<Void> both =
                  lines.isPresent() ? all.thenCompose(_ -> ours(comparison, port, day, null)) : all;
              return both.thenApply(_ -> comparison.done(port.id(), day, lines.isPresent()));
            })
        .thenCompose(this::keep);
  }

  /** The whole statement of a day; empty where it was not to be had. */
  private static CompletableFuture<Optional<List<Statement.Line>>> pull(
      WalletPort port, LocalDate day) {
    return pull(port, day, null, new ArrayList<>(), PAGES);
  }

  private static CompletableFuture<Optional<List<Statement.Line>>> pull(
      WalletPort port, LocalDate day, @Nullable String from, List<Statement.Line> lines, int left) {
    if (left == 0) return CompletableFuture.completedFuture(Optional.empty());
    return port.statement(day, from)
        .thenCompose(
            page -> {
              if (page == null) return CompletableFuture.completedFuture(Optional.empty());
              lines.addAll(page.lines());
              return page.next() == null
                  ? CompletableFuture.completedFuture(Optional.of(lines))
                  : pull(port, day, page.next(), lines, left - 1);
            });
  }

  private CompletableFuture<Void> line(
      Comparison comparison, WalletPort port, Statement.Line line, Instant now) {
    return of(port, line)
        .thenCompose(
            payment -> {
              comparison.line(line, payment);
              boolean news = payment.isPresent() && payment.get().open();
              if (!news) return CompletableFuture.completedFuture(null);
              String content = "statement " + line.transaction();
              return payments
                  .apply(payment.get().id(), new Evidence.Heard(content), now)
                  .thenApply(_ -> null);
            });
  }

  private CompletableFuture<Optional<Payment>> of(WalletPort port, Statement.Line line) {
    CompletableFuture<Optional<Payment>> found =
        line.ours().isEmpty()
            ? payments.ofTransaction(line.transaction()).thenApply(l -> l.stream().findFirst())
            : paying.of(line.ours());
    return found.thenApply(p -> p.filter(q -> q.terms().provider().equals(port.id())));
  }

  /** What we know to have been booked on that day. */
  private CompletableFuture<Void> ours(
      Comparison comparison, WalletPort port, LocalDate day, @Nullable String after) {
    return copies
        .of(day, after)
        .thenCompose(
            page -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Document document : page.documents()) {
                Copies.Copy copy = Copies.read(document);
                if (books(copy.entry()))
                  all = all.thenCompose(_ -> booked(comparison, port, day, copy));
              }
              return page.next() == null
                  ? all
                  : all.thenCompose(_ -> ours(comparison, port, day, page.next()));
            });
  }

  private static boolean books(Entry entry) {
    boolean moved = entry.from() != entry.to();
    return moved && (entry.to() == State.COMPLETED || entry.to() == State.REVERSED);
  }

  private CompletableFuture<Void> booked(
      Comparison comparison, WalletPort port, LocalDate day, Copies.Copy copy) {
    boolean back = copy.entry().to() == State.REVERSED;
    if (comparison.has(copy.payment(), back)) return CompletableFuture.completedFuture(null);
    return payments
        .get(copy.payment())
        .thenCompose(
            found -> {
              boolean theirs =
                  found.isPresent() && found.get().terms().provider().equals(port.id());
              if (!theirs) return CompletableFuture.completedFuture(null);
              return beside(port, day, copy.entry().at(), found.get(), back)
                  .thenAccept(
                      there -> {
                        if (!there) comparison.missing(found.get(), back);
                      });
            });
  }

  /** Whether what is missing stands in another day's statement: we may have learnt of it late. */
  private static CompletableFuture<Boolean> beside(
      WalletPort port, LocalDate day, Instant at, Payment payment, boolean back) {
    CompletableFuture<Boolean> there = CompletableFuture.completedFuture(false);
    for (LocalDate other : others(day, at, payment))
      there =
          there.thenCompose(
              found ->
                  found
                      ? CompletableFuture.completedFuture(true)
                      : pull(port, other).thenApply(lines -> has(lines, payment, back)));
    return there;
  }

  private static Set<LocalDate> others(LocalDate day, Instant at, Payment payment) {
    Set<LocalDate> others = new TreeSet<>();
    others.add(PaymentRules.day(at.minus(BORDER)));
    others.add(PaymentRules.day(at.plus(BORDER)));
    Instant sent = payment.active().sent();
    if (sent != null) others.add(PaymentRules.day(sent));
    others.remove(day);
    return others;
  }

  private static boolean has(Optional<List<Statement.Line>> lines, Payment payment, boolean back) {
    return lines.isPresent()
        && lines.get().stream()
            .filter(line -> line.ours().equals(payment.reference()))
            .anyMatch(line -> line.amount().centimes() < 0 == back);
  }

  private CompletableFuture<Reconciliation> keep(Reconciliation found) {
    String id = found.provider() + ':' + found.day();
    return Rewrite.of(
        store,
        SPEC.name(),
        id,
        "statement",
        Priority.BACKGROUND,
        before ->
            new Rewrite.Change<>(PaymentJson.write(found, before.orElse("{}")).toString(), found));
  }
}
