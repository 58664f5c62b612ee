package ma.jisr.service.hotspots;

import java.io.File;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Watches the {@link Inbox}: each file that has settled is handed to it, one after another. */
public final class InboxRoutes extends RouteBuilder {
  /** Between two looks into the folder. */
  public static final Duration PERIOD = Duration.ofSeconds(5);

  private static final String FILTER = "hotspotsInboxFilter";

  private final Inbox inbox;
  private final Duration period;

  public InboxRoutes(Inbox inbox) {
    this(inbox, PERIOD);
  }

  InboxRoutes(Inbox inbox, Duration period) {
    this.inbox = inbox;
    this.period = period;
  }

  /**
   * The inbox moves files itself, with their reports, so Camel leaves them where they are and keeps
   * no list of names: one that comes again is imported again.
   */
  @Override
  public void configure() {
    GenericFileFilter<File> filter =
        file -> !file.isDirectory() && inbox.accepts(file.getFile().toPath());
    getContext().getRegistry().bind(FILTER, GenericFileFilter.class, filter);
    errorHandler(noErrorHandler());
    from("file:"
            + inbox.folder()
            + "?filter=#"
            + FILTER
            + "&noop=true&idempotent=false&recursive=false&readLock=none&autoCreate=false"
            + "&probeContentType=false&delay="
            + period.toMillis())
        .routeId("hotspots.inbox")
        .process(
            exchange -> {
              if (exchange.getMessage().getBody() instanceof GenericFile<?> file
                  && file.getFile() instanceof File settled) inbox.take(settled.toPath());
            });
  }
}
