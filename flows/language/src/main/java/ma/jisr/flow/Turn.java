package ma.jisr.flow;

import java.util.List;
import ma.jisr.flow.person.Person;

/**
 * The outcome of one step: the person afterwards and what is to be done.
 *
 * @param person to be written once, durably, before any effect
 * @param effects in order
 */
public record Turn(Person person, List<Effect> effects) {
  public Turn {
    effects = List.copyOf(effects);
  }
}
