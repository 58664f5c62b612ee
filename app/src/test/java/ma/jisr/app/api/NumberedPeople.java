package ma.jisr.app.api;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.People;

/** Everybody's id is "p" and their number. */
final class NumberedPeople implements People.Directory {
  private NumberedPeople() {}

  static People of() {
    People people = new People();
    people.connect(new NumberedPeople());
    return people;
  }

  @Override
  public CompletableFuture<Optional<String>> of(String digits, String link) {
    return CompletableFuture.completedFuture(Optional.of("p" + digits));
  }

  @Override
  public CompletableFuture<Optional<String>> number(String person) {
    return CompletableFuture.completedFuture(Optional.of(person.substring(1)));
  }
}
