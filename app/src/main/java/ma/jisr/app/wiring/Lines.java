package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.settings.DoorSettings;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.app.settings.Settings;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Locator;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.chat.mattermost.Mark;
import ma.jisr.gateway.channel.smpp.Redeliveries;
import ma.jisr.gateway.channel.smpp.SmppChannel;
import ma.jisr.gateway.delivery.Channels;
import ma.jisr.gateway.delivery.LinkChoice;
import ma.jisr.gateway.limit.Destinations;
import ma.jisr.gateway.limit.GuardedChannel;
import ma.jisr.gateway.metrics.MeteredChannel;
import ma.jisr.gateway.metrics.Meters;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.session.Links;
import org.jspecify.annotations.Nullable;

/** The links of a node: what is known of each, and the channels behind them once connected. */
final class Lines implements Channels {
  private static final long START_SECONDS = 30;

  private final Settings settings;
  private final List<LinkSettings> links;
  private final Vertx vertx;
  private final Meters meters;
  private final SecureRandom random;
  private final Mark.Keeper marks;
  private final LinkChoice choice;
  private final Map<String, Channel> channels = new LinkedHashMap<>();

  /**
   * @param links over SMPP; those whose aggregators call stand in the settings
   * @param marks how far chats have been heard that do not call us
   */
  Lines(
      Settings settings,
      List<LinkSettings> links,
      Vertx vertx,
      Meters meters,
      SecureRandom random,
      Mark.Keeper marks) {
    this.settings = settings;
    this.links = List.copyOf(links);
    this.vertx = vertx;
    this.meters = meters;
    this.random = random;
    this.marks = marks;
    this.choice = LinkWiring.choice(links, settings.door());
  }

  /** What a turn must know of each. */
  Links infos() {
    Map<String, LinkInfo> infos = new HashMap<>();
    for (LinkSettings link : links) infos.put(link.id(), LinkWiring.info(link));
    for (DoorSettings.DoorLink link : settings.door().links())
      infos.put(link.id(), Doors.info(link));
    return infos::get;
  }

  @Override
  public @Nullable Channel of(String link) {
    return channels.get(link);
  }

  @Override
  public LinkChoice choice() {
    return choice;
  }

  /**
   * Connects all of them.
   *
   * @return the port at which aggregators call; 0 where none does
   */
  int connect(Receiver receiver, Watch watch, Locator locator, Stopping stopping) throws Exception {
    Map<String, Redeliveries> redeliveries = new HashMap<>();
    for (LinkSettings link : links) {
      SmppChannel channel =
          new SmppChannel(
              LinkWiring.smpp(link),
              vertx,
              Clock.systemUTC(),
              random,
              redeliveries.computeIfAbsent(link.smsc(), smsc -> new Redeliveries()),
              locator);
      put(channel);
      watch.watch(channel, link.window());
      channel.start(receiver).get(START_SECONDS, TimeUnit.SECONDS);
    }
    Doors doors = new Doors(vertx, meters, random, marks);
    for (Channel channel : doors.connect(settings.door(), receiver)) {
      put(channel);
      watch.watch(channel);
    }
    return doors.open(settings.door(), stopping);
  }

  private void put(Channel channel) {
    Destinations destinations = new Destinations(settings.limits().destinations());
    Channel guarded = new GuardedChannel(channel, destinations);
    channels.put(channel.link(), new MeteredChannel(guarded, meters, System::nanoTime));
  }

  /** Takes nothing more, finishes what is under way, unbinds. */
  CompletableFuture<Void> drain() {
    return CompletableFuture.allOf(
        channels.values().stream().map(Channel::drain).toArray(CompletableFuture[]::new));
  }
}
