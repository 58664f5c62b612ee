package ma.jisr.app.wiring;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.jisr.app.api.DescriptionFile;
import ma.jisr.app.api.MapApi;
import ma.jisr.app.api.Rooms;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.settings.ApiSettings;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Loop;
import ma.jisr.gateway.api.Api;
import ma.jisr.gateway.api.ApiServer;
import ma.jisr.gateway.api.CallLimits;
import ma.jisr.gateway.api.Cursors;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.web.Listener;
import ma.jisr.map.place.Gazetteer;

/** The API of a running node, on the listeners that the settings name. */
final class Serving {
  private static final long START_SECONDS = 30;
  private static final Duration STOP = Duration.ofSeconds(5);

  /** A burst is as many as five seconds give. */
  private static final int BURST_SECONDS = 5;

  private Serving() {}

  /** Starts it; what it has to stop is pushed. Gives where it listens, a URL each. */
  static List<String> start(
      Settings all,
      Vertx vertx,
      List<FileDesk> files,
      Keys keys,
      Repertoire repertoire,
      AlertWork alerts,
      Accounting accounting,
      Counters counters,
      SecureRandom random,
      Stopping stopping)
      throws Exception {
    ApiSettings settings = all.api();
    if (settings.open().isEmpty() && settings.admin().isEmpty()) return List.of();
    Clock clock = Clock.systemUTC();
    Api api =
        new Api(
            DescriptionFile.read(),
            MapApi.operations(
                rooms(all, files, repertoire, alerts, accounting, VertxLoop.on(vertx, clock)),
                accounting.accounts(),
                accounting.audit(),
                clock),
            accounting.callers(),
            accounting.audit(),
            limits(settings),
            settings.proxies(),
            new Cursors(keys::cursor),
            counters,
            clock,
            random);
    List<String> urls = new ArrayList<>();
    listen(settings.open(), vertx, api, false, stopping).ifPresent(urls::add);
    listen(settings.admin(), vertx, api, true, stopping).ifPresent(urls::add);
    return urls;
  }

  private static Rooms rooms(
      Settings all,
      List<FileDesk> files,
      Repertoire repertoire,
      AlertWork alerts,
      Accounting accounting,
      Loop loop) {
    Supplier<Gazetteer> gazetteer = repertoire.knowledge()::gazetteer;
    FieldWork field = repertoire.field();
    return new Rooms(
        gazetteer,
        repertoire.hotspots(),
        repertoire.shops(),
        repertoire.tickets(),
        new Rooms.Wallet(
            repertoire.wallet().payees(),
            repertoire.wallet().claims(),
            repertoire.wallet().benefits()),
        new Rooms.CapRooms(alerts.desk(), alerts.published()),
        new Rooms.ChallengeRooms(
            repertoire.challenges().challenges(), repertoire.challenges().offers()),
        repertoire.notices().notices(),
        repertoire.audience().rooms(),
        accounting.enrolment()::person,
        files,
        field.ports().reports(),
        field.ports().proposals(),
        field.admission(),
        field.book(),
        repertoire.account().ports(all),
        task -> Thread.ofVirtual().start(task),
        loop);
  }

  private static CallLimits limits(ApiSettings settings) {
    return new CallLimits(
        rate(settings.tokenRate()),
        rate(settings.addressRate()),
        CallLimits.Rate.GUESS,
        TimeMeter.SYSTEM_NANOTIME);
  }

  private static CallLimits.Rate rate(int second) {
    return new CallLimits.Rate(second * BURST_SECONDS, second, Duration.ofSeconds(1));
  }

  private static Optional<String> listen(
      Optional<Listener> wanted, Vertx vertx, Api api, boolean admin, Stopping stopping)
      throws Exception {
    if (wanted.isEmpty()) return Optional.empty();
    Listener listener = wanted.get();
    String name = admin ? "api.admin" : "api.public";
    try {
      ApiServer server =
          ApiServer.start(vertx, listener, api, admin)
              .toCompletionStage()
              .toCompletableFuture()
              .get(START_SECONDS, TimeUnit.SECONDS);
      stopping.pushFuture(name, STOP, server::close);
      String scheme = listener.tls().isPresent() ? "https" : "http";
      return Optional.of(scheme + "://" + listener.host() + ":" + server.port());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "cannot serve the API on "
              + listener.host()
              + ":"
              + listener.port()
              + ": "
              + cause.getMessage()
              + ". Look at "
              + name
              + " (port 0 takes a free one)",
          e);
    }
  }
}
