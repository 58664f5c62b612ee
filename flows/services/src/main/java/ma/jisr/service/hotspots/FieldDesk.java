package ma.jisr.service.hotspots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Assurance;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hotspot.Filter;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.Near;
import ma.jisr.map.hotspot.Origin;
import ma.jisr.map.place.Area;
import ma.jisr.map.position.Surroundings;
import ma.jisr.map.report.Proposals.Proposed;
import ma.jisr.map.report.Said;
import ma.jisr.map.report.Told;
import ma.jisr.map.report.Voice;
import ma.jisr.service.FieldPorts;
import ma.jisr.service.Ports;
import ma.jisr.service.proof.Proven;

/**
 * Who answers people in the field: takes their voices and what they name as new, and does at once
 * what a registered agent says whose phone is beyond doubt. Never blocks.
 */
final class FieldDesk {
  /** Words of a place's name at most: "Sidi Bou Othmane". */
  private static final int PLACE_WORDS = 4;

  private final Ports ports;
  private final FieldPorts field;
  private final PlaceFinder finder;
  private final Supplier<Surroundings> surroundings;
  private final FieldTrail trail;

  FieldDesk(Ports ports, PlaceFinder finder, Supplier<Surroundings> surroundings) {
    this.ports = ports;
    this.field = ports.field();
    this.finder = finder;
    this.surroundings = surroundings;
    this.trail = new FieldTrail(field.trail(), ports.clock());
  }

