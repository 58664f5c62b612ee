package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import ma.jisr.app.audience.AudienceRooms;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.HotspotFileDesk;
import ma.jisr.app.exchange.TableDesk;
import ma.jisr.app.place.PlaceFileDesk;
import ma.jisr.base.KeyedHash;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.gateway.account.AccountCollections;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Callers;
import ma.jisr.gateway.account.Phone;
import ma.jisr.gateway.account.Scope;
import ma.jisr.gateway.api.Api;
import ma.jisr.gateway.api.ApiServer;
import ma.jisr.gateway.api.CallLimits;
import ma.jisr.gateway.api.Cursors;
import ma.jisr.gateway.api.Description;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.demand.Demand;
import ma.jisr.map.demand.DemandBook;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.hotspot.HotspotTable;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.PlaceKeeper;
import ma.jisr.map.place.PlaceStore;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.report.Admission;
import ma.jisr.map.report.Confirming;
import ma.jisr.map.report.Proposals;
import ma.jisr.map.report.ReportCollections;
import ma.jisr.map.report.ReportRules;
import ma.jisr.map.report.Reports;
import ma.jisr.map.report.Said;
import ma.jisr.map.report.Thanks;
import ma.jisr.map.report.Voice;
import ma.jisr.map.source.PlaceDesk;
import ma.jisr.service.challenges.file.ChallengeExchange;
import ma.jisr.service.challenges.offer.OfferList;
import ma.jisr.service.challenges.offer.Offers;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.shops.ShopSamples;
import ma.jisr.service.shops.Shops;
import ma.jisr.service.shops.file.ShopExchange;
import ma.jisr.service.tickets.TicketCollections;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.service.wallet.payee.file.PayeeExchange;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** The whole API over real HTTP, on a map of the samples at a moment that stands still. */
final class MapServer implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");

  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final CallLimits.Rate ANY =
      new CallLimits.Rate(1_000_000, 1_000, Duration.ofSeconds(1));

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  final Description description = DescriptionFile.read();
  final Store store = new MemoryStore(collections());
  final Hotspots hotspots;
  final Shops shops;
  private final Places places = new Places(GAZETTEER);

  /** The checks that somebody is thanked for, each with how many people. */
  final List<String> thanked = new ArrayList<>();

  private final Reports reports;
  private final Proposals proposals;
  private final Vault vault;
  final Accounts accounts;
  final Audit audit;

  /** What goes in and out of them. */
  final List<FileDesk> files;

  final Tickets tickets;
  final WalletRooms wallet;
  final AccountRooms account;
  final AlertRooms alerts;
  final NoticeRooms notices;
  final Challenges challenges;
  final Offers offers;
  final AudienceRooms audience;
  private final ApiServer server;
  private final int port;

  MapServer() {
    hotspots =
        Hotspots.on(
            store,
            places::now,
            HotspotTable.samples(GAZETTEER),
            Almanac.COMPUTED,
            CLOCK,
            Runnable::run);
    hotspots.reload().join();
    SecureRandom random = new SecureRandom();
    vault = Vault.passing(random);
    shops =
        Shops.on(
            store,
            places::now,
            ShopSamples.read(),
            Almanac.COMPUTED,
            hotspots.feed(),
            vault,
            CLOCK,
            Runnable::run);
    shops.reload().join();
    tickets = node("a");
    reports =
        new Reports(
            store,
            hotspots.map(),
            vault,
            Confirming.on(hotspots.desk()),
            this::thank,
            ReportRules.USUAL);
    proposals = new Proposals(store, vault, this::thank, ReportRules.USUAL);
    wallet = new WalletRooms(store, places::now, hotspots.feed(), CLOCK);
    account = new AccountRooms(store, CLOCK);
    alerts = new AlertRooms(store, places::now, hotspots.feed(), CLOCK);
    notices = new NoticeRooms(store, places::now, hotspots.feed(), CLOCK);
    audience = new AudienceRooms(store, places::now, CLOCK);
    challenges =
        Challenges.on(
            store, places::now, Starter.shipped(), hotspots.feed(), vault, CLOCK, Runnable::run);
    int unused = challenges.reload().join();
    offers = new Offers(store, challenges.book(), vault, CLOCK);
    KeyedHash key = new KeyedHash(new byte[32]);
    UnaryOperator<String> hash = text -> key.base32("token", text);
    accounts = new Accounts(store, CLOCK, random, hash, vault);
    audit = new Audit(store, random);
    files = desks();
    Api api =
        new Api(
            description,
            MapApi.operations(rooms(), accounts, audit, CLOCK),
            new Callers(accounts, CLOCK, hash),
            audit,
            new CallLimits(ANY, ANY, ANY, TimeMeter.SYSTEM_NANOTIME),
            Proxies.NONE,
            new Cursors(text -> Arrays.copyOf(key.hash("cursor", text), 16)),
            (what, tags) -> {},
            CLOCK,
            random);
    server =
        ApiServer.start(vertx, new Listener("127.0.0.1", 0, Optional.empty()), api, true)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    port = server.port();
  }

  /** The queues as another node has them. */
  Tickets node(String name) {
    return new Tickets(store, shops.book()::byId, Almanac.COMPUTED, new Outboxes(), CLOCK, name);
  }

  private CompletableFuture<Void> thank(Thanks.Owed owed) {
    thanked.add(owed.hotspot() + " " + owed.found() + " " + owed.people().size());
    return CompletableFuture.allOf();
  }

  /** Somebody says that a hotspot is broken. */
  void hears(String person, String hotspot) {
    reports
        .told(new Voice(hotspot, Said.BROKEN, "", person, true, "iam", NOW, "key-" + person))
        .join();
  }

  /** Somebody names a hotspot that is not on the map; gives the id of what they said. */
  String named(String person, String place, String landmark) {
    proposals.propose(person, place, landmark, false, NOW, "key-" + person).join();
    return proposals.waiting(500).join().stream()
        .filter(waiting -> waiting.landmark().equals(landmark))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Rooms rooms() {
    return new Rooms(
        places::now,
        hotspots,
        shops,
        tickets,
        wallet.rooms(),
        alerts.rooms(),
        new Rooms.ChallengeRooms(
            challenges,
            new OfferList(offers, challenges.book(), places::now, NumberedPeople.of(), vault)),
        notices.notices,
        new Rooms.Audience(
            audience.counts, audience.groups, audience.relays, audience.announcements),
        address -> CompletableFuture.completedFuture(vault.pseudonym("person", address.value())),
        files,
        reports,
        proposals,
        new Admission(proposals, hotspots.desk(), places::now, CLOCK),
        new DemandBook(store),
        account.ports(),
        task -> Thread.ofVirtual().start(task),
        VertxLoop.on(vertx, Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private List<FileDesk> desks() {
    PlaceStore stored = new PlaceStore(store, GAZETTEER);
    return List.of(
        new HotspotFileDesk(new HotspotExchange(store, hotspots, places::now, CLOCK), places::now),
        new TableDesk<>("shops", new ShopExchange(store, shops, places::now, CLOCK)),
        new TableDesk<>(
            "payees", new PayeeExchange(store, wallet.rooms().payees(), places::now, CLOCK)),
        new TableDesk<>(
            "challenges",
            new ChallengeExchange(store, challenges, Starter.shipped(), places::now, CLOCK)),
        new PlaceFileDesk(
            new PlaceDesk(
                stored, new Batches(store, CLOCK), new PlaceKeeper(stored, places)::refresh)));
  }

  private static List<CollectionSpec> collections() {
    List<CollectionSpec> all = new ArrayList<>(Hotspots.COLLECTIONS);
    all.addAll(Shops.COLLECTIONS);
    all.add(PlaceStore.SPEC);
    all.addAll(AccountCollections.specs());
    all.addAll(ReportCollections.specs());
    all.addAll(Demand.specs());
    all.addAll(TicketCollections.specs());
    all.addAll(WalletRooms.collections());
    all.addAll(AccountRooms.collections());
    all.addAll(AlertRooms.collections());
    all.addAll(AudienceRooms.collections());
    all.addAll(Challenges.COLLECTIONS);
    all.addAll(Offers.COLLECTIONS);
    return all;
  }

  /** A token of a new account, good for all that its role may. */
  String token(String name, Role role, Territory territory) {
    return token(name, role, territory, Optional.empty());
  }

  static Phone phone(String person) {
    return new Phone(person, "212661000000");
  }

  /** The same of an account with a phone. */
  String token(String name, Role role, Territory territory, Optional<String> person) {
    accounts.create(name, role, territory, person.map(MapServer::phone)).join();
    return accounts.issue(name, Scope.within(role), NOW.plusSeconds(3_600)).join().text();
  }

  /**
   * Asks.
   *
   * @param body JSON, "" for none
   * @param headers in pairs
   */
  HttpResponse<String> ask(
      String token, String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) request.header("authorization", "Bearer " + token);
    if (!body.isEmpty() && !List.of(headers).contains("content-type"))
      request.header("content-type", "application/json");
    if (headers.length > 0) request.headers(headers);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks for a stream; its body is read as it comes. */
  HttpResponse<InputStream> watch(String token, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("authorization", "Bearer " + token)
            .header("accept", "text/event-stream");
    if (headers.length > 0) request.headers(headers);
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops listening. */
  void stop() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return new JsonMapper().readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** A body that makes or changes a hotspot in a place. */
  static String facts(String name, String place) {
    return """
    {"facts":{"name":{"fr":"%s"},"kind":"library","access":"free","place":"%s"}}\
    """
        .formatted(name, place);
  }

  /** A body that makes or changes a shop in a place. */
  static String shop(String name, String place) {
    return """
    {"facts":{"name":{"fr":"%s"},"trade":"grocery","place":"%s",
    "services":[{"id":"caisse","name":{"fr":"Caisse"},"minutes":4}],"duty":["2026-03-02/2026-03-08"]}}\
    """
        .formatted(name, place);
  }

  /** A body that makes or changes a merchant in a place. */
  static String payee(String name, String place, String account) {
    return """
    {"kind":"merchant","facts":{"name":{"fr":"%s"},"place":"%s","account":"%s"},
    "phone":"+212661000001"}\
    """
        .formatted(name, place, account);
  }

  /** The same without what only making one takes. */
  static String payeeFacts(String name, String place, String account) {
    return payee(name, place, account).replace("\"kind\":\"merchant\",", "");
  }

  /** A body that brings a batch of benefits. */
  static String benefits(String title, String area, String phone) {
    return """
    {"title":{"fr":"%s"},"where":{"fr":"Poste"},"from":"2026-03-02","until":"2026-03-31",%s
    "recipients":[{"phone":"%s","centimes":25000,"reference":"D-1"},{"phone":"0524"}]}\
    """
        .formatted(title, area.isEmpty() ? "" : "\"area\":\"" + area + "\",", phone);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
