package ma.jisr.gateway.metrics;

import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import ma.jisr.gateway.channel.smpp.LinkStats;
import ma.jisr.gateway.channel.smpp.SmppChannel;
import org.jspecify.annotations.Nullable;

/** What one SMPP link holds and has done, as it was when it was last asked. */
public final class LinkMeters {
  private final SmppChannel channel;
  private final Meters meters;
  private volatile @Nullable LinkStats last;

  /**
   * @param window most unanswered submit_sm
   */
  public LinkMeters(SmppChannel channel, int window, Meters meters) {
    this.channel = channel;
    this.meters = meters;
    String link = channel.link();
    meters.gauge("link.up", () -> channel.up() ? 1 : 0, "link", link);
    meters.gauge("link.window.size", () -> window, "link", link);
    held("window.used", LinkStats::inFlight);
    held("queued", LinkStats::queued);
    held("unanswered", LinkStats::unanswered);
    held("dialogues", LinkStats::dialogues);
    done("delivered", LinkStats::delivered);
    done("submitted", LinkStats::submitted);
    done("throttled.by.peer", LinkStats::throttledByPeer);
    done("throttled.by.us", LinkStats::throttledByUs);
    done("timeouts", LinkStats::timeouts);
    done("reconnects", LinkStats::reconnects);
    done("refused.binds", LinkStats::refusedBinds);
    done("malformed", LinkStats::malformed);
    done("strays", LinkStats::strays);
    done("ignored.senders", LinkStats::ignoredSenders);
    done("ignored.stale", LinkStats::ignoredStale);
    done("ignored.other", LinkStats::ignoredOther);
    done("receipts", LinkStats::receipts);
    done("dropped.answers", LinkStats::droppedAnswers);
    done("duplicates", LinkStats::duplicates);
  }

  /** Asks the link; completes when it has answered. */
  public CompletableFuture<Void> refresh() {
    return channel.stats().thenAccept(stats -> last = stats);
  }

  private void held(String what, ToLongFunction<LinkStats> value) {
    meters.gauge("link." + what, () -> of(value), "link", channel.link());
  }

  private void done(String what, ToLongFunction<LinkStats> value) {
    meters.counted("link." + what, () -> of(value), "link", channel.link());
  }

  private long of(ToLongFunction<LinkStats> value) {
    LinkStats known = last;
    return known == null ? 0 : value.applyAsLong(known);
  }
}
