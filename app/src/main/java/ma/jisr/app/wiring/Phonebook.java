package ma.jisr.app.wiring;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.service.People;

/**
 * What services are told of people, as the session engine knows them.
 *
 * @param engine running
 */
public record Phonebook(SessionEngine engine) implements People.Directory {
  @Override
  public CompletableFuture<Optional<String>> of(String digits, String link) {
    return engine.person(digits, link);
  }

  @Override
  public CompletableFuture<Optional<String>> number(String person) {
    return engine.number(person);
  }
}
