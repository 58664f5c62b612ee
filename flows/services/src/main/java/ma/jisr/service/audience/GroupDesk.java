package ma.jisr.service.audience;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Msisdn;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.service.words.MobileCell;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/**
 * Where officials and operators make groups in their territory, put people into them by number and
 * take them out. Nobody is given a list of who is in one. What is repeated is done once. Callable
 * from any thread.
 */
public final class GroupDesk {
  /** Groups of the country: ten for each province, and some. */
  public static final int MOST_GROUPS = 1_000;

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "groups", CollectionSpec.Area.LIVE, List.of(new IndexSpec("made", List.of(), "made")));

  /** Members taken out at once. */
  private static final int SLICE = 200;

  private static final int SCHEMA = 1;

  private final Store store;
  private final Subscribers subscribers;
  private final Supplier<Gazetteer> gazetteer;
  private final Supplier<String> link;
  private final InstantSource clock;

  /**
   * @param link by which somebody is written to of whom nothing is known
   */
  public GroupDesk(
      Store store,
      Subscribers subscribers,
      Supplier<Gazetteer> gazetteer,
      Supplier<String> link,
      InstantSource clock) {
    this.store = store;
    this.subscribers = subscribers;
    this.gazetteer = gazetteer;
    this.link = link;
    this.clock = clock;
  }

  /** The table of a group's members to be filled in. */
  public static byte[] template() {
    return PeopleTable.template(PeopleTable.GROUP);
  }

  /**
   * Makes a group, or gives one another name.
   *
   * @param area as {@link Group#area}; that of a group is never changed
   */
  public CompletableFuture<Ruling<Group>> put(
      Actor actor, String id, String name, String area, String writeId) {
    String problem = Group.problem(id, name);
    if (!problem.isEmpty()) return now(Ruling.invalid(problem));
    if (!area.isEmpty() && gazetteer.get().area(area).isEmpty())
      return now(Ruling.invalid("area: not in the gazetteer"));
    if (!may(actor, AudienceDeed.GROUP, area)) return now(Ruling.noRight());
    return store
        .count(SPEC.name(), all(1), MOST_GROUPS)
        .thenCompose(
            many ->
                Rewrite.of(
                    store,
                    SPEC.name(),
                    id,
                    writeId,
                    Priority.TURN,
                    found -> put(found, actor, new Group(id, name, area, 0, actor.id()), many)));
  }

  private Rewrite.Change<Ruling<Group>> put(
      Optional<String> found, Actor actor, Group wanted, long many) {
    if (found.isEmpty() && many >= MOST_GROUPS)
      return Rewrite.Change.none(Ruling.invalid("there are " + MOST_GROUPS + " groups already"));
    Group before =
        found
            .map(GroupDesk::read)
            .orElseGet(
                () -> new Group(wanted.id(), "", wanted.area(), clock.millis(), wanted.by()));
    if (!may(actor, AudienceDeed.GROUP, before.area()))
      return Rewrite.Change.none(Ruling.invalid("id: another group has it"));
    if (!before.area().equals(wanted.area()))
      return Rewrite.Change.none(Ruling.invalid("area: that of a group is never changed"));
    Group after = new Group(before.id(), wanted.name(), before.area(), before.made(), before.by());
    ObjectNode onto = RecordJson.parse(found.orElse("{}"));
    return new Rewrite.Change<>(RecordJson.write(after, onto, SCHEMA).toString(), done(after));
  }

  /** The groups of somebody's territory, by the time they were made, with their sizes. */
  public CompletableFuture<List<GroupSize>> list(Actor actor) {
    return store
        .find(SPEC.name(), all(Query.MAX_LIMIT))
        .thenCompose(
            page -> {
              CompletableFuture<List<GroupSize>> sized = now(new ArrayList<>());
              for (Document document : page.documents()) {
                Group group = read(document.json());
                if (!may(actor, AudienceDeed.COUNT, group.area())) continue;
                sized =
                    sized.thenCombine(
                        subscribers.count(Lists.group(group.id())),
                        (sizes, size) -> {
                          sizes.add(new GroupSize(group, size));
                          return sizes;
                        });
              }
              return sized;
            });
  }

  /**
   * One group with its size; {@link Group#SHOPS} before an area's id names its shopkeepers. Refused
   * with UNKNOWN where it lies outside of the actor's territory, too.
   */
  public CompletableFuture<Ruling<GroupSize>> get(Actor actor, String id) {
    return found(id)
        .thenCompose(
            found ->
                found.filter(one -> may(actor, AudienceDeed.COUNT, one.area())).isEmpty()
                    ? now(Ruling.<GroupSize>unknown())
                    : subscribers
                        .count(Lists.group(id))
                        .thenApply(size -> done(new GroupSize(found.get(), size))));
  }

  /** A group by its id, whoever asks. */
  public CompletableFuture<Optional<Group>> found(String id) {
    if (id.startsWith(Group.SHOPS)) {
      String area = id.substring(Group.SHOPS.length());
      return now(gazetteer.get().area(area).map(one -> shopsOf(id, one)));
    }
    return store.get(SPEC.name(), id).thenApply(d -> d.map(one -> read(one.json())));
  }

  private static Group shopsOf(String id, Area area) {
    String name = "Commerçants, " + area.name().in(Language.FR, true);
    return new Group(
        id, name.substring(0, Math.min(name.length(), Group.MAX_NAME)), area.id(), 0, "");
  }

  /** Dissolves a group: nobody is in it any more, and who was only in it is not kept. */
  public CompletableFuture<Ruling<Group>> remove(Actor actor, String id) {
    return theirs(actor, id)
        .thenCompose(
            ruling ->
                ruling instanceof Ruling.Done<Group>
                    ? empty(id, Set.of(), "dissolve", "", 0)
                        .thenCompose(_ -> store.get(SPEC.name(), id))
                        .thenCompose(
                            d ->
                                d.isEmpty()
                                    ? now(Outcome.MISSING)
                                    : store.deleteIf(
                                        SPEC.name(), id, d.get().version(), Priority.TURN))
                        .thenApply(_ -> ruling)
                    : now(ruling));
  }

  /** Puts somebody in by number. */
  public CompletableFuture<Ruling<Group>> add(
      Actor actor, String id, String number, String language, String writeId) {
    return member(actor, id, number)
        .thenCompose(
            ruling ->
                ruling instanceof Ruling.Done<Group>
                    ? subscribers
                        .put(id, digits(number), reach(language), writeId)
                        .thenApply(in -> in.isPresent() ? ruling : Ruling.<Group>invalid(UNREACHED))
                    : now(ruling));
  }

  private static final String UNREACHED = "phone: cannot be written to, or is in too many groups";

  /** Takes somebody out by number; whether they were in it is not told. */
  public CompletableFuture<Ruling<Group>> dismiss(
      Actor actor, String id, String number, String writeId) {
    return member(actor, id, number)
        .thenCompose(
            ruling ->
                ruling instanceof Ruling.Done<Group>
                    ? subscribers
                        .removeNumber(id, digits(number), link.get(), writeId)
                        .thenApply(_ -> ruling)
                    : now(ruling));
  }

  /**
   * Puts in who stands in a table.
   *
   * @param replace whether who does not stand in it is taken out; not when a row was refused
   * @throws BadSheetException when the file cannot be read at all
   */
  public CompletableFuture<Ruling<Filled>> fill(
      Actor actor, String id, byte[] csv, boolean replace, String writeId) {
    return theirs(actor, id)
        .thenCompose(
            ruling ->
                switch (ruling) {
                  case Ruling.Refused<Group>(var reason, String what) ->
                      now(new Ruling.Refused<Filled>(reason, what));
                  default -> fill(id, csv, replace, writeId);
                });
  }

  private CompletableFuture<Ruling<Filled>> fill(
      String id, byte[] csv, boolean replace, String writeId) {
    PeopleTable table = PeopleTable.read(csv, PeopleTable.GROUP, row -> row.number().digits());
    List<Filled.Refusal> refusals = new ArrayList<>(table.refusals());
    Set<String> in = new HashSet<>();
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (PeopleTable.Row row : table.rows())
      all =
          all.thenCompose(
              _ ->
                  subscribers
                      .put(
                          id,
                          row.number().digits(),
                          reach(row.cell(PeopleTable.LANGUAGE)),
                          writeId + ' ' + row.line())
                      .thenAccept(
                          person -> {
                            person.ifPresent(in::add);
                            if (person.isEmpty())
                              refusals.add(new Filled.Refusal(row.line(), UNREACHED));
                          }));
    return all.thenCompose(
            _ -> replace && refusals.isEmpty() ? empty(id, in, writeId, "", 0) : now(0))
        .thenApply(left -> done(new Filled(in.size(), left, refusals)));
  }

  /** Takes out all but some, a slice at a time. */
  private CompletableFuture<Integer> empty(
      String id, Collection<String> but, String writeId, String after, int left) {
    return subscribers
        .page(Lists.group(id), after, SLICE)
        .thenCompose(
            people -> {
              if (people.isEmpty()) return now(left);
              CompletableFuture<Integer> all = now(left);
              for (String person : people)
                if (!but.contains(person))
                  all =
                      all.thenCombine(
                          subscribers.remove(id, person, writeId + " out"), (n, _) -> n + 1);
              return all.thenCompose(n -> empty(id, but, writeId, people.getLast(), n));
            });
  }

  private CompletableFuture<Ruling<Group>> member(Actor actor, String id, String number) {
    try {
      Msisdn unused = MobileCell.read(PeopleTable.PHONE, number.strip());
    } catch (IllegalArgumentException e) {
      return now(Ruling.invalid(String.valueOf(e.getMessage())));
    }
    return theirs(actor, id);
  }

  private static String digits(String number) {
    return MobileCell.read(PeopleTable.PHONE, number.strip()).digits();
  }

  /** The group, for who may change it. */
  private CompletableFuture<Ruling<Group>> theirs(Actor actor, String id) {
    return found(id)
        .thenApply(
            found -> {
              Optional<Group> theirs =
                  found.filter(one -> may(actor, AudienceDeed.COUNT, one.area()));
              if (theirs.isEmpty()) return Ruling.unknown();
              if (!may(actor, AudienceDeed.GROUP, theirs.get().area())) return Ruling.noRight();
              return theirs.get().isOfShops()
                  ? Ruling.invalid("id: who serves in shops is registered there")
                  : done(theirs.get());
            });
  }

  private Reach reach(String language) {
    return Reach.unproved(link.get(), Language.of(language).orElse(Language.FR));
  }

  private boolean may(Actor actor, AudienceDeed deed, String area) {
    return AudienceRights.allow(
        actor, deed, area.isEmpty() ? List.of() : gazetteer.get().way(area));
  }

  static Query all(int most) {
    return new Query("made", Map.of(), null, null, null, most);
  }

  private static Group read(String json) {
    return RecordJson.read(json, Group.class);
  }

  private static <T> Ruling<T> done(T thing) {
    return new Ruling.Done<>(new Versioned<>(thing, 0));
  }

  private static <R> CompletableFuture<R> now(R value) {
    return CompletableFuture.completedFuture(value);
  }
}
