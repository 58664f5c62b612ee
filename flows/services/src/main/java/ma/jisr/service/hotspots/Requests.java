package ma.jisr.service.hotspots;

import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.value.Value;

/** The arguments of a request, as text. */
public final class Requests {
  private Requests() {}

  /** The id of an item, or the text; "" for neither. */
  public static String id(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Item item
        ? item.id()
        : text(request, argument);
  }

  /** The text; "" for none. */
  public static String text(OperationRequest request, String argument) {
    return request.arguments().get(argument) instanceof Value.Text(String text) ? text : "";
  }
}
