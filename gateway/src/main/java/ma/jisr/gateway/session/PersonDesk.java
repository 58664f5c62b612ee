package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import ma.jisr.base.Address;
import ma.jisr.base.Loop;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.gateway.limit.Destinations;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What others may ask of persons' documents, and do to them: seen, hidden, tied to another address,
 * erased. Each change is made on the person's loop, between two turns, and may be repeated.
 * Callable from any thread.
 */
public final class PersonDesk {
  private static final String TELEPHONE = Numbers.TELEPHONE;

  private final Loop loop;
  private final Ground ground;
  private final Function<String, Lane> lanes;
  private final Desks desks;
  private final Destinations destinations;
  private final Enrolment enrolment;
  private final StopList stops;
  private final Numbers numbers;
  private final PersonReader reader;
  private final AtomicLong amendments = new AtomicLong();

  /**
   * @param loop on which documents are opened
   * @param lanes whose turns a person has, by id
   */
  PersonDesk(
      Loop loop,
      Ground ground,
      Function<String, Lane> lanes,
      Desks desks,
      Destinations destinations,
      RandomGenerator random) {
    this.loop = loop;
    this.ground = ground;
    this.lanes = lanes;
    this.desks = desks;
    this.destinations = destinations;
    this.enrolment = new Enrolment(ground.store(), ground.keys(), loop::now, random);
    this.stops = new StopList(ground.store(), ground.keys());
    this.numbers = new Numbers(loop, ground.store(), ground.keys());
    this.reader = new PersonReader(ground.keys());
  }

  /** Somebody's document as stored; empty for nobody, and for who has been erased. */
  public CompletableFuture<Optional<PersonDocument>> document(String person) {
    CompletableFuture<Optional<PersonDocument>> told = new CompletableFuture<>();
    loop.when(
        ground.store().get(SessionCollections.PEOPLE, person),
        (found, failure) -> {
          if (found == null) {
            told.completeExceptionally(new IllegalStateException("the store gave none", failure));
            return;
          }
          try {
            told.complete(
                found
                    .map(reader::read)
                    .filter(document -> document.heard() != PersonDocument.STONE));
          } catch (SchemaException | KeyException e) {
            told.completeExceptionally(e);
          }
        });
    return told;
  }

  /**
   * A page of people.
   *
   * @param people who have not been heard for long
   * @param next behind whom the next page begins; "" when all have been looked at
   */
  public record Untouched(List<String> people, String next) {
    public Untouched {
      people = List.copyOf(people);
    }
  }

  /**
   * Who of the next people, by id, was last heard before a day; whose document does not say when,
   * of before it was kept, is left until their next words.
   *
   * @param after "" to begin
   */
  public CompletableFuture<Untouched> untouched(String after, Instant before, int page) {
    long day = PersonDocument.day(before);
    return ground
        .store()
        .scan(SessionCollections.PEOPLE, after, page)
        .thenApply(
            found -> {
              List<String> people = new ArrayList<>();
              for (Document document : found) {
                long heard = PersonCodec.heard(document);
                if (heard > 0 && heard < day) people.add(document.id());
              }
              return new Untouched(people, found.size() < page ? "" : found.getLast().id());
            });
  }

  /**
   * The number that a person's words come from, E.164 without the plus; empty when none is known.
   */
  CompletableFuture<Optional<String>> number(String person) {
    return numbers
        .of(person)
        .thenCompose(
            stored ->
                stored.isPresent() ? CompletableFuture.completedFuture(stored) : speaking(person));
  }

  /** The number of somebody whose first words are having their turn, in which they are stored. */
  private CompletableFuture<Optional<String>> speaking(String person) {
    CompletableFuture<Optional<String>> told = new CompletableFuture<>();
    Lane lane = lanes.apply(person);
    lane.loop.execute(
        () ->
            told.complete(
                Optional.ofNullable(lane.from(person))
                    .filter(address -> address.scheme().equals(TELEPHONE))
                    .map(Address::value)));
    return told;
  }

  /** Keyed hashes of somebody's addresses. */
  public List<String> names(PersonDocument document) {
    return document.addresses().stream().map(ground.keys()::alias).toList();
  }

  /** Who is known by an address; makes nobody known. */
  public CompletableFuture<Optional<String>> known(Address address) {
    String name = ground.keys().alias(address);
    return behind(List.of(name)).thenApply(found -> Optional.ofNullable(found.get(name)));
  }

  /**
   * Whom names of addresses lead to; those that lead to nobody are left out.
   *
   * @param names at most {@link ma.jisr.store.Query#MAX_LIMIT}
   */
  public CompletableFuture<Map<String, String>> behind(List<String> names) {
    if (names.isEmpty()) return CompletableFuture.completedFuture(Map.of());
    return ground
        .store()
        .getAll(SessionCollections.ALIASES, names)
        .thenApply(
            found -> {
              Map<String, String> people = new HashMap<>();
              found.forEach((name, alias) -> people.put(name, Aliases.person(alias)));
              return people;
            });
  }

