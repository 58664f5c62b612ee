package ma.jisr.gateway.channel.smpp;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Random;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;

/**
 * A program that echoes through {@link SmppChannel}, to be held against an outside simulator: a
 * fixed text by SMS; by USSD a menu until "2" is typed. Arguments: port, window, and a profile if
 * not standard.
 */
public final class EchoMain {
  private static final String REPLY = "Jisr: 3 resultats pour Amizmiz. Repondez 1 pour la suite.";

  private EchoMain() {}

  /** Runs until killed. */
  public static void main(String[] args) {
    int port = Integer.parseInt(args[0]);
    int window = Integer.parseInt(args[1]);
    UssdProfile profile = args.length > 2 ? UssdProfile.valueOf(args[2]) : UssdProfile.STANDARD;
    SmppLink usual =
        SmppLink.usual("echo", "rig", new SmppLink.Account("127.0.0.1", port, "jisr", "s", ""));
    SmppLink link =
        new SmppLink(
            usual.id(),
            usual.smsc(),
            usual.account(),
            usual.bind(),
            window,
            1_000_000,
            usual.carries(),
            new SmppLink.Ussd(
                profile,
                usual.ussd().idle(),
                usual.ussd().session(),
                usual.ussd().screen(),
                usual.ussd().open()),
            usual.text(),
            null,
            usual.timers(),
            usual.limits(),
            null);
    SmppChannel channel = new SmppChannel(link, Vertx.vertx(), Clock.systemUTC(), new Random());
    channel.start(new Echo(channel)).join();
  }

  private record Echo(SmppChannel channel) implements Receiver {
    @Override
    public void accept(Inbound inbound, Acknowledgement acknowledgement) {
      acknowledgement.accepted();
      Outbound.Kind kind =
          switch (inbound.act()) {
            case MESSAGE -> Outbound.Kind.MESSAGE;
            case RELEASE -> null;
            case BEGIN -> Outbound.Kind.SCREEN;
            case ANSWER ->
                inbound.text().equals("2") ? Outbound.Kind.LAST_SCREEN : Outbound.Kind.SCREEN;
          };
      if (kind != null) {
        Outbound reply =
            new Outbound(
                inbound.id(), kind, inbound.from(), inbound.code(), REPLY, inbound.dialogue());
        var unused = channel.send(reply);
      }
    }

    @Override
    public void part(Fragment fragment, Acknowledgement acknowledgement) {
      acknowledgement.accepted();
    }

    @Override
    public void taken(Taken segment) {}

    @Override
    public void ready(String link) {}

    @Override
    public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
      acknowledgement.accepted();
    }
  }
}
