package ma.jisr.bench.channel;

import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;

/** Takes all that a channel brings, at once; a dialogue gets one screen. */
record Guests(Channel channel) implements Receiver {
  private static final String SCREEN =
      "Wifi ouverts, Amizmiz :\n1 Dar Chabab Amizmiz (ex.)\n2 Place du souk (ex.)";

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    acknowledgement.accepted();
    if (inbound.act() != Inbound.Act.BEGIN) return;
    var unused =
        channel.send(
            new Outbound(
                inbound.id(),
                Outbound.Kind.LAST_SCREEN,
                inbound.from(),
                inbound.code(),
                SCREEN,
                inbound.dialogue()));
  }

  @Override
  public void part(Fragment fragment, Acknowledgement acknowledgement) {
    acknowledgement.accepted();
  }

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    acknowledgement.accepted();
  }

  @Override
  public void taken(Taken segment) {}

  @Override
  public void ready(String link) {}
}
