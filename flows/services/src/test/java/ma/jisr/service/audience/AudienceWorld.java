package ma.jisr.service.audience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Vault;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.FieldDouble;
import ma.jisr.service.People;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** Subscribers of one node, and a directory that knows everybody by number. */
public final class AudienceWorld {
  static final String ASNI = "al-haouz.asni";
  static final String TACHEDDIRT = "al-haouz.tacheddirt";

  static final Gazetteer GAZETTEER = StarterGazetteer.read().with(List.of(tacheddirt()));

  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
  public final Store store = new MemoryStore(specs());
  public final People people = new People();
  private final Map<String, String> byNumber = new HashMap<>();
  public final Subscribers subscribers =
      new Subscribers(
          store, people, () -> GAZETTEER, Vault.passing(new Random(7)), () -> now.get());

  public final Map<String, Actor> agents = new HashMap<>();
  public final List<String> trail = new ArrayList<>();
  public final Outboxes outboxes = new Outboxes();
  public final GroupDesk groups =
      new GroupDesk(store, subscribers, () -> GAZETTEER, () -> "sim", () -> now.get());
  public final RelayDesk relays =
      new RelayDesk(
          store,
          outboxes,
          people,
          () -> GAZETTEER,
          () -> "sim",
          Vault.passing(new Random(8)),
          () -> now.get());
  public final Announcements announcements =
      new Announcements(relays, () -> GAZETTEER, () -> now.get());
  public final Enrolling enrolling =
      new Enrolling(
          subscribers,
          people,
          person -> CompletableFuture.completedFuture(Optional.ofNullable(agents.get(person))),
          new Proofs(store, Vault.passing(new Random(9)), wish -> FieldDouble.CODE),
          line -> {
            trail.add(line.by() + ' ' + line.did() + ' ' + line.of() + ' ' + line.came());
            return CompletableFuture.allOf();
          },
          () -> GAZETTEER,
          () -> "sim",
          () -> now.get());
  public final AudienceHolding holding = new AudienceHolding(subscribers, relays);
  public final AudiencePorts ports =
      new AudiencePorts(subscribers, announcements, enrolling, holding);

  public AudienceWorld() {
    people.connect(
        new People.Directory() {
          @Override
          public CompletableFuture<Optional<String>> of(String digits, String link) {
            return CompletableFuture.completedFuture(Optional.of(person(digits)));
          }

          @Override
          public CompletableFuture<Optional<String>> number(String person) {
            return CompletableFuture.completedFuture(
                byNumber.entrySet().stream()
                    .filter(e -> e.getValue().equals(person))
                    .map(Map.Entry::getKey)
                    .findAny());
          }
        });
  }

  private static List<CollectionSpec> specs() {
    List<CollectionSpec> specs = new ArrayList<>(AudienceCollections.specs());
    specs.add(Proofs.SPEC);
    return specs;
  }

  private static Place tacheddirt() {
    Place asni = StarterGazetteer.read().place(ASNI).orElseThrow();
    return new Place(
        TACHEDDIRT,
        asni.province(),
        ASNI,
        Level.LOCALITY,
        LocalText.of(Language.FR, "Tacheddirt", Language.EN, "Tacheddirt"),
        List.of(),
        asni.point(),
        true,
        0,
        Map.of());
  }

  /** The id of whoever has a number. */
  public String person(String digits) {
    return byNumber.computeIfAbsent(
        digits, d -> String.format("P%05d", d.hashCode() % 90_000 + byNumber.size()));
  }

  List<String> towns(int most) {
    return GAZETTEER.towns("al-haouz").stream().map(Place::id).limit(most).toList();
  }

  int rows() {
    return store.scan("memberships", "", 1000).join().size();
  }

  void loseRows() {
    for (Document row : store.scan("memberships", "", 1000).join())
      store.deleteIf("memberships", row.id(), row.version(), Priority.TURN).join();
  }

  /** All that is stored, as text. */
  String dump() {
    return specs().stream()
        .flatMap(spec -> store.scan(spec.name(), "", 1000).join().stream())
        .map(d -> d.id() + d.json())
        .collect(Collectors.joining("\n"));
  }
}
