package ma.jisr.service.wallet;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.service.Ports;
import ma.jisr.service.WalletPorts;
import ma.jisr.service.wallet.benefit.Benefit;
import ma.jisr.service.wallet.claim.Claim;
import ma.jisr.service.wallet.claim.Opened;
import ma.jisr.service.wallet.claim.Reason;
import ma.jisr.service.wallet.payment.PaymentRules;
import ma.jisr.service.wallet.payment.State;
import ma.jisr.service.wallet.payment.View;
import org.jspecify.annotations.Nullable;

/** What is answered after a payment: what became of it, claims, and benefits. */
final class FollowAnswers {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);

  private final WalletPorts wallet;
  private final FollowWords words;
  private final Ports ports;

  FollowAnswers(Ports ports, WalletPorts wallet) {
    this.ports = ports;
    this.wallet = wallet;
    this.words = new FollowWords(ports.clock());
  }

  CompletableFuture<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "wallet.last" -> last(request);
      case "wallet.look" -> look(request);
      case "wallet.disputed" -> disputed(request);
      case "wallet.claim" -> claim(request);
      default -> benefits(request);
    };
  }

  private CompletableFuture<OperationResult> last(OperationRequest request) {
    return wallet
        .payments()
        .last(request.person(), FollowOperations.LISTED)
        .thenApply(
            views -> {
              List<Value.Item> items = views.stream().map(words::item).toList();
              return items.isEmpty()
                  ? outcome("none")
                  : new OperationResult("found", Map.of("payments", new Value.Items(items)));
            });
  }

  // ---- what became of it

  /** Theirs, then one to them, then a claim: whatever somebody has the sign of. */
  private CompletableFuture<OperationResult> look(OperationRequest request) {
    String sign = Given.text(request, "reference");
    String person = request.person();
    return wallet
        .payments()
        .view(person, sign)
        .thenCompose(
            own ->
                own.isPresent()
                    ? now(new OperationResult(outcome(own.get()), words.values(own.get())))
                    : received(person, sign));
  }

  private CompletableFuture<OperationResult> received(String person, String sign) {
    return wallet
        .payments()
        .received(person, sign)
        .thenCompose(
            found ->
                found.isPresent()
                    ? now(
                        new OperationResult(
                            found.get().paid() ? "received" : "not_received",
                            words.values(found.get())))
                    : claimed(person, sign));
  }

  private CompletableFuture<OperationResult> claimed(String person, String sign) {
    return wallet
        .claims()
        .of(person, sign)
        .thenApply(
            found ->
                found
                    .map(claim -> new OperationResult(outcome(claim), words.values(claim)))
                    .orElseGet(() -> outcome("none")));
  }

  private static String outcome(View view) {
    return switch (view.state()) {
      case CREATED -> "waiting";
      case CONFIRMED, SUBMITTING, PENDING -> "asked";
      case COMPLETED -> "done";
      case FAILED -> view.failed();
      case EXPIRED -> "expired";
      case CANCELLED -> "cancelled";
      case UNKNOWN -> "unknown";
      case REVIEW -> "review";
      case REVERSAL_PENDING -> "reversing";
      case REVERSED -> "reversed";
      case REVERSAL_FAILED -> "kept";
    };
  }

  private static String outcome(Claim claim) {
    return switch (claim.state()) {
      case OPEN -> "claim_open";
      case WITH_PROVIDER -> "claim_sent";
      case ESCALATED -> "claim_escalated";
      case CLOSED -> "claim_closed";
      case ANSWERED ->
          claim.verdict() == Claim.Verdict.ACCEPTED ? "claim_accepted" : "claim_refused";
    };
  }

  // ---- claims

  private CompletableFuture<OperationResult> disputed(OperationRequest request) {
    return wallet
        .payments()
        .view(request.person(), Given.text(request, "reference"))
        .thenApply(
            found -> {
              if (found.isEmpty()) return outcome("none");
              View view = found.get();
              boolean never =
                  switch (view.state()) {
                    case CREATED, CONFIRMED, EXPIRED, CANCELLED -> true;
                    default -> view.state() == State.FAILED;
                  };
              return new OperationResult(never ? "unpaid" : "found", words.values(view));
            });
  }

  private CompletableFuture<OperationResult> claim(OperationRequest request) {
    Reason reason = reason(Given.text(request, "reason"));
    if (reason == null) return now(outcome("none"));
    String reference = Given.text(request, "reference");
    return wallet
        .claims()
        .open(request.key(), request.person(), reference, reason)
        .thenApply(
            opened ->
                switch (opened) {
                  case Opened.Done(Claim claim) ->
                      new OperationResult(
                          reason == Reason.NOT_ME ? "blocked" : "opened", words.values(claim));
                  case Opened.Already(Claim claim) ->
                      new OperationResult(
                          reason == Reason.NOT_ME ? "blocked" : "open_already",
                          words.values(claim));
                  case Opened.Not(Opened.Why why) ->
                      switch (why) {
                        case NO_PAYMENT -> outcome("none");
                        case NEVER_ASKED -> about("unpaid", reference);
                        case ENOUGH -> about("enough", reference);
                      };
                });
  }

  private static OperationResult about(String outcome, String reference) {
    return new OperationResult(outcome, Map.of("reference", new Value.Text(reference)));
  }

  private static @Nullable Reason reason(String word) {
    for (Reason reason : Reason.values())
      if (reason.name().toLowerCase(Locale.ROOT).equals(word)) return reason;
    return null;
  }

  // ---- benefits

  private CompletableFuture<OperationResult> benefits(OperationRequest request) {
    String wanted = Given.text(request, "benefit");
    return wallet
        .benefits()
        .of(request.person())
        .thenApply(
            all -> {
              if (all.isEmpty()) return outcome("none");
              Optional<Benefit> one =
                  all.size() == 1 ? Optional.of(all.getFirst()) : chosen(all, wanted);
              return one.map(this::benefit).orElseGet(() -> several(all));
            });
  }

  /** A benefit has no sign of its own that may be shown in a list: it is known by its place. */
  private static Optional<Benefit> chosen(List<Benefit> all, String wanted) {
    for (int i = 0; i < all.size(); i++)
      if (String.valueOf(i + 1).equals(wanted)) return Optional.of(all.get(i));
    return Optional.empty();
  }

  private OperationResult benefit(Benefit benefit) {
    Map<String, Value> values = new HashMap<>();
    values.put("title", new Value.Local(benefit.title()));
    values.put("where", new Value.Local(benefit.where()));
    values.put("from", new Value.Text(DAY.format(benefit.from())));
    values.put("until", new Value.Text(DAY.format(benefit.until())));
    if (benefit.amount() != null)
      values.put("amount", new Value.Amount(benefit.amount().centimes()));
    if (!benefit.reference().isEmpty())
      values.put("reference", new Value.Text(benefit.reference()));
    LocalDate today = PaymentRules.day(ports.clock().instant());
    return new OperationResult(benefit.from().isAfter(today) ? "later" : "ready", values);
  }

  private static OperationResult several(List<Benefit> all) {
    List<Value.Item> items = new ArrayList<>();
    for (Benefit benefit : all.subList(0, Math.min(all.size(), FollowOperations.BENEFITS_LISTED)))
      items.add(FollowWords.item(String.valueOf(items.size() + 1), benefit.title()));
    return new OperationResult("several", Map.of("benefits", new Value.Items(items)));
  }

  private static OperationResult outcome(String outcome) {
    return new OperationResult(outcome, Map.of());
  }

  private static CompletableFuture<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
