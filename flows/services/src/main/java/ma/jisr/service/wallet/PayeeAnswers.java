package ma.jisr.service.wallet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Money;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.service.People;
import ma.jisr.service.wallet.payee.AboutRule;
import ma.jisr.service.wallet.payee.PayeeBook;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeMatches;
import ma.jisr.service.wallet.payment.Payments;
import ma.jisr.service.wallet.port.Bill;
import ma.jisr.service.wallet.port.Bills;
import ma.jisr.service.wallet.port.Kind;

/** Whom one can pay, and about what: what is answered before an amount is known. */
final class PayeeAnswers {
  private final PayeeBook book;
  private final Payments payments;
  private final People people;

  PayeeAnswers(PayeeBook book, Payments payments, People people) {
    this.book = book;
    this.payments = payments;
    this.people = people;
  }

  /** A payee of this kind, by code or name; a wrong check digit is nobody's code. */
  CompletableFuture<OperationResult> find(OperationRequest request, Kind kind) {
    PayeeMatches found =
        book.search(Given.text(request, "text"), kind, "", WalletOperations.OFFERED);
    List<Value.Item> items = found.payees().stream().map(PayeeAnswers::item).toList();
    String outcome = items.isEmpty() ? "none" : found.sure() ? "sure" : "several";
    return now(outcome, Map.of("payees", new Value.Items(items)));
  }

  /** All of a kind, in the order of its menu. */
  CompletableFuture<OperationResult> listed(Kind kind) {
    return listed(book.of(kind));
  }

  /** Operators of airtime, first the one that such numbers were given to. */
  CompletableFuture<OperationResult> operators(OperationRequest request) {
    String digits = Given.digits(request, "digits");
    CompletableFuture<Optional<String>> whose =
        digits == null
            ? people.number(request.person())
            : CompletableFuture.completedFuture(Optional.of(digits));
    return whose.thenCompose(
        number -> {
          List<PayeeEntry> operators = new ArrayList<>(book.of(Kind.AIRTIME));
          number
              .flatMap(book::likelyOperator)
              .filter(operators::remove)
              .ifPresent(operators::addFirst);
          return listed(operators);
        });
  }

  private static CompletableFuture<OperationResult> listed(List<PayeeEntry> entries) {
    List<Value.Item> items = new ArrayList<>();
    for (PayeeEntry entry : entries)
      if (entry.payable() && items.size() < PayingOperations.LISTED) items.add(item(entry));
    return now(items.isEmpty() ? "none" : "found", Map.of("payees", new Value.Items(items)));
  }

  /** The number of a bill or invoice, as its company writes it, and what is due. */
  CompletableFuture<OperationResult> about(OperationRequest request) {
    PayeeEntry payee = book.byCode(Given.text(request, "payee")).orElse(null);
    AboutRule rule = payee == null ? null : payee.about();
    String number = AboutRule.canonical(Given.text(request, "about"));
    if (payee == null || rule == null || !rule.fits(number)) return now("wrong", Map.of());
    Map<String, Value> values = Map.of("about", new Value.Text(number));
    if (payee.kind() != Kind.BILL) return now("open", values);
    return payments
        .bills(request.person(), payee.account(), number)
        .thenApply(bills -> due(bills, values));
  }

  private static OperationResult due(Bills bills, Map<String, Value> values) {
    return switch (bills) {
      case Bills.NoCustomer none -> new OperationResult("unknown", values);
      case Bills.Unknown unknown -> new OperationResult("open", values);
      case Bills.Open(List<Bill> open) when open.isEmpty() -> new OperationResult("paid", values);
      case Bills.Open(List<Bill> open) -> {
        Map<String, Value> all = new HashMap<>(values);
        Money sum = new Money(0);
        for (Bill bill : open) sum = sum.plus(bill.due());
        all.put("due", new Value.Amount(sum.centimes()));
        yield new OperationResult("due", all);
      }
    };
  }

  static Value.Item item(PayeeEntry payee) {
    Map<String, Value> fields = new HashMap<>();
    AboutRule about = payee.about();
    if (about != null) {
      fields.put("label", new Value.Local(about.label()));
      fields.put("example", new Value.Text(about.example()));
    }
    if (!payee.amounts().isEmpty())
      fields.put("amounts", new Value.Text(WalletWords.list(payee.amounts())));
    return new Value.Item(payee.code(), payee.name(), fields);
  }

  private static CompletableFuture<OperationResult> now(String outcome, Map<String, Value> values) {
    return CompletableFuture.completedFuture(new OperationResult(outcome, values));
  }
}
