package ma.jisr.service.shops;

import static ma.jisr.map.ledger.JsonFields.constant;
import static ma.jisr.map.ledger.JsonFields.lower;
import static ma.jisr.map.ledger.JsonFields.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Vault;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;

/**
 * Who may run which shop's queues, as operators have registered them. A person is named by a
 * pseudonym under a key of this part's own: neither a number nor the id of their document is kept.
 * From any thread.
 */
public final class ShopStaff {
  /** People of one shop: three shifts at each of its counters. */
  public static final int MOST_IN_SHOP = 60;

  /** Shops of one person: what a screen lists. */
  public static final int MOST_OF_PERSON = 8;

  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "shop_staff",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec("shop", List.of("shop"), "since"),
              new IndexSpec("person", List.of("person"), "since")));

  /** What somebody is in a shop. */
  public enum Post {
    /** Also closes for the day and says who serves. */
    OWNER,
    STAFF
  }

  /**
   * Somebody who serves in a shop.
   *
   * @param id by which operators dismiss them; tells nothing
   * @param by the id of the account that registered them
   */
  public record Member(String id, String shop, Post post, Instant since, String by) {}

  private final Store store;
  private final ShopBook book;
  private final Supplier<Gazetteer> gazetteer;
  private final Vault vault;
  private final InstantSource clock;
  private volatile Consumer<String> watching = person -> {};

  /**
   * @param vault names people, under this part's key
   */
  ShopStaff(
      Store store, ShopBook book, Supplier<Gazetteer> gazetteer, Vault vault, InstantSource clock) {
    this.store = store;
    this.book = book;
    this.gazetteer = gazetteer;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Tells somebody of the random id of whoever serves, when they do: the register itself keeps
   * none.
   */
  public void watch(Consumer<String> whoever) {
    watching = whoever;
  }

  /**
   * Registers somebody, or changes what they are there.
   *
   * @param person the random id of their document
   */
  public CompletableFuture<Ruling<Member>> register(
      Actor actor, String shop, String person, Post post, String writeId) {
    Optional<Ruling<Member>> refused = refused(actor, shop);
    if (refused.isPresent()) return now(refused.get());
    String name = vault.pseudonym("staff", person);
    return found("person", name, MOST_OF_PERSON)
        .thenCombine(found("shop", shop, MOST_IN_SHOP), ShopStaff::problem)
        .thenCompose(
            problem -> {
              String id = id(shop, name);
              return store
                  .get(SPEC.name(), id)
                  .thenCompose(
                      there ->
                          there.isEmpty() && !problem.isEmpty()
                              ? now(Ruling.invalid(problem))
                              : write(
                                  new Member(id, shop, post, clock.instant(), actor.id()),
                                  name,
                                  there,
                                  writeId));
            });
  }

  private static String problem(List<Member> ofPerson, List<Member> inShop) {
    if (ofPerson.size() >= MOST_OF_PERSON)
      return "phone: already serves in " + MOST_OF_PERSON + " shops";
    return inShop.size() < MOST_IN_SHOP ? "" : "shop: already has " + MOST_IN_SHOP + " people";
  }

  private CompletableFuture<Ruling<Member>> write(
      Member member, String person, Optional<Document> before, String writeId) {
    long version = before.map(document -> document.version() + 1).orElse(0L);
    ObjectNode node = JsonFields.object();
    node.put("shop", member.shop()).put("person", person).put("post", lower(member.post()));
    node.put("since", member.since().toEpochMilli()).put("by", member.by());
    Document document = new Document(member.id(), version, writeId, node.toString());
    CompletableFuture<?> written =
        before.isPresent()
            ? store.replaceIf(SPEC.name(), document, Priority.TURN)
            : store.insert(SPEC.name(), List.of(document), Priority.TURN);
    // Whatever was answered, what stands there is told.
    return written
        .thenCompose(_ -> store.get(SPEC.name(), member.id()))
        .thenApply(
            stands ->
                stands
                    .<Ruling<Member>>map(
                        d -> new Ruling.Done<>(new Versioned<>(read(d), d.version())))
                    .orElse(Ruling.unknown()));
  }

  /** Takes somebody's rights away, from the write on. UNKNOWN when there is none of this id. */
  public CompletableFuture<Ruling<Member>> dismiss(Actor actor, String shop, String member) {
    Optional<Ruling<Member>> refused = refused(actor, shop);
    if (refused.isPresent()) return now(refused.get());
    return store
        .get(SPEC.name(), member)
        .thenCompose(
            found -> {
              Optional<Document> theirs = found.filter(d -> read(d).shop().equals(shop));
              if (theirs.isEmpty()) return now(Ruling.<Member>unknown());
              Document document = theirs.get();
              return store
                  .deleteIf(SPEC.name(), member, document.version(), Priority.TURN)
                  .thenCompose(_ -> store.get(SPEC.name(), member))
                  .thenCompose(
                      still ->
                          still.isPresent()
                              ? dismiss(actor, shop, member)
                              : now(
                                  new Ruling.Done<>(
                                      new Versioned<>(read(document), document.version()))));
            });
  }

  /** Who serves in a shop, longest first. */
  public CompletableFuture<Ruling<List<Member>>> in(Actor actor, String shop) {
    Optional<Ruling<List<Member>>> refused = refused(actor, shop);
    if (refused.isPresent()) return now(refused.get());
    return found("shop", shop, MOST_IN_SHOP)
        .thenApply(members -> new Ruling.Done<>(new Versioned<>(members, 0)));
  }

  /**
   * Where somebody serves, as of now: shops in use only, longest first.
   *
   * @param person the random id of their document
   */
  public CompletableFuture<List<Member>> of(String person) {
    return found("person", vault.pseudonym("staff", person), MOST_OF_PERSON)
        .thenApply(all -> all.stream().filter(one -> book.byId(one.shop()).isPresent()).toList())
        .thenApply(
            serving -> {
              if (!serving.isEmpty()) watching.accept(person);
              return serving;
            });
  }

  /** Where somebody is registered, in shops of before, too. */
  CompletableFuture<List<Member>> registered(String person) {
    return found("person", vault.pseudonym("staff", person), Query.MAX_LIMIT);
  }

  /** Takes somebody out of every shop. */
  CompletableFuture<Void> forget(String person) {
    return registered(person)
        .thenCompose(
            members -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Member member : members) all = all.thenCompose(_ -> delete(member.id()));
              return all;
            });
  }

  private CompletableFuture<Void> delete(String member) {
    return store
        .get(SPEC.name(), member)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : store
                        .deleteIf(SPEC.name(), member, found.get().version(), Priority.TURN)
                        .thenApply(_ -> null));
  }

  /** What somebody is in a shop that is in use; empty for nobody. */
  public CompletableFuture<Optional<Member>> at(String person, String shop) {
    if (book.byId(shop).isEmpty()) return now(Optional.empty());
    return store
        .get(SPEC.name(), id(shop, vault.pseudonym("staff", person)))
        .thenApply(found -> found.map(ShopStaff::read));
  }

  private CompletableFuture<List<Member>> found(String index, String value, int most) {
    return store
        .find(SPEC.name(), new Query(index, Map.of(index, value), null, null, null, most))
        .thenApply(
            page -> {
              List<Member> members = new ArrayList<>();
              for (Document document : page.documents()) members.add(read(document));
              return members;
            });
  }

  private <R> Optional<Ruling<R>> refused(Actor actor, String shop) {
    Optional<Shop> there = book.byId(shop);
    if (there.isEmpty()) return Optional.of(Ruling.unknown());
    return ShopRights.allow(actor, ShopDeed.STAFF, gazetteer.get().way(there.get().place()))
        ? Optional.empty()
        : Optional.of(Ruling.noRight());
  }

  private static Member read(Document document) {
    ObjectNode node = JsonFields.parse(document.json());
    return new Member(
        document.id(),
        text(node, "shop"),
        constant(Post.class, text(node, "post")),
        Instant.ofEpochMilli(node.path("since").asLong()),
        text(node, "by"));
  }

  /** One document for a person in a shop, so that nobody is there twice. */
  private String id(String shop, String name) {
    return vault.pseudonym("member", shop + ' ' + name);
  }

  private static <R> CompletableFuture<R> now(R value) {
    return CompletableFuture.completedFuture(value);
  }
}