  /** Lets these names of addresses lead to this person no more. */
  public CompletableFuture<Void> unname(String person, List<String> names) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (String name : names) all = all.thenCompose(_ -> desks.lead(name, person, null));
    return all;
  }

  /** Takes out all that waits or is remembered of somebody but messages still to be sent. */
  public CompletableFuture<Void> leave(String person) {
    return change(
        person, (document, stored) -> !stored || document.gone() ? null : document.leaving());
  }

  /** Puts a stone in somebody's place; false while messages are still to go. */
  public CompletableFuture<Boolean> bury(String person, boolean anyway) {
    return amend(person, new Amendment.Bury(anyway));
  }

  /** Takes a stone away; whoever is no stone stays. */
  public CompletableFuture<Void> clear(String person) {
    return ground
        .store()
        .get(SessionCollections.PEOPLE, person)
        .thenCompose(
            found -> {
              Optional<Document> stone =
                  found.filter(d -> reader.read(d).heard() == PersonDocument.STONE);
              return stone.isEmpty()
                  ? CompletableFuture.completedFuture(Outcome.MISSING)
                  : ground
                      .store()
                      .deleteIf(
                          SessionCollections.PEOPLE,
                          person,
                          stone.get().version(),
                          Priority.BACKGROUND);
            })
        .thenApply(_ -> null);
  }

  /** Takes out what waits for somebody but what belongs to this conversation. */
  public CompletableFuture<Void> hide(String person, String conversation) {
    return change(
        person,
        (document, stored) ->
            !stored || document.gone() ? null : Hiding.of(document, conversation));
  }

  /**
   * Lets the chats of one person lead to the person of a number.
   *
   * @return whose they are now; empty where nobody of that number may be written to
   */
  public CompletableFuture<Optional<String>> tie(String person, Address phone) {
    if (!destinations.allow(phone)) return CompletableFuture.completedFuture(Optional.empty());
    return document(person)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.<String>empty())
                    : enrolment
                        .person(phone)
                        .thenCompose(owner -> tie(found.get(), owner, phone))
                        .thenApply(Optional::of));
  }

  private CompletableFuture<String> tie(PersonDocument chat, String owner, Address phone) {
    if (owner.equals(chat.id())) return CompletableFuture.completedFuture(owner);
    List<Address> chats =
        chat.addresses().stream().filter(a -> !a.scheme().equals(TELEPHONE)).toList();
    return document(owner)
        .thenCompose(
            found -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Address before : found.map(PersonDocument::addresses).orElse(List.of()))
                if (replaced(before, chats))
                  all = all.thenCompose(_ -> desks.lead(ground.keys().alias(before), owner, null));
              return all;
            })
        .thenCompose(_ -> change(owner, (document, stored) -> tied(document, chat, chats, phone)))
        .thenCompose(
            _ -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Address address : chats)
                all =
                    all.thenCompose(
                        _ -> desks.lead(ground.keys().alias(address), chat.id(), owner));
              return all;
            })
        .thenApply(_ -> owner);
  }

  /** One chat of a kind: the newest is theirs. */
  private static boolean replaced(Address before, List<Address> chats) {
    for (Address chat : chats)
      if (chat.scheme().equals(before.scheme()) && !chat.equals(before)) return true;
    return false;
  }

  /** The person of the number stays as they are; what they have not told is taken from the chat. */
  private static @Nullable PersonDocument tied(
      PersonDocument owner, PersonDocument chat, List<Address> chats, Address phone) {
    if (owner.gone()) throw new IllegalStateException("who is being erased is tied to nothing");
    List<Address> addresses = new ArrayList<>();
    if (owner.address(TELEPHONE).isEmpty()) addresses.add(phone);
    for (Address address : owner.addresses())
      if (!replaced(address, chats) && !chats.contains(address)) addresses.add(address);
    addresses.addAll(chats);
    Person person = owner.person();
    Profile theirs = person.profile();
    Profile profile = chat.person().profile();
    if (theirs.language() == null)
      theirs = theirs.introduced(profile.language(), theirs.scripts(), theirs.pricedCodes());
    if (theirs.home() == null) theirs = theirs.living(profile.home());
    if (addresses.equals(owner.addresses()) && theirs.equals(person.profile())) return null;
    return owner.with(person.withProfile(theirs), addresses, owner.outbox(), owner.heard());
  }

  /** Notes, or forgets, that nothing unasked goes to a number. */
  public CompletableFuture<Void> stop(Address address, boolean stopped, Instant now) {
    return stopped ? stops.stop(address, now) : stops.join(address);
  }

  /** Whether nothing unasked goes to a number. */
  public CompletableFuture<Boolean> stopped(Address address) {
    return stops.stopped(address);
  }

  private CompletableFuture<Void> change(String person, Amendment.By by) {
    return amend(person, new Amendment.Change(by)).thenApply(_ -> null);
  }

  private CompletableFuture<Boolean> amend(String person, Amendment what) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Lane lane = lanes.apply(person);
    String mark = "amend:" + amendments.incrementAndGet();
    lane.loop.execute(() -> lane.amend(person, new Work.Amend(mark, what, done)));
    return done;
  }
}
