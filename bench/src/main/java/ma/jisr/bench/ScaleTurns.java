package ma.jisr.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.Effect;
import ma.jisr.flow.Input;
import ma.jisr.flow.Turn;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.Via;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.session.Stepper;

/**
 * A stand-in for the flows that costs next to nothing and leaves behind what an SMS "wifi PLACE"
 * does: one dialogue, one conversation with a place and a hotspot, one message. What is then
 * measured is everything of a turn but its step and its wire.
 */
final class ScaleTurns implements Stepper {
  private static final int PLACES = 500;

  private final List<Value.Item> places = new ArrayList<>();
  private final List<Value.Item> found = new ArrayList<>();

  ScaleTurns() {
    for (int i = 0; i < PLACES; i++) {
      String name = Integer.toString(i * 7919 + 10_007, 36);
      Value.Item place =
          new Value.Item(
              "al-haouz." + name,
              LocalText.of(Language.FR, name, Language.AR, "دوار " + i),
              Map.of("province", local("Al Haouz", "ⵍⵃⵓⵣ", "الحوز")));
      places.add(place);
      Value.Item spot =
          new Value.Item(
              "sample-" + i,
              LocalText.of(Language.FR, "Place " + name, Language.AR, "ساحة " + i),
              Map.of(
                  "fee", local("gratuit", "fabor", "مجاني"),
                  "code", new Value.Text("1" + i),
                  "kind", new Value.Text("hotspot"),
                  "way", local("Entrée " + name, "Lbab " + name, "مدخل " + i),
                  "name", local("Place " + name, "Saha " + name, "ساحة " + i),
                  "hours", local("ouvert 24h/24", "m7loul lil w nhar", "مفتوح ليل نهار")));
      found.add(
          new Value.Item(
              "found",
              LocalText.of(Language.FR, "found", Language.EN, "found"),
              Map.of("hotspots", new Value.Items(List.of(spot)))));
    }
  }

  private static Value local(String fr, String other, String ar) {
    return new Value.Local(
        new LocalText(Map.of(Language.FR, fr, Language.ARY_LATN, other, Language.AR, ar)));
  }

  @Override
  public boolean looksLikePin(Person person, Via via, String text) {
    return false;
  }

  @Override
  public Turn step(Person person, Input input, String inputId, Instant now) {
    if (!(input instanceof Input.Said said)) return new Turn(person, List.of());
    Via via = said.via();
    int at = Math.floorMod(inputId.hashCode(), PLACES);
    String conversation = "01J" + inputId.substring(0, 20);
    Profile profile =
        new Profile(
            Language.FR, Set.of(), places.get(at), List.of(places.get(at)), Set.of(), false, true);
    Person next =
        person
            .withProfile(profile)
            .withDialogues(List.of(dialogue(via, conversation, now)))
            .withConversations(List.of(conversation(via, conversation, at, now)));
    String text = "Wifi ouverts, " + at + " :\n1 Place (ex.)\nRépondez par un numéro.";
    return new Turn(
        next,
        List.of(
            new Effect.Message(
                via.kind(),
                via.link(),
                via.code(),
                text,
                Language.FR,
                "hotspots.find",
                Urgency.REPLY)));
  }

  private static Dialogue dialogue(Via via, String conversation, Instant now) {
    return new Dialogue(
        via,
        now,
        "",
        conversation,
        Dialogue.View.STEP,
        List.of(),
        0,
        List.of(new Rendered.Key("1", "sample-1", "Place (ex.)")),
        false,
        null,
        null);
  }

  private Conversation conversation(Via via, String id, int at, Instant now) {
    Conversation.Frame frame =
        new Conversation.Frame(
            "hotspots.find",
            "c1d3a6d6e38d913c",
            "list",
            "CHOICE",
            Map.of("where", places.get(at), "near", found.get(at)),
            "near",
            List.of("where"));
    return new Conversation(
        id,
        new Reply(via.kind(), via.link(), via.code()),
        via.assurance(),
        frame,
        List.of(),
        Map.of("hotspots.find/near", 1),
        0,
        Conversation.State.ASKING,
        false,
        now);
  }
}
