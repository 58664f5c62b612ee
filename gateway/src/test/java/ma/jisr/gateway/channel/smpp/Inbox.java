package ma.jisr.gateway.channel.smpp;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;

/** A receiver that keeps what comes until the test asks for it. */
final class Inbox implements Receiver {
  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private final BlockingQueue<Fragment> parts = new LinkedBlockingQueue<>();
  private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();

  /** What came, and how to answer it. */
  record Item(Inbound inbound, Acknowledgement acknowledgement) {}

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    items.add(new Item(inbound, acknowledgement));
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

  /** The next thing, waited for. */
  Item next() throws InterruptedException {
    Item item = items.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (item == null) {
      throw new AssertionError("nothing came");
    }
    return item;
  }

  /** The next thing, accepted. */
  Inbound accepted() throws InterruptedException {
    Item item = next();
    item.acknowledgement().accepted();
    return item.inbound();
  }

  Fragment part() throws InterruptedException {
    Fragment part = parts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (part == null) {
      throw new AssertionError("no part came");
    }
    return part;
  }

  Receipt receipt() throws InterruptedException {
    Receipt receipt = receipts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (receipt == null) {
      throw new AssertionError("no receipt came");
    }
    return receipt;
  }

  boolean empty() {
    return items.isEmpty();
  }
}
