package ma.jisr.service.audience;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Place;

/** What people are answered about the places and topics of which they hear. */
final class FollowAnswers {
  private static final LocalText YES = states("oui", "yes", "نعم", "إيه", "ah", "yah");
  private static final LocalText NO = states("non", "no", "لا", "لا", "la", "uhu");

  private final Subscribers subscribers;
  private final Spots spots;

  FollowAnswers(Subscribers subscribers, Spots spots) {
    this.subscribers = subscribers;
    this.spots = spots;
  }

  CompletableFuture<OperationResult> mine(OperationRequest request) {
    return subscribers
        .followed(request.person())
        .thenApply(
            followed -> {
              List<Value.Item> places = new ArrayList<>();
              for (String id : followed.places())
                places.add(new Value.Item(id, spots.name(id), Map.of()));
              String outcome = followed.stopped() ? "stopped" : places.isEmpty() ? "none" : "some";
              return new OperationResult(
                  outcome,
                  Map.of(
                      "places", new Value.Items(places), "names", new Value.Local(names(places))));
            });
  }

  /** The names one behind the other, in each language that any of them has. */
  private static LocalText names(List<Value.Item> places) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      boolean latin = language.script() == ma.jisr.base.Script.LATIN;
      List<String> names = places.stream().map(p -> p.label().in(language, latin)).toList();
      String text = String.join(latin ? ", " : "، ", names);
      if (!text.isEmpty()) texts.put(language, text);
    }
    return texts.isEmpty() ? LocalText.same("-") : new LocalText(texts);
  }

  CompletableFuture<OperationResult> follow(OperationRequest request) {
    Optional<Place> place = spots.of(request, "place");
    if (place.isEmpty()) return result("no_place", Map.of());
    String link = request.arguments().get("link") instanceof Value.Text(String text) ? text : "";
    return subscribers
        .follow(
            request.key(),
            request.person(),
            place.get().id(),
            Reach.unproved(link, request.language()))
        .thenApply(following -> new OperationResult(word(following), named(place.get().name())));
  }

  CompletableFuture<OperationResult> accept(OperationRequest request) {
    return follow(request).thenApply(_ -> new OperationResult("noted", Map.of()));
  }

  private static String word(Following following) {
    return switch (following) {
      case FOLLOWED -> "followed";
      case MANY -> "many";
      case NO_NUMBER -> "no_number";
      case NO_PLACE -> "no_place";
      case STOPPED -> "stopped";
    };
  }

  CompletableFuture<OperationResult> unfollow(OperationRequest request) {
    if (!(request.arguments().get("place") instanceof Value.Item item))
      return result("ended", Map.of());
    return subscribers
        .unfollow(request.key(), request.person(), item.id())
        .thenApply(_ -> new OperationResult("ended", named(spots.name(item.id()))));
  }

  private static Map<String, Value> named(LocalText name) {
    return Map.of("place", new Value.Local(name));
  }

  CompletableFuture<OperationResult> topics(OperationRequest request) {
    return subscribers
        .followed(request.person())
        .thenApply(
            followed -> {
              List<Value.Item> topics = new ArrayList<>();
              for (Topic topic : Topic.values())
                topics.add(
                    new Value.Item(
                        topic.id(),
                        label(topic, !followed.muted().contains(topic.id())),
                        Map.of()));
              boolean none = followed.places().isEmpty() && followed.groups().isEmpty();
              return new OperationResult(
                  none ? "none" : "some", Map.of("topics", new Value.Items(topics)));
            });
  }

  private static LocalText label(Topic topic, boolean heard) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE)
      texts.put(
          language,
          TopicWords.name(topic).in(language, false)
              + (language == Language.FR ? " : " : ": ")
              + (heard ? YES : NO).in(language, false));
    return new LocalText(texts);
  }

  CompletableFuture<OperationResult> turn(OperationRequest request) {
    String id = request.arguments().get("topic") instanceof Value.Item item ? item.id() : "";
    Topic topic = Topic.of(id).orElse(Topic.OTHER);
    return subscribers
        .turn(request.key(), request.person(), topic)
        .thenApply(
            muted ->
                new OperationResult(
                    muted.isEmpty() ? "none" : muted.get() ? "muted" : "heard", topic(topic)));
  }

  /** Muting twice is muting once; who hears nothing is told that. */
  CompletableFuture<OperationResult> mute(OperationRequest request) {
    String text = request.arguments().get("text") instanceof Value.Text(String said) ? said : "";
    Optional<Topic> topic = TopicWords.named(text);
    if (topic.isEmpty()) return result("unclear", Map.of());
    return subscribers
        .mute(request.person(), topic.get().id(), true)
        .thenApply(known -> new OperationResult(known ? "muted" : "none", topic(topic.get())));
  }

  private static Map<String, Value> topic(Topic topic) {
    return Map.of("topic", new Value.Local(TopicWords.name(topic)));
  }

  private static CompletableFuture<OperationResult> result(
      String outcome, Map<String, Value> values) {
    return CompletableFuture.completedFuture(new OperationResult(outcome, values));
  }

  private static LocalText states(
      String fr, String en, String ar, String aryArab, String aryLatn, String shi) {
    return new LocalText(
        Map.of(
            Language.FR, fr,
            Language.EN, en,
            Language.AR, ar,
            Language.ARY_ARAB, aryArab,
            Language.ARY_LATN, aryLatn,
            Language.SHI_LATN, shi));
  }
}
