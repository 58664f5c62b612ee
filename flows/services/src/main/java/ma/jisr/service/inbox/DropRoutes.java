package ma.jisr.service.inbox;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Watches a {@link DropFolder}: each file that has settled is handed on, one after another. */
public final class DropRoutes extends RouteBuilder {
  /** Between two looks into the folder. */
  public static final Duration PERIOD = Duration.ofSeconds(5);

  private final String id;
  private final DropFolder folder;
  private final Consumer<Path> taker;
  private final Duration period;

  /**
   * @param id of the route: "hotspots.inbox"
   * @param taker takes a file and moves it away, or leaves it for the next look
   */
  public DropRoutes(String id, DropFolder folder, Consumer<Path> taker, Duration period) {
    this.id = id;
    this.folder = folder;
    this.taker = taker;
    this.period = period;
  }

  /**
   * Who takes files moves them, with their reports, so Camel leaves them where they are and keeps
   * no list of names: one that comes again is taken again.
   */
  @Override
  public void configure() {
    GenericFileFilter<File> filter =
        file -> !file.isDirectory() && folder.accepts(file.getFile().toPath());
    String name = id + ".filter";
    getContext().getRegistry().bind(name, GenericFileFilter.class, filter);
    errorHandler(noErrorHandler());
    from("file:"
            + folder.path()
            + "?filter=#"
            + name
            + "&noop=true&idempotent=false&recursive=false&readLock=none&autoCreate=false"
            + "&probeContentType=false&delay="
            + period.toMillis())
        .routeId(id)
        .process(
            exchange -> {
              if (exchange.getMessage().getBody() instanceof GenericFile<?> file
                  && file.getFile() instanceof File settled) taker.accept(settled.toPath());
            });
  }
}
