package ma.jisr.service.hotspots;

import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.value.Value;

/** The arguments of a request, as text. */
final class Requests {
  private Requests() {}

  /** The id of an item, or the text; "" for neither. */
  static String id(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Item item
        ? item.id()
        : text(request, argument);
  }

  /** The text; "" for none. */
  static String text(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Text(String text) ? text : "";
  }
}
