package ma.jisr.flow;

import java.time.Instant;
import java.util.List;
import ma.jisr.flow.person.Person;

record Draft(World world, Person person, String inputId, Instant now) {
  Turn turn() {
    return new Turn(person, List.of());
  }
}
