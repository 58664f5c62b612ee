package ma.jisr.sandbox.wallet.payment;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All payments, by what they are known by; the oldest go when there are too many. */
final class Register {
  /** The most that are kept: more than a demonstration or a test makes. */
  private static final int KEPT = 100_000;

  private final Map<String, Payment> byReference = new HashMap<>();
  private final Map<String, Payment> byServer = new HashMap<>();
  private final Map<String, Payment> byCorrelation = new HashMap<>();
  private final Deque<Payment> inOrder = new ArrayDeque<>();

  void add(Payment payment) {
    inOrder.add(payment);
    byReference.put(payment.reference(), payment);
    byServer.put(payment.server(), payment);
    byCorrelation.put(payment.order().correlation(), payment);
    if (inOrder.size() > KEPT) {
      Payment oldest = inOrder.remove();
      byReference.remove(oldest.reference());
      byServer.remove(oldest.server());
      byCorrelation.remove(oldest.order().correlation());
    }
  }

  Optional<Payment> byReference(String reference) {
    return Optional.ofNullable(byReference.get(reference));
  }

  Optional<Payment> byServer(String server) {
    return Optional.ofNullable(byServer.get(server));
  }

  Optional<Payment> byCorrelation(String correlation) {
    return Optional.ofNullable(byCorrelation.get(correlation));
  }

  Collection<Payment> all() {
    return List.copyOf(inOrder);
  }
}
