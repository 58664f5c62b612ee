package ma.jisr.service.notices.cap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.service.notices.area.Circle;
import ma.jisr.service.notices.area.Polygon;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its file says it: valid by the schema, its words plain text, nothing of it believed.
 * The words of the protocol ("Actual", "Severe") are kept as it writes them.
 *
 * @param sender who sends it, unique in the world by its own claim
 * @param identifier unique for the sender
 * @param sent when, by its own claim
 * @param status "Actual", "Exercise", "Test" or "Draft"
 * @param type "Alert", "Update" or "Cancel"
 * @param references the alerts that it changes or takes back
 * @param infos what it says, one for a language; empty for a cancellation that says nothing
 */
public record CapAlert(
    String sender,
    String identifier,
    Instant sent,
    String status,
    String type,
    List<Reference> references,
    List<Info> infos) {
  public CapAlert {
    references = List.copyOf(references);
    infos = List.copyOf(infos);
  }

  /** Whether it changes or takes back others. */
  public boolean follows() {
    return !type.equals("Alert");
  }

  /** By what another alert names this one. */
  public Reference reference() {
    return new Reference(sender, identifier, sent);
  }

  /**
   * Another alert, as references name it.
   *
   * @param sender of it
   * @param identifier of it
   * @param sent when, by its own claim
   */
  public record Reference(String sender, String identifier, Instant sent) {}

  /**
   * What it says in one language.
   *
   * @param language the tag of BCP 47, as written; "en-US" where none is (CAP 1.2, 3.2.2)
   * @param categories at least one
   * @param event what has happened, in that language
   * @param responses what to do, maybe nothing
   * @param urgency how soon
   * @param severity how bad
   * @param certainty how sure
   * @param effective from when it is true; null: since it was sent
   * @param onset when the danger begins; null when it does not say
   * @param expires until when it is true; null when it does not say
   * @param senderName who says it, for people; "" for nobody named
   * @param headline one line; "" for none
   * @param description more; "" for none
   * @param instruction what to do; "" for none
   * @param areas where, at least one but in a cancellation
   */
  public record Info(
      String language,
      Set<String> categories,
      String event,
      List<String> responses,
      String urgency,
      String severity,
      String certainty,
      @Nullable Instant effective,
      @Nullable Instant onset,
      @Nullable Instant expires,
      String senderName,
      String headline,
      String description,
      String instruction,
      List<Place> areas) {
    public Info {
      categories = Set.copyOf(categories);
      responses = List.copyOf(responses);
      areas = List.copyOf(areas);
    }

    /** The language of ours that it is written in. */
    public Optional<ma.jisr.base.Language> ours() {
      return Tags.language(language);
    }
  }

  /**
   * Where it is true.
   *
   * @param name for people
   * @param polygons drawn ones
   * @param circles drawn ones
   * @param codes of places
   */
  public record Place(String name, List<Polygon> polygons, List<Circle> circles, List<Code> codes) {
    public Place {
      polygons = List.copyOf(polygons);
      circles = List.copyOf(circles);
      codes = List.copyOf(codes);
    }
  }

  /**
   * A code of a place.
   *
   * @param system whose codes these are
   * @param value one of them
   */
  public record Code(String system, String value) {}
}
