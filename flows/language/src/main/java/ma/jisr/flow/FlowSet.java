package ma.jisr.flow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;

/**
 * The flows that a gateway runs, by id, and the engine's own texts.
 *
 * @param flows by id
 * @param common the engine's texts by name ({@code common.yaml})
 */
public record FlowSet(SequencedMap<String, Flow> flows, Map<String, Message> common) {
  public FlowSet {
    flows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(flows));
    common = Map.copyOf(common);
  }

  public static FlowSet of(Collection<Flow> flows, Map<String, Message> common) {
    SequencedMap<String, Flow> byId = new LinkedHashMap<>();
    for (Flow flow : flows) byId.put(flow.id(), flow);
    return new FlowSet(byId, common);
  }

  public Optional<Flow> named(String id) {
    return Optional.ofNullable(flows.get(id));
  }
}
