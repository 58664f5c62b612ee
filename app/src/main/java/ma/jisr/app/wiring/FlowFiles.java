package ma.jisr.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.flow.lint.Reviews;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.service.Services;

/**
 * The flow files of the services, as they come with the product, and who has read their texts.
 *
 * @param flows parsed, in the order of the services
 * @param reviews by flow id, of those flows that have such a file beside them
 */
public record FlowFiles(List<Flow> flows, Map<String, Reviews> reviews) {
  /** How a flow file ends. */
  public static final String FLOW = ".yaml";

  /** How the file beside it ends that says who has read which text. */
  public static final String REVIEWS = ".reviews.yaml";

  public FlowFiles {
    flows = List.copyOf(flows);
    reviews = Map.copyOf(reviews);
  }

  /** Those of the class path. */
  public static FlowFiles read() {
    List<Flow> flows = new ArrayList<>();
    Map<String, Reviews> reviews = new HashMap<>();
    for (String resource : Services.flows()) {
      String text = text(resource).orElseThrow(() -> new IllegalStateException(resource));
      Flow flow = FlowParser.parse(name(resource), text).orThrow();
      flows.add(flow);
      String beside = beside(resource);
      text(beside).ifPresent(read -> reviews.put(flow.id(), Reviews.parse(name(beside), read)));
    }
    return new FlowFiles(flows, reviews);
  }

  /** The name of the reviews beside a flow file. */
  public static String beside(String flowFile) {
    return flowFile.substring(0, flowFile.length() - FLOW.length()) + REVIEWS;
  }

  private static String name(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  private static Optional<String> text(String resource) {
    try (InputStream in = Services.class.getResourceAsStream(resource)) {
      if (in == null) return Optional.empty();
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
