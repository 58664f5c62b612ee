package ma.jisr.service.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Assurance;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.service.Ports;
import ma.jisr.service.WalletPorts;
import ma.jisr.service.proof.Proven;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payment.Begun;
import ma.jisr.service.wallet.payment.Intent;
import ma.jisr.service.wallet.payment.Prepared;
import ma.jisr.service.wallet.payment.Quote;
import ma.jisr.service.wallet.payment.Shown;
import ma.jisr.service.wallet.payment.View;
import ma.jisr.service.wallet.payment.Why;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/** What is answered on the way to a payment, from the menu to the yes or the no. */
final class PayingAnswers {
  /** What a code was sent for begins with it: the same person may be proving something else. */
  private static final String WISH = "wallet.pay ";

  /** No name is told. */
  private static final String NAMELESS = "?";

  private static final String USSD = "ussd";

  private final Ports ports;
  private final WalletPorts wallet;
  private final PayeeAnswers payees;

  PayingAnswers(Ports ports, WalletPorts wallet) {
    this.ports = ports;
    this.wallet = wallet;
    this.payees = new PayeeAnswers(wallet.payees(), wallet.payments(), ports.people());
  }

  CompletableFuture<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "wallet.services" -> services(request);
      case "wallet.merchants" -> payees.find(request, Kind.MERCHANT);
      case "wallet.suppliers" -> payees.find(request, Kind.SUPPLIER);
      case "wallet.biller" -> payees.find(request, Kind.BILL);
      case "wallet.billers" -> payees.listed(Kind.BILL);
      case "wallet.operators" -> payees.operators(request);
      case "wallet.about" -> payees.about(request);
      case "wallet.prepare" -> prepare(request);
      case "wallet.pay" -> pay(request);
      case "wallet.prove" -> prove(request);
      default -> cancel(request);
    };
  }

  // ---- which services

  private CompletableFuture<OperationResult> services(OperationRequest request) {
    return wallet
        .payments()
        .services(request.person())
        .thenApply(
            pushed -> {
              if (pushed.isEmpty()) return outcome("no_wallet");
              Set<Kind> offered = EnumSet.copyOf(pushed);
              // Without anybody to pay there is nothing to offer.
              offered.removeIf(kind -> kind != Kind.TRANSFER && wallet.payees().of(kind).isEmpty());
              String wanted = Given.text(request, "kind");
              boolean has = offered.stream().anyMatch(kind -> word(kind).equals(wanted));
              if (!wanted.isEmpty() && !has) return outcome(WalletOperations.HIDDEN);
              Map<String, Value> flags = new HashMap<>();
              for (Kind kind : offered) flags.put(word(kind), new Value.Flag(true));
              flags.put("benefit", new Value.Flag(true));
              return new OperationResult("offered", flags);
            });
  }

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Kind kind(String word) {
    for (Kind kind : Kind.values()) if (word(kind).equals(word)) return kind;
    return null;
  }

  // ---- what is read back

  private CompletableFuture<OperationResult> prepare(OperationRequest request) {
    Kind kind = kind(Given.text(request, "kind"));
    Money amount = Given.money(request, "amount");
    String digits = Given.digits(request, "digits");
    if (kind == null || amount == null) return now(outcome("refused"));
    if (kind == Kind.TRANSFER && digits == null) return now(outcome("no_payee"));
    PayeeEntry payee = wallet.payees().byCode(Given.text(request, "payee")).orElse(null);
    if (payee != null && !payee.amounts().isEmpty() && !payee.amounts().contains(amount))
      return now(
          new OperationResult(
              "amounts", Map.of("amounts", new Value.Text(WalletWords.list(payee.amounts())))));
    Intent intent =
        new Intent(
            request.person(),
            Given.text(request, "channel"),
            Given.text(request, "link"),
            kind,
            payee == null ? "" : payee.code(),
            digits,
            Given.text(request, "about"),
            amount);
    return wallet
        .payments()
        .prepare(request.key(), intent)
        .thenCompose(
            prepared ->
                switch (prepared) {
                  case Prepared.Ready(Quote quote) -> ready(request, quote, digits);
                  case Prepared.Not(Why why, Money bound) -> now(not(why, bound, payee));
                });
  }

  private CompletableFuture<OperationResult> ready(
      OperationRequest request, Quote quote, @Nullable String digits) {
    Map<String, Value> values = new HashMap<>();
    boolean named = !quote.name().byLanguage().containsValue(NAMELESS);
    String hidden = digits == null ? "" : WalletWords.hidden(digits);
    LocalText name = named || digits == null ? quote.name() : LocalText.same(hidden);
    values.put("reference", new Value.Text(quote.reference()));
    values.put("name", new Value.Local(name));
    if (named && digits != null) values.put("number", new Value.Text(hidden));
    String about = Given.text(request, "about");
    if (!about.isEmpty()) values.put("about", new Value.Text(about));
    values.put("amount", new Value.Amount(quote.amount().centimes()));
    values.put("fee", new Value.Local(WalletWords.fee(quote.fee())));
    values.put("provider", new Value.Text(quote.provider()));
    values.put("channel", new Value.Text(Given.text(request, "channel")));
    boolean sure = request.assurance().compareTo(Assurance.NETWORK) >= 0;
    if (sure) return now(new OperationResult(quote.again() ? "again" : "ready", values));
    return wallet
        .proofs()
        .ask(request.person(), request.key(), WISH + quote.reference(), clock())
        .thenApply(
            code -> {
              if (code.isEmpty()) return outcome("locked");
              values.put("code", new Value.Text(code.get()));
              return new OperationResult(quote.again() ? "prove_again" : "prove", values);
            });
  }

  private static OperationResult not(Why why, @Nullable Money bound, @Nullable PayeeEntry payee) {
    Map<String, Value> values = new HashMap<>();
    if (bound != null) values.put("bound", new Value.Amount(bound.centimes()));
    if (payee != null) values.put("name", new Value.Local(payee.name()));
    String outcome =
        switch (why) {
          case NO_WALLET -> "no_wallet";
          case HIDDEN -> WalletOperations.HIDDEN;
          case DOWN, UNSURE -> "down";
          case PAYEE_UNKNOWN -> "no_payee";
          case PAYEE_UNAVAILABLE -> "not_now";
          case SELF -> "self";
          case CAP_ONCE, CAP_LEVEL -> "too_much";
          case CAP_DAY -> "too_much_today";
          case CAP_NEW_PAYEE -> "new_payee";
          case MANY_PENDING -> "waiting";
          case MANY_AN_HOUR, LOOKUPS -> "many";
          case SIM_CHANGED -> "sim";
          case BLOCKED -> "blocked";
          case REFUSED, NO_PAYMENT -> "refused";
        };
    return new OperationResult(outcome, values);
  }

  // ---- yes and no

  private CompletableFuture<OperationResult> pay(OperationRequest request) {
    boolean ussd = Given.text(request, "channel").equals(USSD);
    Duration settle = ussd ? wallet.settle().apply(Given.text(request, "link")) : Duration.ZERO;
    return begin(request, Given.text(request, "reference"), settle);
  }

  private CompletableFuture<OperationResult> prove(OperationRequest request) {
    return wallet
        .proofs()
        .prove(request.person(), request.key(), Given.text(request, "code"), clock())
        .thenCompose(
            proven ->
                switch (proven.outcome()) {
                  case RIGHT -> proven(request, proven);
                  case WRONG -> now(outcome("wrong"));
                  case LATE -> now(outcome("late"));
                  case LOCKED -> now(outcome("locked"));
                });
  }

  private CompletableFuture<OperationResult> proven(OperationRequest request, Proven proven) {
    if (!proven.content().startsWith(WISH)) return now(outcome("wrong"));
    return begin(request, proven.content().substring(WISH.length()), Duration.ZERO);
  }

  private CompletableFuture<OperationResult> begin(
      OperationRequest request, String reference, Duration settle) {
    Shown shown =
        new Shown(Given.text(request, "channel"), request.language(), ShownText.hash(request));
    return wallet
        .payments()
        .pay(request.key(), request.person(), reference, shown, settle)
        .thenApply(begun -> begun(begun, reference));
  }

  private static OperationResult begun(Begun begun, String reference) {
    return switch (begun) {
      case Begun.Asked(View view) -> view("asked", view);
      case Begun.Not not ->
          new OperationResult("not_sent", Map.of("reference", new Value.Text(reference)));
      case Begun.Over(View view) ->
          switch (view.state()) {
            case EXPIRED -> view("expired", view);
            case CREATED, CANCELLED -> view("not_sent", view);
            // Another "yes" has had it asked for already.
            default -> view("asked", view);
          };
    };
  }

  private static OperationResult view(String outcome, View view) {
    return new OperationResult(
        outcome,
        Map.of(
            "reference", new Value.Text(view.reference()),
            "provider", new Value.Text(view.provider())));
  }

  private CompletableFuture<OperationResult> cancel(OperationRequest request) {
    return wallet
        .payments()
        .cancel(request.key(), request.person(), Given.text(request, "reference"))
        .thenApply(_ -> outcome("done"));
  }

  private Instant clock() {
    return ports.clock().instant();
  }

  private static OperationResult outcome(String outcome) {
    return new OperationResult(outcome, Map.of());
  }

  private static CompletableFuture<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
