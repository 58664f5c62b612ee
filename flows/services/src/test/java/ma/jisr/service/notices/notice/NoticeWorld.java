package ma.jisr.service.notices.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.render.Renderer;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.People;
import ma.jisr.service.audience.Announcements;
import ma.jisr.service.audience.AudienceCollections;
import ma.jisr.service.audience.GroupBook;
import ma.jisr.service.audience.GroupDesk;
import ma.jisr.service.audience.RelayDesk;
import ma.jisr.service.audience.RelayPost;
import ma.jisr.service.audience.Subscribers;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.outbox.Introductions;
import ma.jisr.service.outbox.KnownPhones;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.proof.Codes;
import ma.jisr.service.proof.Proofs;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.jspecify.annotations.Nullable;

/** One node with notices, on a store that others may share. */
public final class NoticeWorld {
  static final Vault VAULT = Vault.passing(new Random(5));
  static final Gazetteer GAZETTEER = StarterGazetteer.read();
  static final Renderer RENDERER = new Renderer(ma.jisr.flow.render.Words.from(CommonTexts.load()));
  static final String AMIZMIZ = "al-haouz.amizmiz";
  static final String ASNI = "al-haouz.asni";
  public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  /** The commune's, its deputy, the province's, another province's. */
  static final Hand CAID = Hand.phone(official("caid", AMIZMIZ));

  static final Hand DEPUTY = Hand.phone(official("deputy", AMIZMIZ));
  static final Hand PROVINCE = Hand.phone(official("province", "al-haouz"));
  static final Hand STRANGER = Hand.phone(official("stranger", "chichaoua"));
  static final Hand ROBOT = Hand.account(official("robot", AMIZMIZ), Way.API, false);
  static final Hand DESK = Hand.account(official("desk", AMIZMIZ), Way.API, true);

  /** The person of an account whose phone has never written. */
  static final String UNHEARD = "unheard";

  static final String UNHEARD_NUMBER = "212661000004";

  final AtomicReference<Instant> now;
  final Store store;
  final PlainMailings mailings;

  /** Of which officials are told. */
  final List<String> alarms = new ArrayList<>();

  private final Announcements announcements;

  /** Whose groups are. */
  final GroupBook groups;

  public final Notices notices;

  public NoticeWorld() {
    this(new MemoryStore(specs()), new PlainMailings(), new AtomicReference<>(NINE));
  }

  /** Another node. */
  public NoticeWorld(Store store, PlainMailings mailings, AtomicReference<Instant> now) {
    this.store = store;
    this.mailings = mailings;
    this.now = now;
    this.groups = new GroupBook(store, () -> GAZETTEER);
    this.announcements = new Announcements(relays(store, now::get), () -> GAZETTEER, now::get);
    this.notices =
        Notices.on(
            new Notices.Ground(
                store,
                () -> GAZETTEER,
                new ChangeFeed(store, now::get),
                mailings,
                RENDERER,
                new Proofs(store, VAULT, Codes.under(VAULT)),
                new Outboxes(
                    new Introductions(VAULT, () -> new Reply(ChannelKind.SMS, "sim", "5050")),
                    new KnownPhones(Map.of(UNHEARD, UNHEARD_NUMBER))),
                notice -> {
                  if (!alarms.contains(notice.id())) alarms.add(notice.id());
                  return CompletableFuture.allOf();
                },
                announcements::ask,
                groups,
                NoticeRules.USUAL,
                now::get,
                Runnable::run));
  }

  /** What the row that tells somebody has as their number; "" for none. */
  static String number(Outbox.Row row) {
    return row.first() == null ? "" : VAULT.open(row.first()).orElseThrow();
  }

  static Actor official(String id, String... areas) {
    return new Actor(id, Role.OFFICIAL, Territory.of(Set.of(areas)));
  }

  public static List<CollectionSpec> specs() {
    return Stream.of(
            Notices.COLLECTIONS,
            AudienceCollections.specs(),
            Batches.SPECS,
            List.of(ChangeFeed.SPEC, Proofs.SPEC))
        .flatMap(List::stream)
        .toList();
  }

