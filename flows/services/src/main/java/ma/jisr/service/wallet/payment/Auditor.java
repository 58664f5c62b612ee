package ma.jisr.service.wallet.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.Document;
import ma.jisr.store.Query;
import ma.jisr.store.Store;

/**
 * Who looks whether anything was changed that must not be: every journal's chain, every line that
 * was copied out against the journal that it comes from, every digest against the lines of its day.
 * Used once.
 */
final class Auditor {
  private final Store store;
  private final Copies copies;
  private final Digests digests;
  private final List<String> flaws = new ArrayList<>();
  private long payments;
  private long lines;
  private long days;

  Auditor(Store store, Copies copies, Digests digests) {
    this.store = store;
    this.copies = copies;
    this.digests = digests;
  }

  CompletableFuture<Verified> verify() {
    return journals("")
        .thenCompose(_ -> copied(""))
        .thenCompose(_ -> digests.all())
        .thenCompose(all -> days(all, 0, ""))
        .thenApply(_ -> new Verified(payments, lines, days, flaws));
  }

  private void flaw(String what) {
    if (flaws.size() < Verified.MOST_FLAWS) flaws.add(what);
  }

  private CompletableFuture<Void> journals(String after) {
    return store
        .scan(PaymentStore.SPEC.name(), after, Query.MAX_LIMIT)
        .thenCompose(
            documents -> {
              for (Document document : documents) journal(document);
              return documents.size() < Query.MAX_LIMIT
                  ? CompletableFuture.completedFuture(null)
                  : journals(documents.getLast().id());
            });
  }

  private void journal(Document document) {
    payments++;
    try {
      Payment payment = PaymentJson.payment(document.json());
      List<Entry> entries = payment.journal().entries();
      payment.journal().flaw(payment.id()).ifPresent(f -> flaw(payment.reference() + ": " + f));
      if (entries.isEmpty() || entries.getLast().to() != payment.state())
        flaw(payment.reference() + ": its journal does not lead to its state");
      for (Entry entry : entries)
        if (entry.centimes() != payment.terms().amount().centimes())
          flaw(payment.reference() + ": line " + entry.seq() + " has another amount");
    } catch (IllegalArgumentException e) {
      flaw("a payment cannot be read");
    }
  }

  private CompletableFuture<Void> copied(String after) {
    return copies
        .scan(after)
        .thenCompose(
            documents -> {
              Map<String, List<Entry>> byPayment = new HashMap<>();
              for (Document document : documents) line(document, byPayment);
              return against(new ArrayList<>(byPayment.keySet()), byPayment)
                  .thenCompose(
                      _ ->
                          documents.size() < Query.MAX_LIMIT
                              ? CompletableFuture.completedFuture(null)
                              : copied(documents.getLast().id()));
            });
  }

  private void line(Document document, Map<String, List<Entry>> byPayment) {
    lines++;
    Copies.Copy copy = Copies.read(document);
    boolean own = document.id().equals(Copies.id(copy.payment(), copy.entry().seq()));
    if (!own || !copy.entry().holds(copy.payment()))
      flaw("line " + document.id() + " of the journal was changed");
    byPayment.computeIfAbsent(copy.payment(), _ -> new ArrayList<>()).add(copy.entry());
  }

  /** What was copied out and what it was copied from say the same. */
  private CompletableFuture<Void> against(List<String> ids, Map<String, List<Entry>> copied) {
    if (ids.isEmpty()) return CompletableFuture.completedFuture(null);
    return store
        .getAll(PaymentStore.SPEC.name(), ids)
        .thenAccept(
            found ->
                copied.forEach(
                    (id, entries) -> {
                      Document document = found.get(id);
                      if (document == null) flaw("the payment of line " + id + " is gone");
                      else compare(PaymentJson.payment(document.json()), entries);
                    }));
  }

  private void compare(Payment payment, List<Entry> copied) {
    List<Entry> own = payment.journal().entries();
    for (Entry entry : copied) {
      boolean there = entry.seq() >= 1 && entry.seq() <= own.size();
      if (!there || !own.get((int) entry.seq() - 1).equals(entry))
        flaw(payment.reference() + ": line " + entry.seq() + " was copied out otherwise");
    }
  }

  private CompletableFuture<Void> days(List<Digest> all, int index, String before) {
    if (index == all.size()) return CompletableFuture.completedFuture(null);
    Digest kept = all.get(index);
    days++;
    if (!kept.before().equals(before)) flaw("the digest of " + kept.day() + " is untied");
    if (index > 0 && !kept.day().equals(all.get(index - 1).day().plusDays(1)))
      flaw("a digest before " + kept.day() + " is missing");
    return digests
        .make(kept.day(), kept.before())
        .thenCompose(
            made -> {
              if (!made.equals(kept)) flaw("the lines of " + kept.day() + " were changed");
              return days(all, index + 1, kept.hash());
            });
  }
}
