package ma.jisr.app.log;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The provider of slf4j that writes JSON lines to standard error, each as a whole and at once:
 * nothing gathers. Levels are those of the text: {@code info} for Jisr's own lines, {@code warn}
 * for a library's, and the same properties to change them.
 */
public final class JsonLogging implements SLF4JServiceProvider {
  private static final String PROPERTIES = "org.slf4j.simpleLogger.";
  private static final String OURS = "ma.jisr";

  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new NOPMDCAdapter();
  private final Map<String, JsonLogger> loggers = new ConcurrentHashMap<>();

  /** Makes slf4j take this provider; before the first logger is made. */
  public static void choose() {
    System.setProperty("slf4j.provider", JsonLogging.class.getName());
    // Else slf4j itself says which provider it takes, in a line that is no JSON.
    System.setProperty("slf4j.internal.verbosity", "WARN");
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, JsonLogging::logger);
  }

  private static JsonLogger logger(String name) {
    boolean ours = name.equals(OURS) || name.startsWith(OURS + '.');
    String least =
        ours
            ? System.getProperty(PROPERTIES + "log." + OURS, "info")
            : System.getProperty(PROPERTIES + "defaultLogLevel", "warn");
    return new JsonLogger(name, level(least), Clock.systemUTC(), System.err::println);
  }

  /** Null for none; what is no level is info, as for the text. */
  static @Nullable Level level(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "off" -> null;
      case "trace" -> Level.TRACE;
      case "debug" -> Level.DEBUG;
      case "warn" -> Level.WARN;
      case "error" -> Level.ERROR;
      default -> Level.INFO;
    };
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99"; // any of 2.0
  }

  @Override
  public void initialize() {
    // Nothing to read: loggers ask for their level when they are made.
  }
}
