package ma.jisr.gateway.channel.smpp;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.loop.VertxLoop;

/**
 * The late deliver_sm_resp: written once, on the connection that the deliver_sm came by, or dropped
 * when that has gone. The peer then sends the message again, on the next bind.
 */
final class Answer implements Acknowledgement {
  private final VertxLoop loop;
  private final Connection connection;
  private final int command;
  private final int sequence;
  private final BiConsumer<Integer, Boolean> then;
  private final AtomicBoolean given = new AtomicBoolean();

  /**
   * @param then runs on the loop with the status and whether it could be written
   */
  Answer(
      VertxLoop loop, Connection connection, Deliver deliver, BiConsumer<Integer, Boolean> then) {
    this.loop = loop;
    this.connection = connection;
    this.command = deliver.command();
    this.sequence = deliver.sequence();
    this.then = then;
  }

  @Override
  public void accepted() {
    give(Status.OK);
  }

  @Override
  public void busy() {
    give(Status.BUSY);
  }

  /** Refuses it for good. */
  void refused(int status) {
    give(status);
  }

  private void give(int status) {
    if (given.compareAndSet(false, true)) {
      loop.enter(() -> then.accept(status, connection.answer(command, sequence, status)));
    }
  }
}
