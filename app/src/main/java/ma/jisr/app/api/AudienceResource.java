package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.audience.Group;
import ma.jisr.service.audience.GroupDesk;
import ma.jisr.service.audience.GroupSize;
import ma.jisr.service.audience.RelayDesk;

/** Who hears notices: counts, groups and relays. Numbers come in, and none goes out. */
final class AudienceResource {
  private final Rooms.Audience rooms;

  AudienceResource(Rooms.Audience rooms) {
    this.rooms = rooms;
  }

  Map<String, Operation> operations() {
    GroupDesk desk = rooms.groups();
    Map<String, Operation> all = new HashMap<>();
    all.put("countAudience", this::count);
    all.put("listGroups", this::groups);
    all.put("getGroup", call -> sized(desk.get(call.actor(), call.text("id"))));
    all.put("putGroup", this::put);
    all.put("dissolveGroup", call -> group(desk.remove(call.actor(), call.text("id"))));
    all.put("addMember", this::add);
    all.put("removeMember", this::dismiss);
    all.put("fillGroup", this::fill);
    all.put("listRelays", this::relays);
    all.put("registerRelay", this::register);
    all.put(
        "dismissRelay",
        call ->
            told(
                rooms.relays().dismiss(call.actor(), call.text("id")),
                "relay",
                post -> Answer.json(AudienceBody.relay(post)).of(post.id())));
    all.put("fillRelays", this::fillRelays);
    all.put("noticeRelays", this::announced);
    return all;
  }

  private CompletableFuture<Answer> count(Call call) {
    return told(
        rooms.counts().of(call.actor(), call.text("area")),
        "area",
        found -> {
          ObjectNode body = Forms.object();
          if (!found.area().isEmpty()) body.put("area", found.area());
          return Answer.json(AudienceBody.people(body, found.size()));
        });
  }

  private CompletableFuture<Answer> groups(Call call) {
    return rooms
        .groups()
        .list(call.actor())
        .thenApply(
            found -> {
              ObjectNode body = Forms.object();
              ArrayNode rows = body.putArray("groups");
              found.forEach(one -> rows.add(body(one)));
              return Answer.json(body);
            });
  }

  private static ObjectNode body(GroupSize sized) {
    return AudienceBody.people(AudienceBody.group(sized.group()), sized.size());
  }

  private static CompletableFuture<Answer> sized(CompletableFuture<Ruling<GroupSize>> ruling) {
    return told(ruling, "group", one -> Answer.json(body(one)).of(one.group().id()));
  }

  private static CompletableFuture<Answer> group(CompletableFuture<Ruling<Group>> ruling) {
    return told(ruling, "group", one -> Answer.json(AudienceBody.group(one)).of(one.id()));
  }

  private CompletableFuture<Answer> put(Call call) {
    JsonNode body = call.json();
    return group(
        rooms
            .groups()
            .put(
                call.actor(),
                call.text("id"),
                body.path("name").asText(),
                body.path("area").asText(""),
                call.writeId()));
  }

  private CompletableFuture<Answer> add(Call call) {
    JsonNode body = call.json();
    return group(
        rooms
            .groups()
            .add(
                call.actor(),
                call.text("id"),
                body.path("phone").asText(),
                body.path("language").asText(""),
                call.writeId()));
  }

  private CompletableFuture<Answer> dismiss(Call call) {
    String phone = call.json().path("phone").asText();
    return group(rooms.groups().dismiss(call.actor(), call.text("id"), phone, call.writeId()));
  }

  private CompletableFuture<Answer> fill(Call call) {
    return readable(
        told(
            rooms
                .groups()
                .fill(
                    call.actor(),
                    call.text("id"),
                    call.bytes(),
                    call.flag("replace"),
                    call.writeId()),
            "group",
            filled -> Answer.json(AudienceBody.filled(filled)).of(call.text("id"))));
  }

  private CompletableFuture<Answer> fillRelays(Call call) {
    // What is wrong with the file is told here, too, where it is found at once.
    return readable(
        CompletableFuture.completedFuture(call)
            .thenCompose(one -> rooms.relays().fill(one.actor(), one.bytes(), one.writeId()))
            .thenApply(filled -> Answer.json(AudienceBody.filled(filled))));
  }

  /** What a file does that cannot be read at all. */
  private static CompletableFuture<Answer> readable(CompletableFuture<Answer> answer) {
    return answer.exceptionally(
        failure -> {
          Throwable cause =
              failure instanceof CompletionException && failure.getCause() != null
                  ? failure.getCause()
                  : failure;
          if (cause instanceof BadSheetException bad)
            throw new ProblemException(Problem.invalid(String.valueOf(bad.getMessage())));
          throw new CompletionException(cause);
        });
  }

  private CompletableFuture<Answer> relays(Call call) {
    return told(
        rooms.relays().list(call.actor(), call.text("area")),
        "area",
        found -> {
          ObjectNode body = Forms.object();
          ArrayNode rows = body.putArray("relays");
          found.forEach(post -> rows.add(AudienceBody.relay(post)));
          return Answer.json(body);
        });
  }

  private CompletableFuture<Answer> register(Call call) {
    JsonNode body = call.json();
    RelayDesk.Draft draft =
        new RelayDesk.Draft(
            body.path("phone").asText(),
            body.path("place").asText(),
            body.path("kind").asText(""),
            body.path("name").asText(""));
    return told(
        rooms.relays().register(call.actor(), draft, call.writeId()),
        "relay",
        post -> Answer.json(AudienceBody.relay(post)).of(post.id()));
  }

  private CompletableFuture<Answer> announced(Call call) {
    return told(
        rooms.announcements().of(call.actor(), call.text("id")),
        "notice",
        found -> {
          ObjectNode body = Forms.object();
          ArrayNode rows = body.putArray("relays");
          found.forEach(one -> rows.add(AudienceBody.told(one)));
          return Answer.json(body);
        });
  }

  private static <T> CompletableFuture<Answer> told(
      CompletableFuture<Ruling<T>> ruling, String thing, Function<T, Answer> form) {
    return ruling.thenApply(
        one ->
            switch (one) {
              case Ruling.Done<T> done -> form.apply(done.now().thing());
              case Ruling.Refused<T> refused ->
                  Answer.problem(ShopResource.problem(refused, thing));
              default -> throw new IllegalStateException("a " + thing + " is not overtaken");
            });
  }
}
