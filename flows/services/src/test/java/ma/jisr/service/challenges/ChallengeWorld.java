package ma.jisr.service.challenges;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.port.Introducer;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.People;
import ma.jisr.service.Speech;
import ma.jisr.service.challenges.follow.Follows;
import ma.jisr.service.challenges.follow.News;
import ma.jisr.service.challenges.offer.OfferDesk;
import ma.jisr.service.challenges.offer.OfferList;
import ma.jisr.service.challenges.offer.OfferTeller;
import ma.jisr.service.challenges.offer.Offers;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** One node with the challenges that come with the product, on a store that others may share. */
public final class ChallengeWorld {
  public static final Gazetteer GAZETTEER = StarterGazetteer.read();
  public static final String AMIZMIZ = "al-haouz.amizmiz";
  public static final Actor ROOT = new Actor("root", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  public static final Actor HAOUZ =
      new Actor("haouz", Role.OPERATOR, Territory.of(Set.of("al-haouz")));
  public static final Vault VAULT = Vault.passing(new Random(7));

  private static final Reply WAY = new Reply(ChannelKind.SMS, "link", "2121");

  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
  public final Store store;
  public final Challenges challenges;
  public final ChallengePorts ports;
  public final People people = new People();
  public final Speech speech = new Speech();
  public final Offers offers;
  public final OfferDesk desk;
  public final OfferTeller teller;
  public final OfferList list;
  public final Follows follows;
  public final News news;

  /** What people were told, by key: whom, the message, its values. */
  public final Map<String, String> told = new LinkedHashMap<>();

  public ChallengeWorld() {
    this(new MemoryStore(specs()));
  }

  public ChallengeWorld(Store store) {
    this(store, Starter.shipped());
  }

  /**
   * @param starter what there is where nobody has changed it
   */
  public ChallengeWorld(Store store, Starter starter) {
    this.store = store;
    this.challenges =
        Challenges.on(
            store,
            () -> GAZETTEER,
            starter,
            new ChangeFeed(store, now::get),
            VAULT,
            now::get,
            Runnable::run);
    this.offers = new Offers(store, challenges.book(), VAULT, now::get);
    this.follows = new Follows(store, now::get);
    this.news =
        new News(
            store, challenges, starter, offers.round(), follows, speech, () -> GAZETTEER, now::get);
    this.desk = new OfferDesk(offers, challenges.book(), people, VAULT);
    this.list = new OfferList(offers, challenges.book(), () -> GAZETTEER, people, VAULT);
    this.ports = new ChallengePorts(challenges.book(), challenges.desk(), offers, desk, follows);
    this.teller =
        new OfferTeller(
            offers, challenges.book(), people, speech, () -> WAY, () -> GAZETTEER, VAULT, now::get);
    people.connect(new Directory());
    speech.connect(new Engine());
    int unused = challenges.reload().join();
  }

  public static List<CollectionSpec> specs() {
    return Stream.of(
            Challenges.COLLECTIONS,
            Offers.COLLECTIONS,
            List.of(Follows.SPEC, News.SPEC),
            Batches.SPECS,
            List.of(ChangeFeed.SPEC))
        .flatMap(List::stream)
        .toList();
  }

  /** A person's id is "p" and their number. */
  private static final class Directory implements People.Directory {
    @Override
    public CompletableFuture<Optional<String>> of(String digits, String link) {
      return CompletableFuture.completedFuture(Optional.of("p" + digits));
    }

    @Override
    public CompletableFuture<Optional<String>> number(String person) {
      return CompletableFuture.completedFuture(
          person.startsWith("p") ? Optional.of(person.substring(1)) : Optional.empty());
    }
  }

  private final class Engine implements Introducer {
    @Override
    public CompletableFuture<Void> send(String person, Notice notice, String key) {
      told.putIfAbsent(key, person + " " + notice.message() + " " + words(notice));
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> introduce(
        String person, String digits, Reply way, Notice notice, String key) {
      return send(person, notice, key);
    }
  }

  private static String words(Notice notice) {
    Map<String, String> words = new TreeMap<>();
    notice
        .values()
        .forEach(
            (name, value) -> {
              if (value instanceof Value.Text(String text)) words.put(name, text);
              if (value instanceof Value.Phone(String digits)) words.put(name, digits);
            });
    return words.toString();
  }

  /** All that is to be told is; gives what is new. */
  public List<String> tell() {
    Set<String> before = Set.copyOf(told.keySet());
    int unused = news.look(2).join();
    while (teller.look(10).join() > 0) {
      // until nothing is left
    }
    return told.entrySet().stream()
        .filter(one -> !before.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  public static Keeper keeper(String name, String digits) {
    return Keeper.of(name, new Msisdn(digits), VAULT);
  }

  public static ChallengeFacts facts(String title, String place) {
    return new ChallengeFacts(
        LocalText.of(Language.FR, title, Language.EN, title),
        LocalText.same("Un but"),
        List.of(LocalText.same("Une question")),
        place,
        null,
        null,
        null);
  }

  public static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }
}
