package ma.jisr.service.notices.mailing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import ma.jisr.base.Language;
import ma.jisr.service.outbox.RecordJson;
import org.jspecify.annotations.Nullable;

/** How mailings are written. */
final class CourseJson {
  /** Until when it is asked after: it is not in that index any more once all is known. */
  static final String LOOK = "look";

  /** When it is deleted. */
  static final String DROP = "drop";

  private CourseJson() {}

  /**
   * @param onto the body that it replaces; changed by this
   * @param look when somebody must look; null for never again
   */
  static String write(Course course, ObjectNode onto, @Nullable Long look, long drop) {
    Mailing mailing = course.mailing();
    onto.put("schema", 1).put("id", mailing.id()).put("topic", mailing.topic());
    aim(mailing.aim(), onto);
    onto.put("grade", mailing.grade().name()).put("feature", mailing.feature());
    onto.put("from", mailing.from().toEpochMilli()).put("until", mailing.until().toEpochMilli());
    ObjectNode texts = onto.putObject("texts");
    mailing.texts().forEach((language, text) -> texts.put(language.tag(), text));
    onto.put("own", mailing.own().tag());
    mailing
        .quiet()
        .ifPresent(
            quiet ->
                onto.putArray("quiet").add(quiet.from().toString()).add(quiet.until().toString()));
    onto.put("word", course.word().name()).put("laid", course.laid());
    onto.put("chunks", course.chunks()).put("people", course.people());
    onto.put("owner", course.owner()).put("lease", course.lease().toEpochMilli());
    instant(onto, "begun", course.begun());
    instant(onto, "ended", course.ended());
    onto.put("doubt", course.doubt());
    if (course.report() != null) onto.put("report", course.report());
    if (look == null) onto.remove(LOOK);
    else onto.put(LOOK, look);
    return onto.put(DROP, drop).toString();
  }

  private static void aim(Aim aim, ObjectNode onto) {
    switch (aim) {
      case Aim.Lists lists -> {
        ArrayNode all = onto.putArray("lists");
        lists.lists().forEach(all::add);
      }
      case Aim.SameAs same -> {
        ArrayNode all = onto.putArray("same");
        same.mailings().forEach(all::add);
      }
    }
  }

  private static void instant(ObjectNode onto, String field, @Nullable Instant instant) {
    if (instant == null) onto.remove(field);
    else onto.put(field, instant.toEpochMilli());
  }

  static Course read(String json) {
    ObjectNode body = RecordJson.parse(json);
    return new Course(
        mailing(body),
        Course.Word.valueOf(body.path("word").asText()),
        body.path("laid").asBoolean(),
        body.path("chunks").asInt(),
        body.path("people").asLong(),
        body.path("owner").asText(),
        Instant.ofEpochMilli(body.path("lease").asLong()),
        instant(body, "begun"),
        instant(body, "ended"),
        body.path("doubt").asInt(),
        body.has("report") ? body.path("report").asText() : null);
  }

  private static Mailing mailing(ObjectNode body) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    body.path("texts")
        .properties()
        .forEach(text -> texts.put(language(text.getKey()), text.getValue().asText()));
    return new Mailing(
        body.path("id").asText(),
        aim(body),
        body.path("topic").asText(),
        Grade.valueOf(body.path("grade").asText()),
        body.path("feature").asText(),
        Instant.ofEpochMilli(body.path("from").asLong()),
        Instant.ofEpochMilli(body.path("until").asLong()),
        texts,
        language(body.path("own").asText()),
        quiet(body.path("quiet")));
  }

  private static Aim aim(ObjectNode body) {
    return body.has("same")
        ? new Aim.SameAs(words(body.path("same")))
        : new Aim.Lists(new TreeSet<>(words(body.path("lists"))));
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : array) words.add(word.asText());
    return words;
  }

  private static Optional<Quiet> quiet(JsonNode row) {
    return row.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Quiet(
                LocalTime.parse(row.path(0).asText()), LocalTime.parse(row.path(1).asText())));
  }

  private static Language language(String tag) {
    return Language.of(tag).orElseThrow(() -> new IllegalArgumentException("no language " + tag));
  }

  private static @Nullable Instant instant(ObjectNode body, String field) {
    return body.has(field) ? Instant.ofEpochMilli(body.path(field).asLong()) : null;
  }
}
