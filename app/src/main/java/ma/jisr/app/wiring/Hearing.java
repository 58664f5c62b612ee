package ma.jisr.app.wiring;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.wallet.port.Hints;
import org.jspecify.annotations.Nullable;

/**
 * What providers call back about, handed on to payments. The listener is there before there are
 * payments, for providers are told its address: until {@link #connect} a call is to come again.
 */
final class Hearing implements Hints {
  private volatile @Nullable Hints hints;

  void connect(Hints to) {
    hints = to;
  }

  @Override
  public CompletableFuture<Void> heard(String provider, UUID correlation, String content) {
    Hints known = hints;
    return known == null
        ? CompletableFuture.failedFuture(new IllegalStateException("nobody listens yet"))
        : known.heard(provider, correlation, content);
  }
}
