package ma.jisr.gateway.channel.chat.mattermost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;
import ma.jisr.gateway.channel.http.message.provider.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A link to a server over real sockets: nothing is lost, nothing comes twice. */
class MattermostChannelTest implements Receiver, Mark.Keeper {
  private static final int PATIENCE = 10;
  private static final String COMMAND_TOKEN = "cmd-token";

  private final Vertx vertx = Vertx.vertx();
  private final ChatServer server = new ChatServer(vertx);
  private final BlockingQueue<Inbound> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ready = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ignored = new LinkedBlockingQueue<>();
  private final Map<String, Mark> marks = new ConcurrentHashMap<>();
  private final List<String> again = new ArrayList<>();
  private final List<MattermostChannel> channels = new CopyOnWriteArrayList<>();

  private MattermostChannel open() throws Exception {
    return open(Duration.ofSeconds(20));
  }

  private MattermostChannel open(Duration ping) throws Exception {
    marks.putIfAbsent("mm", new Mark(1_790_000_000_000L, List.of()));
    Mattermost provider =
        new Mattermost(
            new Mattermost.Account(ChatServer.TOKEN, COMMAND_TOKEN, ""), Clock.systemUTC());
    HttpMessageLink link =
        new HttpMessageLink(
            "mm",
            "mm",
            "mm",
            new Verifier.Inside(provider::proves),
            URI.create("http://127.0.0.1:" + server.port()),
            4,
            1_000,
            100,
            "212",
            Assurance.CLAIMED,
            new HttpMessageLink.Timers(
                Duration.ofSeconds(5),
                Duration.ofMillis(10),
                Duration.ofSeconds(5),
                Duration.ofMillis(20)));
    Duration little = Duration.ofMillis(10);
    Duration longest = Duration.ofMillis(500); // a connection may take as long to be made
    MattermostChannel channel =
        new MattermostChannel(
            link,
            provider,
            new Listening.Timers(little, longest, ping, little, little),
            this,
            vertx,
            Clock.systemUTC(),
            new Random(7),
            (what, tags) -> {
              if (what.equals("http.ignored")) ignored.add(tags.get("what"));
            });
    channels.add(channel);
    channel.start(this).join();
    assertEquals("mm", ready.poll(PATIENCE, TimeUnit.SECONDS));
    // What is said from here on comes by the stream.
    server.says("opener", "salam");
    assertEquals("opener salam", next());
    return channel;
  }

  @AfterEach
  void stop() {
    channels.forEach(channel -> channel.drain().join());
    server.close();
  }

  private String next() throws Exception {
    Inbound inbound = heard.poll(PATIENCE, TimeUnit.SECONDS);
    assertNotNull(inbound, "nothing was heard");
    return inbound.from().value() + " " + inbound.text();
  }

  @Test
  void whatIsWrittenIsHeardAndAnswered() throws Exception {
    MattermostChannel channel = open();
    String post = server.says("u1", "wifi amizmiz");
    Inbound inbound = heard.poll(PATIENCE, TimeUnit.SECONDS);
    assertEquals("mm-" + post, inbound.id());
    assertEquals(new Address("mm", "u1"), inbound.from());
    assertEquals("wifi amizmiz", inbound.text());
    assertInstanceOf(Sent.Taken.class, channel.send(message("m1", "u1")).join());
    assertInstanceOf(Sent.Taken.class, channel.send(message("m2", "u1")).join());
    assertEquals("du1", server.posted.take().path("channel_id").asText());
    assertEquals(1, server.asked("direct"), "opened once");
    assertEquals("own", ignored.poll(PATIENCE, TimeUnit.SECONDS), "no loop");
    assertTrue(channel.up());
    assertEquals("up", channel.state());
  }

