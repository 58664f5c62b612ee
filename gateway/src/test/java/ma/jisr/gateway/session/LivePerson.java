package ma.jisr.gateway.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.flow.Via;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.person.PendingCall;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.person.Timer;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.limit.Spent;
import ma.jisr.gateway.log.LogRow;

/** Somebody in the middle of everything, so that each field of each stored record is set. */
final class LivePerson {
  private static final Instant AT = Instant.parse("2026-03-02T10:15:00Z");
  private static final String ASKING = "01JNAAAAAAAAAAAAAAAAAAAAAA";
  private static final String CALLING = "01JNBBBBBBBBBBBBBBBBBBBBBB";
  private static final Via USSD =
      new Via(ChannelKind.USSD, "iam", "*585#", "iam:7:3", Surface.USSD, Assurance.NETWORK, 25L);

  private LivePerson() {}

  static PersonDocument document() {
    Person person =
        new Person(
            "01JN0000000000000000000000",
            new Profile(
                Language.ARY_ARAB,
                Set.of(Script.LATIN, Script.ARABIC),
                spot(1),
                List.of(spot(1), spot(2)),
                Set.of("2121", "*585#"),
                false,
                false),
            List.of(dialogue()),
            List.of(asking(), calling()),
            List.of(call()),
            List.of(new Timer(CALLING + "/wait", AT.plusSeconds(60))),
            List.of(),
            List.of());
    return new PersonDocument(
        person,
        List.of(new Address("tel", "212661000001"), new Address("mattermost", "u1")),
        HeardMarks.of(List.of("m1", "m2")),
        List.of(
            entry("m2/0", Outbound.Kind.SCREEN, "iam:7:3"),
            entry("m1/0", Outbound.Kind.MESSAGE, null)),
        List.of(new LogRow(AT.toEpochMilli() + " m1 MO MESSAGE iam 1 - taken in")),
        Spent.NOTHING,
        "p1",
        "",
        Map.of());
  }

  private static Dialogue dialogue() {
    return new Dialogue(
        USSD,
        AT,
        "1*1042",
        ASKING,
        Dialogue.View.STEP,
        List.of(new Dialogue.Said("", "price", Map.of("price", new Value.Amount(25)))),
        1,
        List.of(new Rendered.Key("1", "h1", "Kiosque 1"), new Rendered.Key("9", "@more", "suite")),
        true,
        null,
        null);
  }

  private static Conversation asking() {
    List<Value.Item> items = new ArrayList<>();
    for (int i = 1; i <= 3; i++) items.add(spot(i));
    Map<String, Value> values =
        Map.of(
            "where", spot(1),
            "near", new Value.Items(items),
            "free", new Value.Text("wifi"),
            "name", new Value.Local(LocalText.of(Language.FR, "Amizmiz", Language.AR, "أمزميز")),
            "count", new Value.Whole(3),
            "sum", new Value.Amount(2050),
            "sure", new Value.Flag(true),
            "who", new Value.Phone("212661000002"),
            "when", new Value.Moment(AT, "Africa/Casablanca"),
            "far", new Value.Distance(1200, false));
    Conversation.Frame frame =
        new Conversation.Frame(
            "hotspots.find", "a1b2", "list", "CHOICE", values, "near", List.of("where", "list"));
    Conversation.Frame outer =
        new Conversation.Frame("main.menu", "c3d4", "go", "", Map.of(), "", List.of());
    return new Conversation(
        ASKING,
        new Reply(ChannelKind.SMS, "iam", "2121"),
        Assurance.NETWORK,
        frame,
        List.of(outer),
        Map.of("hotspots.find/far_unmet", 2),
        1,
        Conversation.State.ASKING,
        false,
        AT);
  }

  private static Conversation calling() {
    Conversation.Frame frame =
        new Conversation.Frame("queue.take", "e5f6", "take", "", Map.of(), "", List.of());
    return new Conversation(
        CALLING,
        new Reply(ChannelKind.CHAT, "mattermost", "jisr"),
        Assurance.LINKED,
        frame,
        List.of(),
        Map.of("queue.take/take", 1),
        0,
        Conversation.State.MOVED,
        true,
        AT);
  }

  private static PendingCall call() {
    OperationRequest request =
        new OperationRequest(
            "queue.take",
            CALLING + "/queue.take.take/1",
            "01JN0000000000000000000000",
            Language.ARY_ARAB,
            Assurance.LINKED,
            Map.of("shop", spot(2)));
    return new PendingCall("c1", CALLING, "take", request, false, AT.plusSeconds(30), 2);
  }

  private static OutboxEntry entry(
      String id, Outbound.Kind kind, @org.jspecify.annotations.Nullable String dialogue) {
    return new OutboxEntry(
        id,
        kind,
        "iam",
        "2121",
        "tel",
        dialogue,
        "ويفي محلول",
        "m2",
        AT,
        AT.plusSeconds(90),
        AT.plusSeconds(20),
        1,
        true,
        ma.jisr.flow.Urgency.REPLY,
        0,
        List.of());
  }

  private static Value.Item spot(int n) {
    return new Value.Item(
        "h" + n,
        LocalText.of(Language.FR, "Kiosque " + n, Language.ARY_ARAB, "كيوسك " + n),
        Map.of("distance", new Value.Distance(400L * n, true), "open", new Value.Flag(true)));
  }
}
