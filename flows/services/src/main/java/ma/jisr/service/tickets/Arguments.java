package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.value.Value;
import ma.jisr.service.shops.Priority;

/** The arguments of a request, as tickets need them. */
final class Arguments {
  private Arguments() {}

  /** The id of an item, or the text; "" for neither. */
  static String id(OperationRequest request, String argument) {
    return switch (request.arguments().get(argument)) {
      case Value.Item item -> item.id();
      case Value.Text(String text) -> text;
      case null, default -> "";
    };
  }

  /** A number; 0 for none. */
  static int number(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Whole(long number)
        ? Math.clamp(number, 0, Integer.MAX_VALUE)
        : 0;
  }

  /** An instant, or the one that an item stands for. */
  static Optional<Instant> moment(OperationRequest request, String argument) {
    return switch (request.arguments().get(argument)) {
      case Value.Moment moment -> Optional.of(moment.instant());
      case Value.Item item -> parsed(item.id());
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // an option, and no time
    }
  }

  /** Who goes first, as they say. */
  static Priority priority(OperationRequest request) {
    String said = id(request, "first");
    for (Priority priority : Priority.values()) if (word(priority).equals(said)) return priority;
    return Priority.USUAL;
  }

  static String word(Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }
}
