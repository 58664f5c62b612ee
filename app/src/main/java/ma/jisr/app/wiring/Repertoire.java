package ma.jisr.app.wiring;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jisr.app.review.Knowledge;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.understand.ModelFreeText;
import ma.jisr.base.Vault;
import ma.jisr.flow.EngineSettings;
import ma.jisr.flow.FlowEngine;
import ma.jisr.flow.FlowSet;
import ma.jisr.flow.lint.Reviews;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.render.Renderer;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotTable;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.place.PlaceStore;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.position.Cells;
import ma.jisr.service.Holding;
import ma.jisr.service.People;
import ma.jisr.service.Ports;
import ma.jisr.service.ServiceRoutes;
import ma.jisr.service.Services;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.shops.ShopSamples;
import ma.jisr.service.shops.Shops;
import ma.jisr.service.tickets.TicketCollections;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * What Jisr can do for people: the services, the flows that ask them and the engine that steps
 * these.
 *
 * @param services with their operations and routes
 * @param flows parsed, with the engine's own texts
 * @param reviews by flow id: who has read which text
 * @param renderer with the words of all languages
 * @param engine that steps
 * @param places the gazetteer in use, replaced by imports
 * @param hotspots to be read before the first question, changed at their desk
 * @param shops to be read likewise
 * @param tickets whose keeper is to be started
 * @param people to be connected with the engine
 * @param outboxes to be connected with the relay once there is an engine
 * @param freeText reads what is neither an answer nor a start word
 * @param knowledge of words, to which operators add
 * @param field what listens to people who report
 * @param wallet what people pay with
 * @param audience who hears notices
 * @param account what people may ask about what is kept of them
 * @param challenges that are read and taken up
 * @param notices of officials
 * @param postbox to be connected with what sends them
 */