  private static RelayDesk relays(Store store, InstantSource clock) {
    People people = new People();
    people.connect(
        new People.Directory() {
          @Override
          public CompletableFuture<Optional<String>> of(String digits, String link) {
            return CompletableFuture.completedFuture(Optional.of("P" + digits));
          }

          @Override
          public CompletableFuture<Optional<String>> number(String person) {
            return CompletableFuture.completedFuture(Optional.of(person.substring(1)));
          }
        });
    return new RelayDesk(store, new Outboxes(), people, () -> GAZETTEER, () -> "sim", VAULT, clock);
  }

  /** Somebody who says notices aloud in a place. */
  static void relay(Store store, String number, String place) {
    var draft = new RelayDesk.Draft(number, place, "mosque", "");
    RelayPost unused =
        done(relays(store, () -> NINE).register(everywhere(), draft, "relay " + number).join());
  }

  /** A group of an area; "" for one of the whole country. */
  void group(String id, String area) {
    Subscribers nobody = new Subscribers(store, new People(), () -> GAZETTEER, VAULT, now::get);
    var unused =
        done(
            new GroupDesk(store, nobody, () -> GAZETTEER, () -> "sim", now::get)
                .put(everywhere(), id, id, area, "group " + id)
                .join());
  }

  /** What relays were asked to say of a notice. */
  List<Announcements.Told> asked(String notice) {
    return done(announcements.of(everywhere(), notice).join());
  }

  private static Actor everywhere() {
    return new Actor("keeper", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  }

  Crier crier() {
    return new Crier(Aloud.NOBODY, notices.hazards(), NoticeRules.USUAL.quiet(), now::get);
  }

  NoticeDesk desk() {
    return notices.desk();
  }

  void pass(Duration time) {
    now.set(now.get().plus(time));
  }

  /** What is due is done, and this node has heard of what others did. */
  void look() {
    int unused = notices.reload().join();
    unused = notices.due().look().join();
  }

  static Gravity extreme() {
    return new Gravity(Severity.SEVERE, Urgency.IMMEDIATE, Certainty.LIKELY);
  }

  /** A flood by its template, for three hours. */
  NoticeFacts flood() {
    return facts(
        Kind.ALERT,
        extreme(),
        new Template("flood", "high"),
        Map.of(),
        Area.of(AMIZMIZ),
        List.of());
  }

  /** Words of an official about water, for a day. */
  NoticeFacts water() {
    return water(Area.of(AMIZMIZ));
  }

  NoticeFacts water(Area area) {
    return facts(
        Kind.ALERT,
        Gravity.ORDINARY,
        null,
        Map.of(Language.FR, new Words("Eau coupée mardi matin", "", "Gardez de l'eau")),
        area,
        List.of());
  }

  NoticeFacts facts(
      Kind kind,
      Gravity gravity,
      @Nullable Template template,
      Map<Language, Words> words,
      Area area,
      List<String> references) {
    return new NoticeFacts(
        kind,
        Status.ACTUAL,
        Topic.WEATHER,
        Category.MET,
        gravity,
        Response.EVACUATE,
        template,
        words,
        area,
        now.get(),
        now.get().plus(Duration.ofHours(3)),
        references,
        LocalText.of(Language.FR, "Commune d'Amizmiz", Language.AR, "جماعة أمزميز"),
        null);
  }

  Notice drafted(Hand hand, NoticeFacts facts, String key) {
    return done(desk().draft(hand, facts, key).join());
  }

  Notice submitted(Hand hand, NoticeFacts facts, String key) {
    Notice draft = drafted(hand, facts, key);
    return done(desk().submit(hand, draft.id(), null, key + " submit").join());
  }

  /** What officials have been written: person and message. */
  List<String> letters() {
    List<String> all = new ArrayList<>();
    for (var document : store.scan(Letters.SPEC.name(), "", 100).join())
      for (Outbox.Row row : OutboxJson.of(JsonFields.parse(document.json())).rows())
        all.add(row.person() + ' ' + Objects.requireNonNull(row.notice()).message());
    return all;
  }

  Notice now(String id) {
    return notices.shelf().get(id).join().orElseThrow().thing();
  }

  static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }

  static String refused(Ruling<?> ruling) {
    if (ruling instanceof Ruling.Refused<?> refused)
      return refused.what().isEmpty() ? refused.reason().name() : refused.what();
    throw new AssertionError(ruling);
  }
}
