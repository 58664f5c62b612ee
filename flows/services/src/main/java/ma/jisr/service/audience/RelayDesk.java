package ma.jisr.service.audience;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceMatches;
import ma.jisr.map.place.Province;
import ma.jisr.map.place.Region;
import ma.jisr.service.People;
import ma.jisr.service.audience.RelayPost.Kind;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.words.MobileCell;
import ma.jisr.store.Store;

/**
 * Where officials and operators register relays of their territory, and take them off. A relay's
 * number is told nobody. What is repeated is done once. Callable from any thread.
 */
public final class RelayDesk {
  /** Relays of one province: a few for each douar of the largest. */
  public static final int MOST_IN_PROVINCE = 1_000;

  /** Posts of one person. */
  static final int MOST_OF_PERSON = 8;

  private final RelayStore store;
  private final People people;
  private final Supplier<Gazetteer> gazetteer;
  private final Supplier<String> link;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * @param link by which somebody is written to of whom nothing is known
   * @param vault names and seals numbers, under this part's key
   */
  public RelayDesk(
      Store store,
      Outboxes outboxes,
      People people,
      Supplier<Gazetteer> gazetteer,
      Supplier<String> link,
      Vault vault,
      InstantSource clock) {
    this.store = new RelayStore(store, outboxes);
    this.people = people;
    this.gazetteer = gazetteer;
    this.link = link;
    this.vault = vault;
    this.clock = clock;
  }

  /** Somebody as officials know them: {@code place} by id or name. */
  public record Draft(String number, String place, String kind, String name) {
    @Override
    public String toString() {
      return "Draft[hidden]";
    }
  }

  /** The table of relays to be filled in. */
  public static byte[] template() {
    return PeopleTable.template(PeopleTable.RELAYS);
  }

  /** Registers somebody, or changes what they are there. */
  public CompletableFuture<Ruling<RelayPost>> register(Actor actor, Draft draft, String writeId) {
    Optional<Place> place = place(draft.place());
    if (place.isEmpty()) return now(Ruling.invalid("place: neither an id nor the name of one"));
    List<String> way = gazetteer.get().way(place.get());
    if (!AudienceRights.allow(actor, AudienceDeed.RELAY, way)) return now(Ruling.noRight());
    Optional<Kind> kind = draft.kind().isEmpty() ? Optional.of(Kind.OTHER) : kind(draft.kind());
    if (kind.isEmpty()) return now(Ruling.invalid("kind: " + KINDS));
    if (draft.name().length() > RelayPost.MAX_NAME)
      return now(Ruling.invalid("name: more than " + RelayPost.MAX_NAME + " characters"));
    Msisdn number;
    try {
      number = MobileCell.read(PeopleTable.PHONE, draft.number().strip());
    } catch (IllegalArgumentException e) {
      return now(Ruling.invalid(String.valueOf(e.getMessage())));
    }
    String name = draft.name().strip();
    return people
        .of(number.digits(), link.get())
        .thenCompose(
            person ->
                person.isEmpty()
                    ? now(Ruling.<RelayPost>invalid("phone: cannot be written to"))
                    : register(
                        actor, place.get(), kind.get(), name, number, person.get(), writeId));
  }

  private static final String KINDS = "moqaddem, teacher, mosque, association or other";

  private static Optional<Kind> kind(String word) {
    return Kind.of(word.toLowerCase(java.util.Locale.ROOT));
  }

  private CompletableFuture<Ruling<RelayPost>> register(
      Actor actor,
      Place place,
      Kind kind,
      String name,
      Msisdn number,
      String person,
      String writeId) {
    String digits = number.digits();
    String id = "r" + vault.pseudonym("relay", digits + ' ' + place.id());
    RelayPost post =
        new RelayPost(
            id,
            kind,
            place.id(),
            Lists.around(place),
            name,
            person,
            vault.seal(digits),
            clock.millis(),
            actor.id());
    return store
        .relay(id)
        .thenCombine(
            store.relays(place.province(), MOST_IN_PROVINCE),
            (there, all) -> there.isPresent() || all.size() < MOST_IN_PROVINCE)
        .thenCompose(
            room ->
                room
                    ? store.put(post, place.province(), writeId).thenApply(RelayDesk::done)
                    : now(
                        Ruling.invalid("a province has at most " + MOST_IN_PROVINCE + " relays")));
  }