  @Test
  void machinesAndChannelsAreNotAnswered() throws Exception {
    open();
    int connections = server.asked("websocket");
    ObjectNode bot = Json.MAPPER.createObjectNode();
    bot.putObject("props").put("from_bot", "true");
    server.post("u2", "hello", "D", bot);
    server.post("u3", "hello", "O", Json.MAPPER.createObjectNode());
    server.tell("user_typing", Json.MAPPER.createObjectNode().put("user_id", "u3"));
    server.tell("of_tomorrow", Json.MAPPER.createObjectNode().put("post", "{"));
    server.tell("posted", Json.MAPPER.createObjectNode().put("post", "{"));
    server.post("u3", "@jisr wifi", "O", Json.MAPPER.createObjectNode());
    assertEquals("u3 wifi", next());
    assertEquals(List.of("bot", "channel", "malformed"), List.copyOf(ignored));
    assertEquals(connections, server.asked("websocket"), "nothing of that tears the stream");
  }

  @Test
  void theSlashCommandComesByTheDoor() throws Exception {
    server.reaches(open());
    String said = "user_id=u1&trigger_id=t1&command=%2Fjisr&text=wifi+amizmiz&token=";
    assertEquals("401 ", server.commands(said + "another-token"));
    assertEquals("401 ", server.commands(said));
    assertEquals("400 ", server.commands("text=wifi&token=" + COMMAND_TOKEN));
    String answer = "200 {\"response_type\":\"ephemeral\",\"text\":\"→ @jisr\"}";
    again.add("u1 wifi amizmiz");
    assertEquals("429 ", server.commands(said + COMMAND_TOKEN));
    assertEquals(answer, server.commands(said + COMMAND_TOKEN));
    assertEquals(answer, server.commands(said + COMMAND_TOKEN));
    Inbound first = heard.poll(PATIENCE, TimeUnit.SECONDS);
    assertEquals(new Address("mm", "u1"), first.from());
    assertEquals("wifi amizmiz", first.text());
    assertEquals(first.id(), heard.take().id(), "the same to the engine");
    assertTrue(heard.isEmpty());
  }

  @Test
  void whatComesTwiceIsHeardOnce() throws Exception {
    open();
    String post = server.says("u1", "a");
    server.news(post, "D");
    server.says("u1", "b");
    assertEquals("u1 a", next());
    assertEquals("u1 b", next());
    assertEquals("known", ignored.poll(PATIENCE, TimeUnit.SECONDS));
  }

