package ma.jisr.map.exchange;

import java.util.function.Function;
import ma.jisr.map.ledger.Form;

/**
 * What files have to know of one sort of things.
 *
 * @param form how they are kept
 * @param place the id of the place where one is
 * @param code that one has
 * @param likeness all that one says, as one text: the same for equal ones, in any process
 */
public record Traits<T>(
    Form<T> form,
    Function<T, String> place,
    Function<T, String> code,
    Function<T, String> likeness) {
  /** Where its documents are. */
  String collection() {
    return form.spec().name();
  }
}