  /** The place of an id, or of a name that means one beyond doubt. */
  private Optional<Place> place(String text) {
    Gazetteer now = gazetteer.get();
    Optional<Place> byId = now.place(text);
    if (byId.isPresent() || text.isBlank()) return byId;
    PlaceMatches found = now.search().find(text, 1);
    return found.sure() && found.matches().getFirst().area() instanceof Place place
        ? Optional.of(place)
        : Optional.empty();
  }

  /**
   * Registers who stands in a table; what was registered before stays.
   *
   * @throws BadSheetException when the file cannot be read at all
   */
  public CompletableFuture<Filled> fill(Actor actor, byte[] csv, String writeId) {
    PeopleTable table =
        PeopleTable.read(
            csv,
            PeopleTable.RELAYS,
            row -> row.number().digits() + ' ' + row.cell(PeopleTable.PLACE));
    List<Filled.Refusal> refusals = new ArrayList<>(table.refusals());
    CompletableFuture<Integer> all = now(0);
    for (PeopleTable.Row row : table.rows()) {
      Draft draft =
          new Draft(
              row.number().e164(),
              row.cell(PeopleTable.PLACE),
              row.cell(PeopleTable.KIND),
              row.cell(PeopleTable.NAME));
      all =
          all.thenCombine(
              register(actor, draft, writeId + ' ' + row.line()),
              (taken, ruling) -> {
                if (ruling instanceof Ruling.Done<RelayPost>) return taken + 1;
                refusals.add(new Filled.Refusal(row.line(), why(ruling)));
                return taken;
              });
    }
    return all.thenApply(taken -> new Filled(taken, 0, refusals));
  }

  private static String why(Ruling<RelayPost> ruling) {
    return ruling instanceof Ruling.Refused<RelayPost>(var reason, String what) && !what.isEmpty()
        ? what
        : "place: not in your territory";
  }

  /** Relays of an area, longest first: of a region, of a province, of a commune or a place. */
  public CompletableFuture<Ruling<List<RelayPost>>> list(Actor actor, String area) {
    Optional<Area> found = gazetteer.get().area(area);
    if (found.isEmpty()) return now(Ruling.unknown());
    if (!AudienceRights.allow(actor, AudienceDeed.RELAY, gazetteer.get().way(found.get())))
      return now(Ruling.noRight());
    return in(found.get()).thenApply(RelayDesk::done);
  }

  /** All relays that are in an area. */
  CompletableFuture<List<RelayPost>> in(Area area) {
    List<Province> provinces =
        area instanceof Region region
            ? gazetteer.get().provinces(region.id())
            : gazetteer.get().provinceOf(area).stream().toList();
    CompletableFuture<List<RelayPost>> all = now(new ArrayList<>());
    for (Province province : provinces)
      all =
          all.thenCombine(
              store.relays(province.id(), MOST_IN_PROVINCE),
              (found, more) -> {
                for (RelayPost post : more)
                  if (!(area instanceof Place) || post.around().contains(area.id()))
                    found.add(post);
                return found;
              });
    return all;
  }

  /** Takes a relay off; UNKNOWN where there is none of this id in the actor's territory. */
  public CompletableFuture<Ruling<RelayPost>> dismiss(Actor actor, String id) {
    return store
        .relay(id)
        .thenCompose(
            found -> {
              Optional<RelayPost> theirs = found.filter(post -> may(actor, post));
              return theirs.isEmpty()
                  ? now(Ruling.<RelayPost>unknown())
                  : store.remove(id).thenApply(_ -> done(theirs.get()));
            });
  }

  private boolean may(Actor actor, RelayPost post) {
    return AudienceRights.allow(actor, AudienceDeed.RELAY, gazetteer.get().way(post.place()));
  }

  /** What somebody is, longest first; by the random id of their document. */
  public CompletableFuture<List<RelayPost>> of(String person) {
    return store.of(person, MOST_OF_PERSON);
  }

  /** The number of a relay's phone; "" when it cannot be read any more. */
  String digits(RelayPost post) {
    return vault.open(post.sealed()).orElse("");
  }

  RelayStore store() {
    return store;
  }

  private static <T> Ruling<T> done(T thing) {
    return new Ruling.Done<>(new Versioned<>(thing, 0));
  }

  private static <R> CompletableFuture<R> now(R value) {
    return CompletableFuture.completedFuture(value);
  }
}