  CompletionStage<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "hotspots.known" -> now(known(request));
      case "hotspots.meant" -> now(meant(request));
      case "hotspots.tell" -> tell(request);
      case "hotspots.propose" -> propose(request);
      case "hotspots.command" -> command(request);
      case "hotspots.prove" -> prove(request);
      default ->
          CompletableFuture.failedFuture(
              new IllegalArgumentException(request.operation() + " is not ours"));
    };
  }

  private OperationResult known(OperationRequest request) {
    List<Value.Item> items = new ArrayList<>();
    String place = Requests.id(request, "place");
    Optional<Origin> from =
        PointItem.origin(place).or(() -> ports.gazetteer().area(place).map(Origin::in));
    if (from.isPresent()) {
      // Broken ones, too: they may work again. Farther away nobody sees whether they do.
      for (Near.Spot spot :
          ports
              .hotspots()
              .nearest(
                  from.get(),
                  FieldOperations.KNOWN,
                  HotspotMap.NEAR_METRES,
                  Filter.ALL,
                  ports.clock().instant()))
        items.add(HotspotService.item(spot.hotspot(), SpotWords.label(spot)));
    }
    return new OperationResult(
        items.isEmpty() ? "none" : "found", Map.of("hotspots", new Value.Items(items)));
  }

  private OperationResult meant(OperationRequest request) {
    Optional<Hotspot> hotspot = ports.hotspots().byId(Requests.id(request, "hotspot"));
    return hotspot
        .map(h -> new OperationResult("found", Map.of("this", HotspotService.item(h))))
        .orElseGet(() -> outcome("gone"));
  }

  // ---- voices

  private CompletableFuture<OperationResult> tell(OperationRequest request) {
    Optional<Hotspot> hotspot = ports.hotspots().byId(Requests.id(request, "hotspot"));
    if (hotspot.isEmpty()) return now(outcome("gone"));
    Said said =
        switch (Requests.text(request, "what")) {
          case "works" -> Said.WORKS;
          case "moved" -> Said.MOVED;
          default -> Said.BROKEN;
        };
    return told(request, hotspot.get(), said, Requests.text(request, "words"));
  }

  /** A voice; of an agent whose number is beyond doubt, the last word. */
  private CompletableFuture<OperationResult> told(
      OperationRequest request, Hotspot hotspot, Said said, String words) {
    return agent(request)
        .thenCompose(
            actor -> {
              // Where it has gone, only its keeper can enter.
              boolean decides = actor.isPresent() && assured(request) && said != Said.MOVED;
              if (!decides) return voice(request, hotspot, said, words);
              State state = said == Said.WORKS ? State.WORKS : State.BROKEN;
              return confirm(actor.get(), hotspot, state, request)
                  .thenCompose(
                      result ->
                          result.outcome().equals("not_yours")
                              ? voice(request, hotspot, said, words)
                              : now(result));
            });
  }

  private CompletableFuture<OperationResult> voice(
      OperationRequest request, Hotspot hotspot, Said said, String words) {
    Voice voice =
        new Voice(
            hotspot.id(),
            said,
            words,
            request.person(),
            assured(request),
            Requests.text(request, "link"),
            ports.clock().instant(),
            request.key());
    return field
        .reports()
        .told(voice)
        .thenApply(
            told -> told.map(FieldDesk::word).map(FieldDesk::outcome).orElse(outcome("gone")));
  }

  private static String word(Told told) {
    return switch (told) {
      case NOTED, CHANGED -> "noted";
      case AGAIN -> "again";
      case ENOUGH -> "enough";
    };
  }

  // ---- what is new

  private CompletableFuture<OperationResult> propose(OperationRequest request) {
    String id = Requests.id(request, "place");
    // Named by the code of a hotspot: it lies in that one's place; by a point: in the nearest.
    String place =
        PointItem.point(id)
            .flatMap(surroundings.get()::nearest)
            .<String>map(Area::id)
            .or(() -> ports.hotspots().byId(id).map(Hotspot::place))
            .orElse(id);
    if (ports.gazetteer().area(place).isEmpty()) return now(outcome("no_place"));
    String landmark = Requests.text(request, "landmark");
    return agent(request)
        .thenCompose(
            actor ->
                propose(request, place, landmark, actor.filter(_ -> assured(request)), "noted"));
  }

  /**
   * @param agent who names it, when that is beyond doubt
   */
  private CompletableFuture<OperationResult> propose(
      OperationRequest request, String place, String landmark, Optional<Actor> agent, String good) {
    Instant now = ports.clock().instant();
    Supplier<CompletableFuture<OperationResult>> proposing =
        () ->
            field
                .proposals()
                .propose(request.person(), place, landmark, agent.isPresent(), now, request.key())
                .thenApply(proposed -> outcome(proposed == Proposed.WAITS ? good : "enough"));
    return agent
        .map(actor -> trail.around(actor, request, "hotspots.propose", place, proposing))
        .orElseGet(proposing);
  }

  // ---- HS

  private CompletableFuture<OperationResult> command(OperationRequest request) {
    return switch (FieldCommand.read(Requests.text(request, "text")).orElse(null)) {
      case null -> now(outcome("unclear"));
      case FieldCommand.Check(String code, State state) ->
          ports
              .hotspots()
              .byCode(code)
              .map(hotspot -> check(request, hotspot, state))
              .orElseGet(() -> now(outcome("gone")));
      case FieldCommand.New(String text) -> fresh(request, text);
    };
  }

  private CompletableFuture<OperationResult> check(
      OperationRequest request, Hotspot hotspot, State state) {
    Said said = state == State.WORKS ? Said.WORKS : Said.BROKEN;
    return agent(request)
        .thenCompose(
            actor -> {
              if (actor.isEmpty()) return voice(request, hotspot, said, "");
              if (assured(request)) return confirm(actor.get(), hotspot, state, request);
              return prove(
                  request, "prove", FieldWish.check(hotspot.id(), state), facts(hotspot, state));
            });
  }

  private CompletableFuture<OperationResult> fresh(OperationRequest request, String text) {
    FieldWish wish = place(text).orElse(null);
    if (wish == null) return now(outcome("no_place"));
    return agent(request)
        .thenCompose(
            actor -> {
              Optional<Actor> vouched = actor.filter(_ -> assured(request));
              if (actor.isEmpty() || vouched.isPresent())
                return propose(request, wish.what(), wish.how(), vouched, "proposed");
              Map<String, Value> facts = new HashMap<>();
              ports
                  .gazetteer()
                  .area(wish.what())
                  .ifPresent(
                      area -> facts.put("name", new Value.Local(SpotWords.name(area.name()))));
              return prove(request, "prove_new", wish, facts);
            });
  }

  /** A place that is meant beyond doubt, and the words behind it. */
  private Optional<FieldWish> place(String text) {
    int comma = Math.max(text.indexOf(','), text.indexOf('،'));
    if (comma > 0)
      return sure(text.substring(0, comma))
          .map(id -> FieldWish.fresh(id, text.substring(comma + 1).strip()))
          .filter(wish -> !wish.how().isEmpty());
    String[] words = text.strip().split("\\s+", -1);
    for (int n = Math.min(PLACE_WORDS, words.length - 1); n > 0; n--) {
      String name = String.join(" ", List.of(words).subList(0, n));
      String landmark = String.join(" ", List.of(words).subList(n, words.length));
      Optional<String> id = sure(name);
      if (id.isPresent()) return Optional.of(FieldWish.fresh(id.get(), landmark));
    }
    return Optional.empty();
  }

  private Optional<String> sure(String name) {
    PlaceFinder.Found found = finder.find(name, "");
    return found.sure() && !found.areas().isEmpty()
        ? Optional.of(found.areas().getFirst().id())
        : Optional.empty();
  }

  // ---- codes

  private CompletableFuture<OperationResult> prove(
      OperationRequest request, String outcome, FieldWish wish, Map<String, Value> facts) {
    return field
        .proofs()
        .ask(request.person(), request.key(), wish.text(), ports.clock().instant())
        .thenApply(
            code -> {
              if (code.isEmpty()) return outcome("locked");
              Map<String, Value> values = new HashMap<>(facts);
              values.put("code", new Value.Text(code.get()));
              return new OperationResult(outcome, values);
            });
  }

  private CompletableFuture<OperationResult> prove(OperationRequest request) {
    return field
        .proofs()
        .prove(
            request.person(),
            request.key(),
            Requests.text(request, "code"),
            ports.clock().instant())
        .thenCompose(
            proven ->
                switch (proven.outcome()) {
                  case RIGHT -> proven(request, proven);
                  case WRONG -> now(outcome("wrong"));
                  case LATE -> now(outcome("late"));
                  case LOCKED -> now(outcome("locked"));
                });
  }

  private CompletableFuture<OperationResult> proven(OperationRequest request, Proven proven) {
    FieldWish wish = FieldWish.of(proven.content());
    return agent(request)
        .thenCompose(
            actor -> {
              if (actor.isEmpty()) return now(outcome("not_yours")); // no longer an agent
              if (wish.isNew()) return propose(request, wish.what(), wish.how(), actor, "proposed");
              return ports
                  .hotspots()
                  .byId(wish.what())
                  .map(h -> confirm(actor.get(), h, State.valueOf(wish.how()), request))
                  .orElseGet(() -> now(outcome("gone")));
            });
  }

  /** Sets it, and settles what people had said. */
  private CompletableFuture<OperationResult> confirm(
      Actor actor, Hotspot hotspot, State state, OperationRequest request) {
    String did = "hotspots.confirm." + state.name().toLowerCase(Locale.ROOT);
    return trail.around(
        actor, request, did, hotspot.id(), () -> set(actor, hotspot, state, request.key()));
  }

  private CompletableFuture<OperationResult> set(
      Actor actor, Hotspot hotspot, State state, String key) {
    Instant now = ports.clock().instant();
    return field
        .desk()
        .confirm(actor, hotspot.id(), state, key)
        .thenCompose(
            done ->
                done
                    ? field
                        .reports()
                        .checked(hotspot.id(), state, now, key)
                        .thenApply(_ -> new OperationResult("confirmed", facts(hotspot, state)))
                    : now(outcome("not_yours")));
  }

  // ---- small things

  private CompletableFuture<Optional<Actor>> agent(OperationRequest request) {
    return field.agents().of(request.person());
  }

  private static boolean assured(OperationRequest request) {
    return request.assurance().compareTo(Assurance.NETWORK) >= 0;
  }

  private static Map<String, Value> facts(Hotspot hotspot, State state) {
    LocalText name = SpotWords.name(hotspot.name());
    return Map.of("name", new Value.Local(name), "state", new Value.Local(StateWords.of(state)));
  }

  private static OperationResult outcome(String outcome) {
    return new OperationResult(outcome, Map.of());
  }

  private static CompletableFuture<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
