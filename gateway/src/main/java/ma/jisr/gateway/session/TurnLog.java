package ma.jisr.gateway.session;

import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.delivery.OutboxEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What the process's log says of turns: by pseudonym and by the id that {@code trace} takes, never
 * a number or a text. What happens at every turn is at debug, and costs a comparison when that is
 * off.
 */
final class TurnLog {
  private static final Logger LOG = LoggerFactory.getLogger(TurnLog.class);

  private TurnLog() {}

  /** Exceptions of ours carry no texts or numbers; of others only their kind is told. */
  static void failed(String what, Resident person, Work work, RuntimeException failure) {
    LoggingEventBuilder line = of(LOG.atWarn(), person, work.mark());
    if (work instanceof Work.Arrived arrived)
      line = line.addKeyValue("link", arrived.inbound().link());
    line.log("{}: {}", what, cause(failure));
  }

  /** An input is durable. */
  static void heard(Resident person, Work.Arrived work) {
    if (!LOG.isDebugEnabled()) return;
    Inbound inbound = work.inbound();
    of(LOG.atDebug(), person, work.mark())
        .addKeyValue("link", inbound.link())
        .log("{} is durable", inbound.act());
  }

  /** Something has become of what was to be sent. */
  static void settled(Resident person, OutboxEntry entry, String state) {
    if (!LOG.isDebugEnabled()) return;
    of(LOG.atDebug(), person, entry.id())
        .addKeyValue("link", entry.link())
        .log("{} {}", entry.kind(), state);
  }

  private static LoggingEventBuilder of(LoggingEventBuilder line, Resident person, String mark) {
    return line.addKeyValue("person", person.pseudonym)
        .addKeyValue("id", person.pseudonym + '.' + mark);
  }

  static String cause(@Nullable Throwable failure) {
    StringBuilder chain = new StringBuilder();
    for (Throwable t = failure; t != null && chain.length() < 400; t = t.getCause()) {
      StackTraceElement[] trace = t.getStackTrace();
      chain.append(chain.isEmpty() ? "" : " < ").append(t.getClass().getSimpleName());
      if (trace.length > 0) chain.append(" at ").append(trace[0]);
    }
    return chain.toString();
  }
}
