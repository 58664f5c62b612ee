package ma.jisr.app.simulate;

import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;

/** Planted: acknowledges what it is given before the engine has looked at it. */
final class HastyReceiver implements Receiver {
  private final Receiver engine;

  HastyReceiver(Receiver engine) {
    this.engine = engine;
  }

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    acknowledgement.accepted();
    engine.accept(inbound, new Silence());
  }

  @Override
  public void part(Fragment fragment, Acknowledgement acknowledgement) {
    acknowledgement.accepted();
    engine.part(fragment, new Silence());
  }

  @Override
  public void taken(Taken segment) {
    engine.taken(segment);
  }

  @Override
  public void ready(String link) {
    engine.ready(link);
  }

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    engine.receipt(receipt, acknowledgement);
  }

  /** An answer that goes nowhere: said already, or not wanted. */
  static final class Silence implements Acknowledgement {
    @Override
    public void accepted() {
      // nobody listens
    }

    @Override
    public void busy() {
      // nobody listens
    }
  }
}
