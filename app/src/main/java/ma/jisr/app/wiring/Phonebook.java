package ma.jisr.app.wiring;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.person.Reply;
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

  @Override
  public CompletableFuture<Optional<People.Known>> known(String person) {
    return engine.stored(person).thenApply(found -> found.flatMap(Phonebook::known));
  }

  private static Optional<People.Known> known(Person person) {
    Profile profile = person.profile();
    for (Reply reply : person.replies())
      if (reply.kind() == ChannelKind.SMS)
        return Optional.of(
            new People.Known(
                reply.link(),
                reply.code(),
                profile.language(),
                profile.scripts(),
                profile.stopped()));
    return Optional.empty();
  }
}
