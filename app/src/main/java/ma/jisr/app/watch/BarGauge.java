package ma.jisr.app.watch;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on a terminal, in signs that every terminal has. */
public final class BarGauge implements Gauge {
  /** Between two drawings of its own, ms: the clock in it goes on while nothing changes. */
  private static final int REDRAWN = 1_000;

  private final ProgressBar bar;

  /**
   * @param name before the bar
   * @param consumer draws on the terminal
   */
  public BarGauge(String name, ProgressBarConsumer consumer) {
    // What is left is told by the rate of the links, not by what has passed since it was looked at.
    bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(consumer)
            .setUpdateIntervalMillis(REDRAWN)
            .hideEta()
            .build();
  }

  @Override
  public void show(Look look) {
    // A bar without an end says so by its shape: nobody has been counted yet.
    bar.maxHint(look.total() > 0 ? look.total() : -1);
    bar.stepTo(look.settled());
    bar.setExtraMessage(" " + look.stage() + ": " + look.details());
    bar.refresh();
  }

  @Override
  public void close() {
    bar.close();
  }
}
