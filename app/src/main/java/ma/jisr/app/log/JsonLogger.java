package ma.jisr.app.log;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** A logger that writes JSON lines from a level on. Safe for any thread when its target is. */
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {
  private static final long serialVersionUID = 1;

  /** The least level that is written, as slf4j counts; beyond the highest for none. */
  private final int least;

  private final transient Clock clock;
  private final transient Consumer<String> target;

  /**
   * @param least null when nothing is written
   * @param target takes a line without its end
   */
  JsonLogger(String name, @Nullable Level least, Clock clock, Consumer<String> target) {
    this.name = name;
    this.least = least == null ? Integer.MAX_VALUE : least.toInt();
    this.clock = clock;
    this.target = target;
  }

  @Override
  public boolean isTraceEnabled() {
    return enabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return enabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return enabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return enabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return enabled(Level.ERROR);
  }

  private boolean enabled(Level level) {
    return level.toInt() >= least;
  }

  @Override
  public void log(LoggingEvent event) {
    List<KeyValuePair> fields = event.getKeyValuePairs();
    write(
        event.getLevel(),
        event.getMessage(),
        event.getArgumentArray(),
        fields == null ? List.of() : fields,
        event.getThrowable());
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    write(level, message, arguments, List.of(), failure);
  }

  private void write(
      Level level,
      @Nullable String message,
      Object @Nullable [] arguments,
      List<KeyValuePair> fields,
      @Nullable Throwable failure) {
    String words = message == null ? "" : MessageFormatter.basicArrayFormat(message, arguments);
    target.accept(new JsonLine(clock.instant(), level, name, words, fields, failure).toString());
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }
}