  @Test
  void eachOnesWordsStayInOrderWhenSomeAreNotKept() throws Exception {
    synchronized (again) {
      again.addAll(List.of("u1 0", "u2 3", "u1 0", "u1 7"));
    }
    open();
    for (int i = 0; i < 10; i++) {
      server.says("u1", Integer.toString(i));
      server.says("u2", Integer.toString(i));
    }
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String words = next();
      (words.startsWith("u1") ? first : second).add(words.substring(3));
    }
    List<String> order = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertEquals(order, first);
    assertEquals(order, second);
  }

  @Test
  void aConnectionThatWasCutGoesOnWhereItWas() throws Exception {
    open();
    server.says("u1", "before");
    assertEquals("u1 before", next());
    int lists = server.asked("channels");
    server.cut();
    server.says("u1", "meanwhile");
    assertEquals("u1 meanwhile", next());
    server.says("u1", "after");
    assertEquals("u1 after", next());
    assertEquals(lists, server.asked("channels"), "nothing had to be looked up");
    assertEquals(List.of(), List.copyOf(ignored));
  }

  @Test
  void whatTheServerHasNotKeptIsLookedUp() throws Exception {
    open();
    server.says("u1", "before");
    assertEquals("u1 before", next());
    server.refuse(429, 503);
    server.forget();
    server.cut();
    server.says("u1", "one");
    server.says("u1", "two");
    assertEquals("u1 one", next());
    assertEquals("u1 two", next());
    server.says("u1", "after");
    assertEquals("u1 after", next());
    assertTrue(heard.isEmpty());
  }

  @Test
  void anEventThatIsLostTearsTheStream() throws Exception {
    open();
    server.lose();
    server.says("u1", "next");
    List<String> both = List.of(next(), next());
    assertTrue(both.containsAll(List.of("somebody lost", "u1 next")), both.toString());
    assertTrue(heard.isEmpty());
  }

  @Test
  void aRestartHearsWhatWasWrittenMeanwhile() throws Exception {
    MattermostChannel first = open();
    server.says("u1", "before");
    assertEquals("u1 before", next());
    first.drain().join();
    server.forget();
    server.says("u1", "meanwhile");
    server.says("u2", "too");
    open();
    List<String> both = List.of(next(), next());
    assertTrue(both.containsAll(List.of("u1 meanwhile", "u2 too")), both.toString());
    server.says("u1", "after");
    assertEquals("u1 after", next());
  }

  @Test
  void whatWasNotKeptBeforeTheEndIsHeardByTheNext() throws Exception {
    synchronized (again) {
      for (int i = 0; i < 10_000; i++) again.add("u1 stuck");
    }
    MattermostChannel first = open();
    server.says("u1", "stuck");
    server.says("u2", "kept");
    assertEquals("u2 kept", next());
    first.drain().join();
    synchronized (again) {
      again.clear();
    }
    server.forget();
    open();
    assertEquals("u1 stuck", next());
    server.says("u1", "after");
    assertEquals("u1 after", next());
  }

  @Test
  void whoIsSilentIsLeftAndComeBackTo() throws Exception {
    server.silent(true);
    open(Duration.ofMillis(30));
    server.silent(false);
    server.says("u1", "there");
    assertEquals("u1 there", next());
    assertTrue(server.asked("websocket") >= 1);
  }

  @Test
  void whoThrottlesIsAskedAgain() throws Exception {
    MattermostChannel channel = open();
    server.refuse(429, 429, 503);
    assertInstanceOf(Sent.Taken.class, channel.send(message("m1", "u1")).join());
    assertEquals(1, server.posted.size());
  }

  @Test
  void aTokenThatIsRefusedPausesTheLink() throws Exception {
    MattermostChannel channel = open();
    server.letIn("another");
    assertInstanceOf(Sent.Held.class, channel.send(message("m1", "u1")).join());
    server.cut();
    server.says("u1", "meanwhile");
    server.letIn(ChatServer.TOKEN);
    assertEquals("mm", ready.poll(PATIENCE, TimeUnit.SECONDS));
    assertEquals("u1 meanwhile", next());
    assertInstanceOf(Sent.Taken.class, channel.send(message("m1", "u1")).join());
  }

  @Test
  void nothingGoesBeforeWeKnowWhoWeAre() throws Exception {
    server.letIn("another");
    CompletableFuture<Void> opened =
        CompletableFuture.runAsync(
            () -> {
              try {
                open();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (server.asked("me") < 2) Thread.onSpinWait();
    assertFalse(channels.getFirst().up());
    assertInstanceOf(Sent.Held.class, channels.getFirst().send(message("m1", "u1")).join());
    server.letIn(ChatServer.TOKEN);
    opened.join();
    assertTrue(channels.getFirst().up());
  }

  private static Outbound message(String id, String to) {
    return new Outbound(
        id,
        "p",
        Outbound.Kind.MESSAGE,
        Urgency.REPLY,
        new Address("mm", to),
        "",
        "salam",
        null,
        Instant.MAX,
        Instant.MAX,
        0);
  }

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    boolean refused;
    synchronized (again) {
      refused = again.remove(inbound.from().value() + " " + inbound.text());
    }
    if (refused) {
      acknowledgement.busy();
    } else {
      heard.add(inbound);
      acknowledgement.accepted();
    }
  }

  @Override
  public void part(Fragment fragment, Acknowledgement acknowledgement) {
    throw new IllegalStateException("posts come whole");
  }

  @Override
  public void taken(Taken segment) {
    assertEquals("mm", segment.link());
  }

  @Override
  public void ready(String link) {
    ready.add(link);
  }

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    throw new IllegalStateException("Mattermost tells no fates");
  }

  @Override
  public CompletableFuture<Optional<Mark>> read(String link) {
    return CompletableFuture.completedFuture(Optional.ofNullable(marks.get(link)));
  }

  @Override
  public CompletableFuture<Void> write(String link, Mark mark) {
    marks.put(link, mark);
    return CompletableFuture.completedFuture(null);
  }
}
