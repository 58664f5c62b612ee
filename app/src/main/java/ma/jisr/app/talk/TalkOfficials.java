package ma.jisr.app.talk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Agents;
import ma.jisr.base.Role;
import ma.jisr.service.People;

/**
 * Who is registered in a transcript: its user by their first line, others as the script goes.
 *
 * @param account of the user
 * @param user their person, once they have said something
 * @param others by person
 * @param numbers of those whom the script names before they have said anything
 */
record TalkOfficials(
    Optional<Actor> account,
    Supplier<CompletableFuture<Optional<String>>> user,
    Map<String, Actor> others,
    Map<String, String> numbers)
    implements Agents {
  static TalkOfficials in(Talk talk, Supplier<CompletableFuture<Optional<String>>> user) {
    return new TalkOfficials(
        talk.user().account(), user, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  /** The same directory, which also knows the numbers that the script has named. */
  People.Directory knowing(People.Directory directory) {
    return new People.Directory() {
      @Override
      public CompletableFuture<Optional<String>> of(String digits, String link) {
        return directory
            .of(digits, link)
            .thenApply(
                person -> {
                  person.ifPresent(id -> numbers.put(id, digits));
                  return person;
                });
      }

      @Override
      public CompletableFuture<Optional<String>> number(String person) {
        return directory
            .number(person)
            .thenApply(known -> known.or(() -> Optional.ofNullable(numbers.get(person))));
      }

      @Override
      public CompletableFuture<Optional<People.Known>> known(String person) {
        return directory.known(person);
      }
    };
  }

  @Override
  public CompletableFuture<Optional<Actor>> of(String person) {
    Actor other = others.get(person);
    if (other != null) return CompletableFuture.completedFuture(Optional.of(other));
    return user.get().thenApply(known -> known.filter(person::equals).flatMap(_ -> account));
  }

  @Override
  public CompletableFuture<Map<String, Actor>> all(Role role) {
    return user.get()
        .thenApply(
            known -> {
              Map<String, Actor> all = new LinkedHashMap<>(others);
              known.ifPresent(person -> account.ifPresent(actor -> all.put(person, actor)));
              all.values().removeIf(actor -> actor.role() != role);
              return all;
            });
  }
}
