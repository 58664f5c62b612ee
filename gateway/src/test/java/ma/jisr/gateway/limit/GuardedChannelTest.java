package ma.jisr.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardedChannelTest {
  private final List<String> sent = new ArrayList<>();
  private final Channel guarded =
      new GuardedChannel(new Recording(), new Destinations(List.of("2126")));

  @ParameterizedTest
  @CsvSource({
    "MESSAGE, 212661000001, true",
    "MESSAGE, 33612345678, false",
    "MESSAGE, 2121, false",
    "SCREEN, 33612345678, true",
    "LAST_SCREEN, 33612345678, true"
  })
  void messagesGoToAllowedDestinationsOnly(Outbound.Kind kind, String number, boolean goes) {
    Sent outcome =
        guarded
            .send(new Outbound("m", kind, new Address("tel", number), "2121", "salam", null))
            .join();
    assertEquals(goes ? new Sent.Unseen("recorded") : new Sent.Refused("destination"), outcome);
    assertEquals(goes ? List.of("m") : List.of(), sent);
  }

  private final class Recording implements Channel {
    @Override
    public String link() {
      return "iam";
    }

    @Override
    public CompletableFuture<Void> start(Receiver receiver) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Sent> send(Outbound outbound) {
      sent.add(outbound.id());
      return CompletableFuture.completedFuture(new Sent.Unseen("recorded"));
    }

    @Override
    public boolean up() {
      return true;
    }

    @Override
    public CompletableFuture<Void> drain() {
      return CompletableFuture.completedFuture(null);
    }
  }
}
