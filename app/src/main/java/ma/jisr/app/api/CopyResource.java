package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.service.AccountPorts;
import ma.jisr.service.Held;
import ma.jisr.service.account.AccountsDesk;
import ma.jisr.service.account.Copy;
import ma.jisr.service.account.Portrait;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of somebody, for whoever has the code that their phone showed: a page, or a file.
 * The code comes in a body, never in an address, so that no log or history holds it.
 */
final class CopyResource {
  private static final int FORBIDDEN = 403;

  private final AccountsDesk desk;
  private final CopyPage page;

  CopyResource(AccountPorts account) {
    this.desk = account.desk();
    this.page = new CopyPage(account.words());
  }

  Map<String, Operation> operations() {
    return Map.of(
        "askForCopy",
        call -> CompletableFuture.completedFuture(page.form(false)),
        "readCopy",
        this::read);
  }

  private CompletableFuture<Answer> read(Call call) {
    Map<String, String> form = form(call.body().toString(StandardCharsets.UTF_8));
    String code = form.getOrDefault("code", "");
    return desk.read(code)
        .thenApply(
            found ->
                found
                    .map(
                        copy ->
                            form.getOrDefault("as", "").equals("json")
                                ? file(copy)
                                : page.copy(copy, code))
                    .orElseGet(() -> page.form(true).status(FORBIDDEN)));
  }

  /** The fields of a form (application/x-www-form-urlencoded); what cannot be read is "". */
  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) continue;
      fields.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
    }
    return fields;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // a sign that is cut: no code of ours has one
    }
  }

  private static Answer file(Copy copy) {
    return Answer.json(json(copy))
        .header("content-disposition", "attachment; filename=\"jisr.json\"")
        .header("cache-control", "no-store");
  }

  private static ObjectNode json(Copy copy) {
    Portrait who = copy.portrait();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("made", copy.made().toString())
            .put("reading", copy.reads());
    ObjectNode person = json.putObject("person");
    who.numbers().forEach(person.putArray("numbers")::add);
    who.chats().forEach(person.putArray("chats")::add);
    Language language = who.language();
    person.put("language", language == null ? "" : language.tag());
    who.scripts().stream().map(Forms::lower).sorted().forEach(person.putArray("scripts")::add);
    person.put("home", text(who.home()));
    ArrayNode places = person.putArray("places");
    for (LocalText place : who.lastPlaces()) places.add(text(place));
    person.put("stopped", who.stopped());
    who.flows().forEach(person.putArray("conversations")::add);
    person.put("waiting", who.waiting());
    person.put("heard", who.heard() == null ? "" : who.heard().toString());
    ArrayNode kept = json.putArray("kept");
    for (Copy.Part part : copy.parts()) {
      ObjectNode room = kept.addObject().put("room", part.room());
      ArrayNode kinds = room.putArray("kinds");
      for (Held held : part.held())
        kinds
            .addObject()
            .put("kind", held.what())
            .put("count", held.count())
            .put("keptFor", held.keptFor());
      ArrayNode rows = room.putArray("rows");
      for (Map<String, String> row : part.rows()) {
        ObjectNode fields = rows.addObject();
        row.forEach(fields::put);
      }
    }
    return json;
  }

  private static String text(@Nullable LocalText text) {
    return text == null ? "" : text.in(Language.FR, false);
  }
}
