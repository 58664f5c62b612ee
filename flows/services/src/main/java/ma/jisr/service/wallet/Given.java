package ma.jisr.service.wallet;

import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/** The arguments of a request, as payments need them. */
final class Given {
  private Given() {}

  /** The text, or the id of an item; "" for neither. */
  static String text(OperationRequest request, String argument) {
    return switch (request.arguments().get(argument)) {
      case Value.Text(String text) -> text;
      case Value.Item item -> item.id();
      case null, default -> "";
    };
  }

  /** The sum; null for none, or for none above zero. */
  static @Nullable Money money(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Amount(long centimes)
            && centimes > 0
            && centimes <= Money.MAX_CENTIMES
        ? new Money(centimes)
        : null;
  }

  /** E.164 digits without the plus; null for none, or for a word in a number's place ("mine"). */
  static @Nullable String digits(OperationRequest request, String argument) {
    if (!(request.arguments().get(argument) instanceof Value.Phone(String digits))) return null;
    return digits.chars().allMatch(Character::isDigit) ? digits : null;
  }

  /** As it reads in the language of whoever asks; "" for none. */
  static String shown(OperationRequest request, String argument) {
    return switch (request.arguments().get(argument)) {
      case Value.Local(LocalText text) -> text.in(request.language(), false);
      case Value.Amount(long centimes) -> Long.toString(centimes);
      case null, default -> text(request, argument);
    };
  }
}
