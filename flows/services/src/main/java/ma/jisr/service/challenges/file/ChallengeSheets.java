package ma.jisr.service.challenges.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;
import ma.jisr.map.exchange.sheet.Cells;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.exchange.sheet.Sheets;

/**
 * Files of challenges as tables: CSV as it is, JSON with a column for each thing that one of its
 * challenges says. There a text is a string, which is French, or an object by language; a list of
 * challenges may stand alone or as {@code challenges} in an object.
 */
final class ChallengeSheets {
  /** The field of a JSON file that holds its challenges. */
  static final String LIST = "challenges";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "\uFEFF";

  private final Set<String> header = new LinkedHashSet<>();
  private final List<SheetRow> rows = new ArrayList<>();

  private ChallengeSheets() {}

  /**
   * @throws BadSheetException when it cannot be read at all
   */
  static Sheet read(byte[] file) {
    return isJson(file) ? new ChallengeSheets().json(file) : Sheets.read(file, Format.CSV);
  }

  /** By its first sign: no table begins with a bracket. */
  private static boolean isJson(byte[] file) {
    int at = file.length > 2 && (file[0] & 0xFF) == 0xEF ? MARK.getBytes(UTF_8).length : 0;
    while (at < file.length && Character.isWhitespace(file[at])) at++;
    return at < file.length && (file[at] == '{' || file[at] == '[');
  }

  private Sheet json(byte[] file) {
    if (file.length > Sheet.MOST_BYTES) throw new BadSheetException(Fault.TOO_LARGE, "");
    try (JsonParser json = JSON.createParser(file)) {
      if (json.nextToken() == JsonToken.START_ARRAY) list(json);
      else if (!inObject(json)) throw new BadSheetException(Fault.NOT_READABLE, "no " + LIST);
    } catch (IOException e) {
      // Without its message: that quotes the file.
      throw new BadSheetException(Fault.NOT_READABLE, "not JSON");
    }
    if (rows.isEmpty()) throw new BadSheetException(Fault.EMPTY, "");
    return new Sheet(Format.CSV, List.copyOf(header), rows);
  }

  /** What else the object says, themes among it, is nobody's to bring in. */
  private boolean inObject(JsonParser json) throws IOException {
    boolean found = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean ours = json.currentName().equals(LIST);
      if (json.nextToken() == JsonToken.START_ARRAY && ours) {
        found = true;
        list(json);
      } else json.skipChildren();
    }
    return found;
  }

  private void list(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (rows.size() == Sheet.MOST_ROWS) throw new BadSheetException(Fault.TOO_LARGE, "");
      rows.add(row(json.readValueAsTree()));
    }
  }

  private SheetRow row(JsonNode node) {
    long line = rows.size() + 1L;
    Map<String, String> cells = new LinkedHashMap<>();
    if (!node.isObject()) return new SheetRow(line, cells, "not an object");
    String fault = "";
    try {
      for (Map.Entry<String, JsonNode> field : node.properties())
        put(cells, field.getKey(), field.getValue());
    } catch (IllegalArgumentException e) {
      fault = String.valueOf(e.getMessage());
    }
    header.addAll(cells.keySet());
    return new SheetRow(line, cells, fault);
  }

  private static void put(Map<String, String> cells, String field, JsonNode value) {
    switch (field) {
      case "code", "id" -> put(cells, ChallengeColumns.CODE, field, value);
      case "title" -> texts(cells, ChallengeColumns.TITLE, field, value);
      case "goal" -> texts(cells, ChallengeColumns.GOAL, field, value);
      case "questions" -> questions(cells, value);
      case ChallengeColumns.OWNER, ChallengeColumns.PARTNER -> keeper(cells, field, value);
      case ChallengeColumns.PLACE,
          ChallengeColumns.PROVINCE,
          ChallengeColumns.STATE,
          ChallengeColumns.SOURCE ->
          put(cells, field, field, value);
      default -> {
        // Not ours: the number of its theme, a version.
      }
    }
  }

  private static void put(Map<String, String> cells, String column, String field, JsonNode value) {
    if (value.isContainerNode()) throw new IllegalArgumentException(field + " is no text");
    String text = value.asText();
    if (text.length() > Sheet.MAX_CELL) throw new IllegalArgumentException(field + " is too long");
    // The cell that is read back as this very text.
    if (!value.isNull()) cells.put(column, Cells.cell(text));
  }

  private static void texts(
      Map<String, String> cells, String prefix, String field, JsonNode value) {
    if (!value.isObject()) put(cells, prefix + Language.FR.tag(), field, value);
    for (Map.Entry<String, JsonNode> one : value.properties())
      put(cells, prefix + language(field, one.getKey()), field, one.getValue());
  }

  private static String language(String field, String tag) {
    return Language.of(tag)
        .orElseThrow(() -> new IllegalArgumentException(field + ": a language is fr, ar, en…"))
        .tag();
  }

  private static void questions(Map<String, String> cells, JsonNode list) {
    if (!list.isArray()) throw new IllegalArgumentException("questions are no list");
    Map<String, List<String>> byLanguage = new LinkedHashMap<>();
    byLanguage.put(Language.FR.tag(), new ArrayList<>());
    for (int i = 0; i < list.size(); i++) {
      Map<String, String> texts = new LinkedHashMap<>();
      texts(texts, "", "questions", list.get(i));
      for (Map.Entry<String, String> one : texts.entrySet()) {
        List<String> all = byLanguage.computeIfAbsent(one.getKey(), _ -> new ArrayList<>());
        while (all.size() < i) all.add("");
        all.add(Cells.text(one.getValue()));
      }
    }
    byLanguage.forEach(
        (tag, all) ->
            cells.put(ChallengeColumns.QUESTIONS + tag, Cells.cell(QuestionCell.write(all))));
  }

  private static void keeper(Map<String, String> cells, String post, JsonNode value) {
    if (!value.isObject()) {
      put(cells, post, post, value);
      return;
    }
    put(cells, post, post, value.path("name"));
    put(cells, post + ChallengeColumns.PHONE, post, value.path("phone"));
  }
}