public record Repertoire(
    Services services,
    FlowSet flows,
    Map<String, Reviews> reviews,
    Renderer renderer,
    FlowEngine engine,
    Places places,
    Hotspots hotspots,
    Shops shops,
    Tickets tickets,
    People people,
    Outboxes outboxes,
    ModelFreeText freeText,
    Knowledge knowledge,
    FieldWork field,
    WalletWork wallet,
    AudienceWork audience,
    AccountWork account,
    ChallengeWork challenges,
    NoticeWork notices,
    Postbox postbox) {
  /** The collections of the services. */
  public static final List<CollectionSpec> COLLECTIONS =
      Stream.of(
              Hotspots.COLLECTIONS.stream(),
              Shops.COLLECTIONS.stream(),
              TicketCollections.specs().stream(),
              FieldWork.collections().stream(),
              WalletWork.collections().stream(),
              AudienceWork.collections().stream(),
              AccountWork.collections().stream(),
              ChallengeWork.collections().stream(),
              NoticeWork.collections().stream(),
              AlertWork.collections().stream(),
              Stream.of(PlaceStore.SPEC, Cells.SPEC))
          .flatMap(specs -> specs)
          .toList();

  /**
   * @param store opened with {@link #COLLECTIONS}
   * @param worker for what must not run on a loop
   */
  public static Repertoire of(
      Settings settings, Store store, InstantSource clock, Executor worker) {
    return of(FieldKit.none(), WalletKit.none(), settings, store, clock, worker);
  }

  /** The same with what the deployment gives those who listen to the field, and who pay. */
  public static Repertoire of(
      FieldKit kit,
      WalletKit pay,
      Settings settings,
      Store store,
      InstantSource clock,
      Executor worker) {
    return of(Library.on(StarterGazetteer.read()), kit, pay, settings, store, clock, worker);
  }

  /** The same with what has been read already. */
  public static Repertoire of(
      Library library,
      FieldKit kit,
      WalletKit pay,
      Settings settings,
      Store store,
      InstantSource clock,
      Executor worker) {
    Places places = library.knowledge().places();
    Hotspots hotspots = hotspots(settings, store, places, clock, worker);
    Shops shops = shops(kit.staff(), settings, store, hotspots, places, clock, worker);
    Outboxes outboxes = Footing.outboxes(kit, pay, settings);
    People people = new People();
    Footing on =
        new Footing(kit, settings, store, places, hotspots, shops, outboxes, people, clock, worker);
    Tickets tickets = on.tickets();
    FieldWork field = on.field();
    WalletWork wallet = on.wallet(pay, field);
    AudienceWork audience = on.audience(pay, field);
    AccountWork account = on.account(field);
    ChallengeWork challenges = on.challenges(pay);
    Postbox postbox = new Postbox();
    NoticeWork notices = on.notices(postbox, library.renderer(), field, audience);
    List<Holding> others = new ArrayList<>(kit.rooms());
    others.addAll(wallet.holdings());
    others.add(challenges.challenges().holding());
    Services services =
        Services.of(
            new Ports(
                places,
                hotspots.map(),
                field.demand(),
                shops.book(),
                shops.staff(),
                tickets,
                people,
                field.ports(),
                outboxes,
                wallet.ports(),
                account.ports(settings),
                challenges.ports(),
                notices.notices(),
                audience.ports(),
                clock));
    account.over(services.all(), others, audience.hearers());
    FlowSet flows = library.flows().hiding(hidden(services));
    FlowEngine stepper = engine(settings, flows, services, library.renderer(), library.freeText());
    return new Repertoire(
        services,
        flows,
        library.reviews(),
        library.renderer(),
        stepper,
        places,
        hotspots,
        shops,
        tickets,
        people,
        outboxes,
        library.freeText(),
        library.knowledge(),
        field,
        wallet,
        audience,
        account,
        challenges,
        notices,
        postbox);
  }

  /** The hotspots alone, for what needs no flows. */
  static Hotspots hotspots(
      Settings settings, Store store, Places places, InstantSource clock, Executor worker) {
    List<Hotspot> samples = settings.samples() ? HotspotTable.samples(places.now()) : List.of();
    return Hotspots.on(store, places::now, samples, settings.almanac(), clock, worker);
  }

  /** The shops of a store. */
  static Shops shops(
      Vault staff,
      Settings settings,
      Store store,
      Hotspots hotspots,
      Places places,
      InstantSource clock,
      Executor worker) {
    return Shops.on(
        store,
        places::now,
        settings.samples() ? ShopSamples.read() : Map.of(),
        settings.almanac(),
        hotspots.feed(),
        staff,
        clock,
        worker);
  }

  private static FlowEngine engine(
      Settings settings,
      FlowSet flows,
      Services services,
      Renderer renderer,
      ModelFreeText freeText) {
    EngineSettings engine =
        EngineSettings.of(settings.codes().sms(), settings.codes().ussd(), settings.contact());
    return new FlowEngine(flows, services, renderer, freeText, freeText::language, engine);
  }

  /** The same with a changed flow in the place of the one of its name. */
  public Repertoire deploying(Settings settings, Flow changed) {
    Map<String, Flow> all = new LinkedHashMap<>(flows.flows());
    all.put(changed.id(), changed);
    FlowSet next = FlowSet.of(all.values(), flows.common()).hiding(hidden(services));
    return new Repertoire(
        services,
        next,
        reviews,
        renderer,
        engine(settings, next, services, renderer, freeText),
        places,
        hotspots,
        shops,
        tickets,
        people,
        outboxes,
        freeText,
        knowledge,
        field,
        wallet,
        audience,
        account,
        challenges,
        notices,
        postbox);
  }

  private static Set<String> hidden(Services services) {
    return services.all().stream()
        .flatMap(service -> service.hidden().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The routes of all services. */
  public List<ServiceRoutes> routes() {
    return services.all().stream().flatMap(service -> service.routes().stream()).toList();
  }

  /** The collections of the services that speak first. */
  List<String> speaking() {
    return services.all().stream().flatMap(service -> service.outboxes().stream()).toList();
  }

  /** The names of all operations. */
  public List<String> operations() {
    return services.all().stream()
        .flatMap(s -> s.operations().stream())
        .map(Operation::name)
        .toList();
  }
}
