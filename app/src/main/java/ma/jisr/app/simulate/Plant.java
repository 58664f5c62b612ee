package ma.jisr.app.simulate;

import java.util.Locale;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;

/** A bug put in on purpose, to show that the simulator finds its kind. */
public enum Plant {
  /** None. */
  NOTHING,
  /** The MO is acknowledged on arrival, before anything is durable. */
  ACK_BEFORE_WRITE;

  /** The engine as the network reaches it. */
  Receiver receiver(Receiver engine) {
    return this == ACK_BEFORE_WRITE ? new Hasty(engine) : engine;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class Hasty implements Receiver {
    private final Receiver engine;

    Hasty(Receiver engine) {
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
    public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
      engine.receipt(receipt, acknowledgement);
    }
  }

  private static final class Silence implements Acknowledgement {
    @Override
    public void accepted() {
      // said already
    }

    @Override
    public void busy() {
      // too late: the network has forgotten it
    }
  }
}
