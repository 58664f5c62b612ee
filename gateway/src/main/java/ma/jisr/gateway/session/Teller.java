package ma.jisr.gateway.session;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.signal.Tell;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.limit.Destinations;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own command: what one person's conversation tells another becomes a row of the
 * other's inbox, under the key of the call. Answered when the row is durable; callable from any
 * thread.
 */
final class Teller {
  static final String DONE = "done";
  static final String REFUSED = "refused";

  private final Loop loop;
  private final Inbox inbox;
  private final Destinations destinations;
  private final BiFunction<Address, String, CompletableFuture<String>> persons;

  /**
   * @param persons the person behind an address, made known by this link if need be; failed when
   *     nobody new is let in now
   */
  Teller(
      Loop loop,
      Inbox inbox,
      Destinations destinations,
      BiFunction<Address, String, CompletableFuture<String>> persons) {
    this.loop = loop;
    this.inbox = inbox;
    this.destinations = destinations;
    this.persons = persons;
  }

  CompletableFuture<OperationResult> tell(OperationRequest request) {
    Tell tell = Tell.of(request.arguments());
    if (!loop.now().isBefore(tell.notice().expires())) return answered(REFUSED);
    return switch (tell.to()) {
      case Value.Phone(String digits) -> {
        Address address = new Address("tel", digits);
        yield destinations.allow(address)
            ? persons
                .apply(address, tell.way().link())
                .thenCompose(person -> hand(person, address, tell, request.key()))
            : answered(REFUSED);
      }
      case Value.Text(String person) -> hand(person, null, tell, request.key());
      default -> answered(REFUSED);
    };
  }

  private CompletableFuture<OperationResult> hand(
      String person, @Nullable Address address, Tell tell, String key) {
    return inbox
        .tell(person, tell.notice(), address, tell.way(), key)
        .thenCompose(handed -> answered(DONE));
  }

  private static CompletableFuture<OperationResult> answered(String outcome) {
    return CompletableFuture.completedFuture(new OperationResult(outcome, Map.of()));
  }
}
