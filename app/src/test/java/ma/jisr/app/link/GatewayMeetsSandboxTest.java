package ma.jisr.app.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.channel.smpp.SmppChannel;
import ma.jisr.gateway.channel.smpp.SmppLink;
import ma.jisr.sandbox.Sandbox;
import ma.jisr.sandbox.SandboxSettings;
import ma.jisr.sandbox.centre.CentreSettings;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.smpp.LinkSettings;
import ma.jisr.sandbox.wallet.WalletSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's link and the sandbox's centre, written apart, understand each other. */
class GatewayMeetsSandboxTest {
  private static final String ARABIC = "مقهى أطلس، طريق تارودانت، مفتوح حتى 22. ".repeat(3);
  private final BlockingQueue<Inbound> came = new LinkedBlockingQueue<>();
  private final BlockingQueue<Fragment> parts = new LinkedBlockingQueue<>();
  private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path folder;
  private Sandbox sandbox;
  private SmppChannel channel;
  private Phone phone;

  @BeforeEach
  void bind() throws Exception {
    sandbox =
        wait(
            Sandbox.start(
                vertx,
                new SandboxSettings(
                    new LinkSettings(0, "jisr", "s3cret"),
                    new CentreSettings("2121", "*585#"),
                    folder,
                    WalletSettings.usual(null))));
    var account = new SmppLink.Account("127.0.0.1", sandbox.port(), "jisr", "s3cret", "");
    channel =
        new SmppChannel(
            SmppLink.usual("iam", "iam", account), vertx, Clock.systemUTC(), new Random(7));
    channel.start(new Inbox()).join();
    phone = wait(sandbox.centre().phone("+212661000001"));
  }

  @AfterEach
  void close() throws Exception {
    assertEquals(List.of(), sandbox.centre().complaints());
    wait(sandbox.close());
    wait(vertx.close());
  }

  @Test
  void smsBothWays() throws Exception {
    var sent = phone.sms("2121", "wifi amizmiz, où ? ".repeat(12));
    Fragment one = poll(parts);
    Fragment two = poll(parts);
    assertEquals(
        "wifi amizmiz, où ? ".repeat(12),
        one.alphabet().decode(one.octets()) + two.alphabet().decode(two.octets()));
    assertEquals(2, wait(sent));
    send(new Outbound("o1", Outbound.Kind.MESSAGE, one.from(), one.code(), ARABIC, null));
    var message = wait(phone.nextSms());
    assertEquals(ARABIC, message.text());
    assertEquals(2, message.segments());
    assertEquals(Receipt.State.DELIVERED, poll(receipts).state());
  }

  @Test
  void aDialogue() throws Exception {
    wait(phone.sms("2121", "bound?"));
    next();
    var first = phone.dial("*585*1#");
    Inbound begin = next();
    assertEquals(Inbound.Act.BEGIN, begin.act());
    assertEquals("*585*1#", begin.text());
    send(answer(begin, Outbound.Kind.SCREEN, "Fin bghiti?"));
    assertEquals("Fin bghiti?", wait(first).text());

    var second = phone.answer("أمزميز");
    Inbound typed = next();
    assertEquals(Inbound.Act.ANSWER, typed.act());
    assertEquals("أمزميز", typed.text());
    send(answer(typed, Outbound.Kind.LAST_SCREEN, "Cafe Atlas {5€}"));
    assertEquals("Cafe Atlas {5€}", wait(second).text());
    assertFalse(phone.screen().orElseThrow().open());

    phone.dial("*585#");
    assertEquals(Inbound.Act.BEGIN, next().act());
    wait(phone.losesNetwork());
    assertEquals(Inbound.Act.RELEASE, next().act());
  }

  private static Outbound answer(Inbound to, Outbound.Kind kind, String text) {
    return new Outbound("o1", kind, to.from(), to.code(), text, to.dialogue());
  }

  private void send(Outbound outbound) throws Exception {
    Sent outcome = channel.send(outbound).get(20, TimeUnit.SECONDS);
    assertInstanceOf(Sent.Taken.class, outcome);
  }

  private Inbound next() throws InterruptedException {
    return poll(came);
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.await(20, TimeUnit.SECONDS);
  }

  private static <T> T poll(BlockingQueue<T> queue) throws InterruptedException {
    T item = queue.poll(20, TimeUnit.SECONDS);
    if (item == null) {
      throw new AssertionError("nothing came");
    }
    return item;
  }

  private final class Inbox implements Receiver {
    @Override
    public void accept(Inbound inbound, Acknowledgement acknowledgement) {
      came.add(inbound);
      acknowledgement.accepted();
    }

    @Override
    public void part(Fragment fragment, Acknowledgement acknowledgement) {
      parts.add(fragment);
      acknowledgement.accepted();
    }

    @Override
    public void taken(Taken segment) {}

    @Override
    public void ready(String link) {}

    @Override
    public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
      receipts.add(receipt);
      acknowledgement.accepted();
    }
  }
}
