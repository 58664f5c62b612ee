package ma.jisr.app.wiring;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.session.PersonDesk;
import ma.jisr.gateway.session.PersonDocument;
import ma.jisr.service.account.Persons;
import ma.jisr.service.account.Portrait;

/**
 * What the account service is told of persons, as the session engine has them.
 *
 * @param desk of the running engine
 * @param clock the engine's
 */
public record Registrar(PersonDesk desk, InstantSource clock) implements Persons.Engine {
  private static final String TELEPHONE = "tel";

  @Override
  public CompletableFuture<Optional<Portrait>> portrait(String person) {
    return desk.document(person).thenApply(found -> found.map(this::portrait));
  }

  private Portrait portrait(PersonDocument document) {
    List<String> numbers = new ArrayList<>();
    List<String> chats = new ArrayList<>();
    for (Address address : document.addresses())
      if (address.scheme().equals(TELEPHONE)) numbers.add(address.value());
      else chats.add(address.scheme());
    Profile profile = document.person().profile();
    Value.Item home = profile.home();
    int waiting = 0;
    for (OutboxEntry entry : document.outbox()) if (!entry.returnPath()) waiting++;
    return new Portrait(
        numbers,
        chats,
        desk.names(document),
        profile.language(),
        profile.scripts(),
        home == null ? null : home.label(),
        profile.lastPlaces().stream().map(Value.Item::label).toList(),
        profile.stopped(),
        document.person().conversations().stream().map(Conversation::flow).toList(),
        waiting,
        document.heard() > 0 ? LocalDate.ofEpochDay(document.heard()) : null);
  }

  private static Address phone(String digits) {
    return new Address(TELEPHONE, digits);
  }

  @Override
  public CompletableFuture<Optional<String>> known(String digits) {
    return desk.known(phone(digits));
  }

  @Override
  public CompletableFuture<Map<String, String>> behind(List<String> names) {
    return desk.behind(names);
  }

  @Override
  public CompletableFuture<Void> unname(String person, List<String> names) {
    return desk.unname(person, names);
  }

  @Override
  public CompletableFuture<Void> leave(String person) {
    return desk.leave(person);
  }

  @Override
  public CompletableFuture<Boolean> bury(String person, boolean now) {
    return desk.bury(person, now);
  }

  @Override
  public CompletableFuture<Void> clear(String person) {
    return desk.clear(person);
  }

  @Override
  public CompletableFuture<Void> hide(String person, String key) {
    // A once key is the conversation's id, the step and the visit.
    return desk.hide(person, key.substring(0, Math.max(0, key.indexOf('/'))));
  }

  @Override
  public CompletableFuture<Optional<String>> tie(String person, String digits, String link) {
    return desk.tie(person, phone(digits));
  }

  @Override
  public CompletableFuture<Void> stop(String digits, boolean stopped) {
    return desk.stop(phone(digits), stopped, clock.instant());
  }

  @Override
  public CompletableFuture<Boolean> stopped(String digits) {
    return desk.stopped(phone(digits));
  }
}
